import { computed, onScopeDispose } from 'vue';
import { onBeforeRouteLeave, useRoute, useRouter } from 'vue-router';
import type { FilterDeclaration } from './list-declaration';
import { type ListState, nextSort, paramsOf, queryFromState, stateFromQuery } from './list-state';

/** The list's state, kept in the URL. Every change of what is listed returns to the first page. */
export function useListState(filters: () => readonly FilterDeclaration[], defaultSort: string) {
  const route = useRoute();
  const router = useRouter();
  const state = computed(() => stateFromQuery(route.query, filters(), defaultSort));

  /** A search that was typed just before must not call back somebody who is on the way to another page. */
  let isLeaving = false;
  onBeforeRouteLeave(() => void (isLeaving = true));
  onScopeDispose(router.afterEach(() => (isLeaving = false)));

  function change(part: Partial<ListState>, isStep = true): void {
    if (isLeaving) return;
    const query = queryFromState({ ...state.value, ...part }, filters(), defaultSort, route.query);
    void router[isStep ? 'push' : 'replace']({ query, hash: route.hash });
  }

  return {
    state,
    search: (q: string) => change({ q: q.trim(), cursor: '' }, false),
    filter: (chosen: ListState['filters']) => change({ filters: chosen, cursor: '' }),
    dropFilter: (filter: FilterDeclaration) => {
      const params = paramsOf(filter);
      const kept = Object.entries(state.value.filters).filter(([param]) => !params.includes(param));
      change({ filters: Object.fromEntries(kept), cursor: '' });
    },
    clear: () => change({ q: '', filters: {}, cursor: '' }),
    sortBy: (key: string) => change({ sort: nextSort(state.value.sort, key), cursor: '' }),
    turnTo: (cursor: string) => change({ cursor, open: '' }),
    restart: () => change({ cursor: '', open: '' }, false),
    open: (id: string) => change({ open: id }, state.value.open === ''),
    close: () => change({ open: '' }),
  };
}
