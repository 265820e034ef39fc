import { useLocalStorage } from '@vueuse/core';
import { computed, type Ref } from 'vue';
import { useSession } from '../session/session.store';
import type { ColumnDeclaration } from './list-declaration';

/** Which columns are shown, remembered for this user and list. */
export function useListColumns<Row>(
  key: string,
  columns: readonly ColumnDeclaration<Row>[],
  rows: Ref<Row[]>,
) {
  const session = useSession();
  const choices = useLocalStorage<Record<string, boolean>>(
    `juke.columns.${session.user?.id ?? ''}.${key}`,
    {},
  );

  /** Fields the caller may not see are missing from every row: their columns are not even offered. */
  const isGiven = (column: ColumnDeclaration<Row>) =>
    column.text !== undefined ||
    rows.value.length === 0 ||
    rows.value.some((row) => (row as Record<string, unknown>)[column.key] !== undefined);

  const offered = computed(() => columns.filter(isGiven));
  const isShown = (column: ColumnDeclaration<Row>) =>
    column.isTitle || (choices.value[column.key] ?? !column.isHidden);
  const shown = computed(() => offered.value.filter(isShown));

  function toggle(column: ColumnDeclaration<Row>): void {
    choices.value = { ...choices.value, [column.key]: !isShown(column) };
  }
  function reset(): void {
    choices.value = {};
  }
  return { offered, shown, isShown, toggle, reset };
}
