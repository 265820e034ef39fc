import { computed, nextTick, type Ref, shallowRef } from 'vue';
import type { FieldDeclaration } from '../form/field-declaration';
import type { ColumnDeclaration, ListRow, RowEdit } from './list-declaration';

type Actions = { readonly allowedActions?: readonly string[] };

/** Which cell of a list is being edited, and which one comes next. */
export function useCellEditing<Row extends ListRow>(
  rows: Ref<readonly Row[]>,
  columns: Ref<readonly ColumnDeclaration<Row>[]>,
  edit: () => RowEdit<Row> | undefined,
) {
  const fields = computed(() => new Map(edit()?.fields.map((field) => [field.key, field])));
  const place = shallowRef<{ id: string; key: string }>();

  const fieldOf = ({ edits }: ColumnDeclaration<Row>): FieldDeclaration | undefined =>
    edits === undefined ? undefined : fields.value.get(edits);
  /** Undefined where the cell, or the row for this caller, is not to be edited. */
  function editable(row: Row, column: ColumnDeclaration<Row> | undefined): FieldDeclaration | undefined {
    const field = column && fieldOf(column);
    const isAllowed = (row as Actions).allowedActions?.includes('change') ?? false;
    const values = row as unknown as Record<string, unknown>;
    return field && isAllowed && field.isShown?.(values) !== false ? field : undefined;
  }
  const cells = computed(() =>
    rows.value.flatMap((row) =>
      columns.value.filter((column) => editable(row, column)).map(({ key }) => ({ id: row.id, key })),
    ),
  );

  const isAt = (row: Row, column: ColumnDeclaration<Row>): boolean =>
    place.value?.id === row.id && place.value.key === column.key;
  function begin(row: Row, column?: ColumnDeclaration<Row>): void {
    const chosen = column ?? columns.value.find((each) => editable(row, each));
    if (chosen && editable(row, chosen)) place.value = { id: row.id, key: chosen.key };
  }
  /** @param by 1 goes on, -1 back, 0 leaves */
  function move(by: 1 | -1 | 0): void {
    const { id = '', key } = place.value ?? {};
    const index = cells.value.findIndex((cell) => cell.id === id && cell.key === key);
    place.value = by === 0 || index < 0 ? undefined : cells.value[index + by];
    if (!place.value) void nextTick(() => focusRow(id));
  }
  return { editable, isAt, begin, move };
}

/** Back to where the keyboard was: the link that names the row. */
const focusRow = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
