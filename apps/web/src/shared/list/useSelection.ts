import { computed, type Ref, shallowRef, watch } from 'vue';
import type { ListRow } from './list-declaration';

/** Rows ticked on this page; with the shift key everything between the last one and this. */
export function useSelection<Row extends ListRow>(rows: Ref<Row[]>) {
  const ids = shallowRef<ReadonlySet<string>>(new Set());
  const selected = computed(() => rows.value.filter(({ id }) => ids.value.has(id)));
  const isAll = computed(() => rows.value.length > 0 && selected.value.length === rows.value.length);
  let last = '';

  function toggle({ id }: Row, isRange: boolean): void {
    const isOn = !ids.value.has(id);
    const [from, to] = [last, id]
      .map((each) => rows.value.findIndex((row) => row.id === each))
      .toSorted((a, b) => a - b);
    const between = isRange && from !== undefined && from >= 0 ? rows.value.slice(from, to! + 1) : [{ id }];
    const next = new Set(ids.value);
    for (const row of between) {
      if (isOn) next.add(row.id);
      else next.delete(row.id);
    }
    ids.value = next;
    last = id;
  }
  function toggleAll(): void {
    ids.value = new Set(isAll.value ? [] : rows.value.map(({ id }) => id));
  }
  const clear = () => (ids.value = new Set());

  // A page read again keeps what is ticked; what is not on it any more is not meant.
  watch(rows, () => {
    const kept = selected.value.map(({ id }) => id);
    if (kept.length !== ids.value.size) ids.value = new Set(kept);
  });
  return { ids, selected, isAll, toggle, toggleAll, clear };
}
