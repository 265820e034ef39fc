import { useQuery } from '@pinia/colada';
import { computed, type Ref } from 'vue';
import type { ListSource } from '../api/list-types';
import { filterParams, type ListState, pageParams } from './list-state';

/** The page of rows, and beside it, not before it, how many there are and what they add up to. */
export function useListData<Row>(source: ListSource<Row>, state: Ref<ListState>, limit: Ref<number>) {
  const name = source.family ? [source.family, source.key] : [source.key];
  const params = computed(() => pageParams(state.value, limit.value));
  const narrowed = computed(() => filterParams(state.value));

  const page = useQuery({
    key: () => [...name, 'list', JSON.stringify(params.value)],
    query: ({ signal }) => source.page(params.value, signal),
    placeholderData: (previous) => previous,
  });
  const count = useQuery({
    key: () => [...name, 'count', JSON.stringify(narrowed.value)],
    query: ({ signal }) => source.count!(narrowed.value, signal),
    enabled: () => source.count !== undefined,
    placeholderData: (previous) => previous,
  });
  const sums = useQuery({
    key: () => [...name, 'sums', JSON.stringify(narrowed.value)],
    query: ({ signal }) => source.sums!(narrowed.value, signal),
    enabled: () => source.sums !== undefined,
    placeholderData: (previous) => previous,
  });

  return {
    rows: computed<Row[]>(() => page.data.value?.items ?? []),
    nextCursor: computed(() => page.data.value?.nextCursor ?? ''),
    prevCursor: computed(() => page.data.value?.prevCursor ?? ''),
    isFirstLoad: computed(() => page.isPending.value),
    isLoading: computed(() => page.asyncStatus.value === 'loading'),
    problem: page.error,
    count: count.data,
    sums: sums.data,
    reload: () => page.refetch(),
  };
}
