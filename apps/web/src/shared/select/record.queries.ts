import { bodyOf, client } from '../api/client';
import type { SelectItem, SelectSource } from './select-source';

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly number?: string;
  readonly code?: string;
  readonly customerName?: string;
}

const asItem = ({ id, name, number, code, customerName }: Named): SelectItem => ({
  id,
  title: name ?? number ?? id,
  subtitle: name ? (number ?? code ?? customerName) : customerName,
});

/** Which resource is a matter of data here, so the path is checked by the API, not by the compiler. */
const get = client.GET as unknown as (
  path: string,
  init: { params: { query?: Record<string, unknown> }; signal?: AbortSignal },
) => Promise<{ data?: unknown }>;

/** Orders are looked for by their number, whole; the others by any part of what people know them by. */
const queryOf = (resource: string, q: string): Record<string, unknown> =>
  q === '' ? {} : resource === 'order' ? { number: q } : { q };

/** Records of a resource that the company's own fields point at. */
export const recordSource = (resource: string): SelectSource => ({
  key: `${resource}s`,
  find: async (q, signal) => {
    const params = { query: { limit: 12, ...queryOf(resource, q) } };
    const page = (await bodyOf(get(`/api/v1/${resource}s`, { params, signal }))) as { items: Named[] };
    return page.items.map(asItem);
  },
  read: async (id) => asItem((await bodyOf(get(`/api/v1/${resource}s/${id}`, { params: {} }))) as Named),
});
