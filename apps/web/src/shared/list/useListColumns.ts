import { useLocalStorage } from '@vueuse/core';
import { computed, ref, type Ref, shallowRef } from 'vue';
import { useSession } from '../session/session.store';
import type { ColumnDeclaration } from './list-declaration';

const keyOf = ({ key }: { key: string }): string => key;

/** A view that is open may say which columns are shown. */
export interface ViewedColumns {
  readonly id: string;
  readonly columns: readonly string[] | null;
}

/** Which columns are shown, remembered for this user and list; of a view as it was saved, until it is changed. */
export function useListColumns<Row>(
  key: string,
  columns: () => readonly ColumnDeclaration<Row>[],
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

  const offered = computed(() => columns().filter(isGiven));
  const isUsual = (column: ColumnDeclaration<Row>) => column.isTitle || !column.isHidden;
  const isRemembered = (column: ColumnDeclaration<Row>) =>
    column.isTitle || (choices.value[column.key] ?? !column.isHidden);

  const view = shallowRef<ViewedColumns>();
  const ofView = ref<Record<string, boolean>>({});
  const isSaved = (column: ColumnDeclaration<Row>) =>
    column.isTitle || (view.value?.columns?.includes(column.key) ?? isUsual(column));
  const isShown = (column: ColumnDeclaration<Row>) =>
    view.value ? (ofView.value[column.key] ?? isSaved(column)) : isRemembered(column);
  const shown = computed(() => offered.value.filter(isShown));
  const keys = computed(() => shown.value.map(keyOf));
  const usualKeys = computed(() => offered.value.filter(isUsual).map(keyOf));

  /** @param isAgain the same view, read again: what was changed of it stays */
  function look(at: ViewedColumns | undefined, isAgain: boolean): void {
    view.value = at;
    if (!isAgain) ofView.value = {};
  }
  function toggle(column: ColumnDeclaration<Row>): void {
    const chosen = view.value ? ofView : choices;
    chosen.value = { ...chosen.value, [column.key]: !isShown(column) };
  }
  function reset(): void {
    (view.value ? ofView : choices).value = {};
  }
  return { offered, shown, keys, usualKeys, isShown, toggle, reset, look };
}
