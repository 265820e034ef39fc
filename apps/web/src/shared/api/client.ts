import createClient, { type Middleware } from 'openapi-fetch';
import { authorizedFetch } from './access';
import { noteReachability } from './connection';
import type { paths } from './contract';
import { ApiProblem } from './problem';

const problems: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
    return request;
  },
  async onResponse({ response }) {
    noteReachability(response.status);
    if (!response.ok) throw await ApiProblem.fromResponse(response);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    noteReachability(null);
    return ApiProblem.unreachable();
  },
};

/** The one way to the API; only `*.queries.ts` files import it. Every failed call throws an {@link ApiProblem}. */
export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: true } },
  fetch: authorizedFetch,
});
client.use(problems);

/** The body of an answered call. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
