import createClient, { type Middleware } from 'openapi-fetch';
import { authorizedFetch } from './access';
import { noteReachability } from './connection';
import type { paths } from './contract';
import { ApiProblem } from './problem';

/** Versions that were looked at after the page was drawn, by path of the record. */
const lookedAt = new Map<string, number>();

/** Lets `work` change a record on a version newer than the one its page holds, because what is new in it is known. */
export async function onVersion<T>(path: string, version: number, work: () => Promise<T>): Promise<T> {
  lookedAt.set(path, version);
  try {
    return await work();
  } finally {
    lookedAt.delete(path);
  }
}

const problems: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
    const version = request.headers.has('If-Match') && lookedAt.get(new URL(request.url).pathname);
    if (version) request.headers.set('If-Match', `"${version}"`);
    return request;
  },
  async onResponse({ request, response }) {
    noteReachability(response.status);
    if (!response.ok) throw await ApiProblem.fromResponse(response, request);
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
