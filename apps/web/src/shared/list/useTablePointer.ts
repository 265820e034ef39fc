import { computed, shallowRef } from 'vue';
import { titleWhatIsCut } from './columns-in-sight';
import type { ColumnDeclaration, ListRow } from './list-declaration';
import type { useCellEditing } from './useCellEditing';
import { useRowClicks } from './useRowClicks';

/** A hand is not quite still while it clicks. */
const DRAG_PX = 5;

interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnDeclaration<Row>[];
}

/**
 * What the pointer does in a table whose rows carry `data-id` and whose cells carry `data-key`. The listeners stand on its
 * body: a page of 200 rows has thousands of cells.
 */
export function useTablePointer<Row extends ListRow>(
  shown: Shown<Row>,
  cells: ReturnType<typeof useCellEditing<Row>>,
  open: (row: Row) => void,
) {
  const columnOf = (key?: string) => shown.columns.find((column) => column.key === key);
  const rowOf = (rowId?: string) => shown.rows.find(({ id }) => id === rowId);
  const { clicked, doubleClicked } = useRowClicks<Row>({
    mayEdit: (row, key) => cells.editable(row, columnOf(key)) !== undefined,
    open,
    edit: (row, key) => cells.begin(row, columnOf(key)),
  });

  function at(event: Event) {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td');
    const row = rowOf(cell?.parentElement?.dataset.id);
    return cell && row && { row, cell, key: cell.dataset.key };
  }
  let pressed = { x: 0, y: 0 };
  const press = ({ clientX: x, clientY: y }: MouseEvent) => void (pressed = { x, y });
  function click(event: MouseEvent): void {
    const place = at(event);
    // Whoever drags over a text to copy it does not want to open the row.
    const isDrag = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX;
    if (place && !isDrag) clicked(place.row, place.key);
  }
  function doubleClick(event: MouseEvent): void {
    const place = at(event);
    if (place) doubleClicked(place.row, place.key);
  }

  const pointed = shallowRef<{ id: string; key?: string; cell: HTMLElement }>();
  function point(event: MouseEvent): void {
    const place = at(event);
    if (!place || place.cell === pointed.value?.cell) return;
    pointed.value = { id: place.row.id, key: place.key, cell: place.cell };
    titleWhatIsCut(place.cell);
  }
  const pencilAt = computed(() => {
    const row = rowOf(pointed.value?.id);
    const column = columnOf(pointed.value?.key);
    return row && column && cells.editable(row, column) && !cells.isAt(row, column)
      ? { row, column, cell: pointed.value!.cell }
      : undefined;
  });
  /** A question and no value: a table that read it would be drawn anew with each move of the pointer. */
  const pencil = () => pencilAt.value;
  return { press, click, doubleClick, point, pencil };
}
