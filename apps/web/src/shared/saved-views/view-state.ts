import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { FilterDeclaration } from '../list/list-declaration';
import { type ListState, paramsOf, queryFromState } from '../list/list-state';
import type { SavedView } from './saved-view.queries';

/** `view=` of a list on which no view is wanted, where one would open by default. */
export const NO_VIEW = 'all';

const isList = (value: string | string[]): value is string[] => Array.isArray(value);

/** A list as a view has it; filters that this page does not offer are left out. */
export function stateOfView(
  { query, sort }: Pick<SavedView, 'query' | 'sort'>,
  filters: readonly FilterDeclaration[],
  defaultSort: string,
): ListState {
  const offered = new Set(filters.flatMap(paramsOf));
  const saved = Object.entries(query as Record<string, string | string[]>);
  const chosen = saved
    .filter(([param]) => offered.has(param))
    .map(([param, value]) => [param, isList(value) ? value : [value]] as const);
  const q = saved.find(([param]) => param === 'q')?.[1] ?? '';
  return {
    q: isList(q) ? (q[0] ?? '') : q,
    filters: Object.fromEntries(chosen),
    sort: sort ?? defaultSort,
    cursor: '',
    open: '',
  };
}

/** What is saved of a list as it stands. */
export const viewOfState = (
  { q, filters, sort }: ListState,
  defaultSort: string,
): { query: Record<string, string | string[]>; sort: string | null } => ({
  query: {
    ...Object.fromEntries(Object.entries(filters).map(([param, values]) => [param, [...values]])),
    ...(q && { q }),
  },
  sort: sort === defaultSort ? null : sort,
});

const canonical = ({ q, filters, sort }: ListState): string =>
  JSON.stringify([
    q,
    sort,
    Object.entries(filters)
      .map(([param, values]) => [param, values.toSorted()])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  ]);

/** Whether two lists are narrowed and sorted alike, whatever page of them is shown. */
export const isSameState = (a: ListState, b: ListState): boolean => canonical(a) === canonical(b);

/** The address of a list in a view: all of it is in there, so the link works without the view too. */
export const addressOf = (
  id: string,
  state: ListState,
  filters: readonly FilterDeclaration[],
  defaultSort: string,
  current: LocationQuery,
): LocationQueryRaw => ({ ...queryFromState(state, filters, defaultSort, current), view: id });

/** Nothing in the address says how the list is to be. */
export const isBare = (query: LocationQuery, filters: readonly FilterDeclaration[]): boolean =>
  !['q', 'sort', 'cursor', 'open', ...filters.flatMap(paramsOf)].some((param) => query[param] !== undefined);
