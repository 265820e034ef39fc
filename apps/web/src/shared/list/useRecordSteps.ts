import { computed, type Ref, ref, watch } from 'vue';
import type { ListRow } from './list-declaration';
import type { useListState } from './useListState';

interface Shown<Row> {
  readonly rows: Ref<Row[]>;
  readonly prevCursor: Ref<string>;
  readonly nextCursor: Ref<string>;
}
type List = Pick<ReturnType<typeof useListState>, 'state' | 'open' | 'turnTo'>;

/** From an open record to the next one, over the edge of the page if need be. */
export function useRecordSteps<Row extends ListRow>(
  { rows, prevCursor, nextCursor }: Shown<Row>,
  { state, open, turnTo: turn }: List,
) {
  const openId = computed(() => state.value.open);
  /** Set while the page turns: which end of the new page opens. */
  const arriving = ref<'first' | 'last' | null>(null);
  const index = computed(() => rows.value.findIndex((row) => row.id === openId.value));
  const openRow = computed(() => rows.value[index.value]);
  const hasPrevious = computed(() => index.value > 0 || (index.value === 0 && prevCursor.value !== ''));
  const hasNext = computed(
    () => index.value >= 0 && (index.value < rows.value.length - 1 || nextCursor.value !== ''),
  );

  function step(by: 1 | -1): void {
    const neighbour = rows.value[index.value + by];
    if (neighbour) return open(neighbour.id);
    const cursor = by === 1 ? nextCursor.value : prevCursor.value;
    if (!cursor) return;
    arriving.value = by === 1 ? 'first' : 'last';
    turn(cursor);
  }

  watch(rows, (arrived) => {
    const row = arriving.value === 'first' ? arrived[0] : arrived.at(-1);
    if (arriving.value && row) open(row.id);
    arriving.value = null;
  });
  return { openId, openRow, hasPrevious, hasNext, step };
}
