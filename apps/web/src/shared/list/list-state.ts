import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { ListParams } from '../api/list-types';
import type { FilterDeclaration } from './list-declaration';

export const PAGE_SIZES = [20, 50, 100, 200] as const;

/** What a list shows now; all of it is in the URL, so a link or a reload brings the same rows. */
export interface ListState {
  readonly q: string;
  /** Chosen values by query parameter; date ranges as `<param>From`, `<param>To`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: string;
  readonly cursor: string;
  /** Record opened beside the list. */
  readonly open: string;
}

/** Asked for by its two ends. */
export const isRange = ({ kind }: FilterDeclaration): boolean => kind === 'days' || kind === 'numbers';

/** The query parameters a filter uses. */
export const paramsOf = (filter: FilterDeclaration): string[] =>
  isRange(filter) ? [`${filter.param}From`, `${filter.param}To`] : [filter.param];

const valuesOf = (value: LocationQuery[string] | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );

export function stateFromQuery(
  query: LocationQuery,
  filters: readonly FilterDeclaration[],
  defaultSort: string,
): ListState {
  const first = (name: string) => valuesOf(query[name])[0] ?? '';
  const chosen = filters.flatMap(paramsOf).map((param) => [param, valuesOf(query[param])] as const);
  return {
    q: first('q'),
    filters: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    sort: first('sort') || defaultSort,
    cursor: first('cursor'),
    open: first('open'),
  };
}

/** The URL's query for a state; defaults are left out and parameters of others are kept. */
export function queryFromState(
  state: ListState,
  filters: readonly FilterDeclaration[],
  defaultSort: string,
  current: LocationQuery,
): LocationQueryRaw {
  const own = new Set(['q', 'sort', 'cursor', 'open', ...filters.flatMap(paramsOf)]);
  const query: LocationQueryRaw = Object.fromEntries(
    Object.entries(current).filter(([name]) => !own.has(name)),
  );
  for (const [param, values] of Object.entries(state.filters)) {
    if (values.length > 0) query[param] = values.length === 1 ? values[0] : [...values];
  }
  if (state.q) query.q = state.q;
  if (state.sort !== defaultSort) query.sort = state.sort;
  if (state.cursor) query.cursor = state.cursor;
  if (state.open) query.open = state.open;
  return query;
}

/** What the API is asked to narrow the rows; also for counts, sums and exports. */
export const filterParams = (state: ListState): ListParams => ({
  ...(state.q && { q: state.q }),
  ...state.filters,
});

/** What the API is asked for one page of rows. */
export const pageParams = (state: ListState, limit: number): ListParams => ({
  ...filterParams(state),
  sort: state.sort,
  limit,
  ...(state.cursor && { cursor: state.cursor }),
});

/** A click sorts up, the next one down, and so on. */
export const nextSort = (current: string, key: string): string => (current === key ? `-${key}` : key);
