import { client } from './client';
import type { paths } from './contract';
import type { Count, ListParams, ListSource, Page } from './list-types';

/** Paths of the document that answer a page of rows. */
type ListPath = {
  [Path in keyof paths]: paths[Path] extends {
    get: { responses: { 200: { content: { 'application/json': infer Body } } } };
  }
    ? Body extends { items: unknown[]; nextCursor: string | null }
      ? Path
      : never
    : never;
}[keyof paths];

/** The row that a list path answers. */
type RowOf<Path extends ListPath> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': { items: (infer Row)[] } } } } };
}
  ? Row
  : never;

/** The declared filters of a list page are data, so the query is checked by the API, not by the compiler. */
const read = client.GET as unknown as (
  path: string,
  init: { params: { query: ListParams }; signal?: AbortSignal },
) => Promise<{ data: unknown }>;

async function bodyOf<T>(path: string, query: ListParams, signal?: AbortSignal): Promise<T> {
  const { data } = await read(path, { params: { query }, signal });
  return data as T;
}

/**
 * The list of a resource as the list page uses it.
 * @param key name in the query cache: the resource's plural
 */
export function listSource<Path extends ListPath>(
  key: string,
  path: Path,
  offers: { count?: boolean; sums?: boolean; family?: string } = {},
): ListSource<RowOf<Path>> {
  return {
    key,
    ...(offers.family && { family: offers.family }),
    page: (params, signal) => bodyOf<Page<RowOf<Path>>>(path, params, signal),
    ...(offers.count && { count: (params, signal) => bodyOf<Count>(`${path}/count`, params, signal) }),
    ...(offers.sums && {
      sums: (params, signal) => bodyOf<Record<string, string>>(`${path}/sums`, params, signal),
    }),
  };
}
