import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { FilterDeclaration } from '../list/list-declaration';
import type { ListState } from '../list/list-state';
import { type SavedView, useSavedViews } from './saved-view.queries';
import { addressOf, isBare, isSameState, NO_VIEW, stateOfView } from './view-state';

interface ListInView {
  readonly list: string;
  readonly filters: () => readonly FilterDeclaration[];
  readonly defaultSort: string;
  readonly state: () => ListState;
  /** Columns shown now, and those shown where no view says otherwise. */
  readonly columns: () => readonly string[];
  readonly usualColumns: () => readonly string[];
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join() === b.toSorted().join();

/** The view of a list that is open, by its address; which views there are; and whether it was changed since. */
export function useListViews(given: ListInView) {
  const { filters, defaultSort } = given;
  const route = useRoute();
  const router = useRouter();
  const { data } = useSavedViews(given.list);
  const views = computed(() => data.value ?? []);
  const current = computed(() => views.value.find(({ id }) => id === route.query.view));
  const preferred = computed(() => views.value.find(({ isDefault }) => isDefault));

  const saved = computed(() => current.value && stateOfView(current.value, filters(), defaultSort));
  const isChanged = computed(() => {
    const view = current.value;
    if (!view || !saved.value) return false;
    const columns = view.columns ?? given.usualColumns();
    return !isSameState(saved.value, given.state()) || !isSameSet(columns, given.columns());
  });

  const addressIn = (view: SavedView) =>
    addressOf(view.id, stateOfView(view, filters(), defaultSort), filters(), defaultSort, route.query);

  /** Opens a view as it was saved; none where it is left. */
  function open(view: SavedView | undefined): void {
    if (view) return void router.push({ query: addressIn(view) });
    const bare = { q: '', filters: {}, sort: defaultSort, cursor: '', open: '' };
    void router.push({ query: addressOf(NO_VIEW, bare, filters(), defaultSort, route.query) });
  }

  // An address that says nothing gets the preferred view; one that only names a view gets what that holds.
  const page = route.path;
  let path = '';
  watch(
    [() => route.fullPath, data],
    () => {
      if (!data.value || path === route.fullPath || route.path !== page) return;
      const wanted = route.query.view === undefined ? preferred.value : current.value;
      const isFirst = path === '' || route.query.view === undefined;
      path = route.fullPath;
      if (!wanted || !isFirst || !isBare(route.query, filters())) return;
      const query = addressIn(wanted);
      if (router.resolve({ query }).fullPath !== route.fullPath) void router.replace({ query });
    },
    { immediate: true },
  );

  return { views, current, isChanged, open };
}
