import { useQuery } from '@pinia/colada';
import { computed, type Ref } from 'vue';
import type { ListParams, ListSource, Page } from '../api/list-types';
import { filterParams, type ListState, pageParams } from './list-state';

/** Its name in the cache: what makes a page of rows another one. */
const nameOf = ({ family, key }: Pick<ListSource<unknown>, 'family' | 'key'>): string[] =>
  family ? [family, key] : [key];

/** One page of rows, as the cache of queries knows it. */
export const pageQuery = <Row>(source: ListSource<Row>, params: ListParams) => ({
  key: [...nameOf(source), 'list', JSON.stringify(params)],
  query: ({ signal }: { signal?: AbortSignal }) => source.page(params, signal),
});

/** The page of rows, and beside it, not before it, how many there are and what they add up to. */
export function useListData<Row>(source: ListSource<Row>, state: Ref<ListState>, limit: Ref<number>) {
  const name = nameOf(source);
  const params = computed(() => pageParams(state.value, limit.value));
  const narrowed = computed(() => filterParams(state.value));

  const page = useQuery(() => ({
    ...pageQuery(source, params.value),
    placeholderData: (previous?: Page<Row>) => previous,
  }));
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
    /** Another one as soon as the user asks for other rows; the rows follow. */
    place: computed(() => JSON.stringify(params.value)),
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
