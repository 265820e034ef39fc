import { computed, nextTick, ref, shallowRef, type ShallowRef } from 'vue';
import type { CellChange, GridColumn, Place } from './grid-declaration';
import { isSameDecimal, readBlock, writeBlock } from './grid-clipboard';
import { blockOf, isInBlock, moved, tabbed } from './grid-moves';
import { useGridHistory } from './useGridHistory';

interface GridOptions<Row> {
  readonly rows: () => readonly Row[];
  readonly columns: () => readonly GridColumn<Row>[];
  readonly frame: Readonly<ShallowRef<HTMLElement | null>>;
  readonly change: (changes: readonly CellChange<Row>[]) => void;
  /** What was typed is no value of the column. */
  readonly refuse: (typed: string) => void;
}

/** Cursor, selected block, editing and clipboard of a grid. */
export function useGridCells<Row>({ rows, columns, frame, change, refuse }: GridOptions<Row>) {
  const cursor = shallowRef<Place>({ row: 0, column: 0 });
  const anchor = shallowRef<Place>(cursor.value);
  const editing = ref<string | null>(null);
  const history = useGridHistory<Row>(change);
  const block = computed(() => blockOf(cursor.value, anchor.value));
  const extent = () => ({ rows: rows().length, columns: columns().length });

  const isEditable = (row: Row | undefined, column: GridColumn<Row> | undefined): boolean =>
    row !== undefined && column?.read !== undefined && column.isEditable?.(row) !== false;
  const rawOf = (row: Row, column: GridColumn<Row>): string | null =>
    column.raw ? column.raw(row) : column.text(row) || null;

  function focusCell(): void {
    const { row, column } = cursor.value;
    const cell = frame.value?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function goTo(place: Place, isExtending = false): void {
    cursor.value = place;
    if (!isExtending) anchor.value = place;
    void nextTick(focusCell);
  }

  function edit(text?: string): void {
    const { row, column } = cursor.value;
    const [record, declared] = [rows()[row], columns()[column]];
    if (record === undefined || !declared || !isEditable(record, declared)) return;
    editing.value = text ?? rawOf(record, declared) ?? '';
  }

  /** Sets what is given and may be edited; each cell once, all of it one step back. */
  function put(cells: readonly { place: Place; typed: string }[]): boolean {
    const forth: CellChange<Row>[] = [];
    const back: CellChange<Row>[] = [];
    for (const { place, typed } of cells) {
      const [row, column] = [rows()[place.row], columns()[place.column]];
      if (row === undefined || !column || !isEditable(row, column)) continue;
      const value = column.read!(typed);
      if (value === undefined) {
        refuse(typed);
        return false;
      }
      const before = rawOf(row, column);
      if (column.isNumber ? isSameDecimal(value, before) : value === before) continue;
      forth.push({ row, column: column.key, value });
      back.push({ row, column: column.key, value: before });
    }
    history.apply(forth, back);
    return true;
  }

  /** False where the text is refused: then the cell stays open. */
  function commit(): boolean {
    if (editing.value === null) return true;
    if (!put([{ place: cursor.value, typed: editing.value }])) return false;
    editing.value = null;
    return true;
  }

  function cancel(): void {
    editing.value = null;
    void nextTick(focusCell);
  }

  const selected = (): Place[] => {
    const { top, bottom, left, right } = block.value;
    const places: Place[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) places.push({ row, column });
    return places;
  };

  function copied(): string {
    const { top, bottom, left, right } = block.value;
    const lines = rows().slice(top, bottom + 1);
    const kept = columns().slice(left, right + 1);
    return writeBlock(lines.map((row) => kept.map((column) => rawOf(row, column) ?? '')));
  }

  /** One value fills the whole selection, a block begins at its corner. */
  function paste(text: string): void {
    const given = readBlock(text);
    const single = given.length === 1 && given[0]!.length === 1 ? given[0]![0]! : undefined;
    const { top, left } = block.value;
    const cells =
      single === undefined
        ? given.flatMap((line, row) =>
            line.map((typed, column) => ({ place: { row: top + row, column: left + column }, typed })),
          )
        : selected().map((place) => ({ place, typed: single }));
    put(cells);
  }

  function onKey(event: KeyboardEvent): void {
    const isCommand = event.ctrlKey || event.metaKey;
    if (editing.value !== null) return onKeyWhileEditing(event);
    const key = event.key;
    const take = () => event.preventDefault();
    const next = moved(cursor.value, key, isCommand, extent());
    if (next) return (take(), goTo(next, event.shiftKey));
    if (isCommand && key.toLowerCase() === 'z')
      return (take(), event.shiftKey ? history.redo() : history.undo());
    if (isCommand && key.toLowerCase() === 'y') return (take(), history.redo());
    if (isCommand || event.altKey) return;
    if (key === 'Tab') return leaveBy(event);
    if (key === 'Enter' || key === 'F2') return (take(), edit());
    if (key === 'Delete' || key === 'Backspace')
      return (take(), void put(selected().map((place) => ({ place, typed: '' }))));
    if (key.length === 1 && key !== ' ') return (take(), edit(key));
  }

  function leaveBy(event: KeyboardEvent): void {
    const next = tabbed(cursor.value, event.shiftKey, extent());
    if (!next) return;
    event.preventDefault();
    goTo(next);
  }

  function onKeyWhileEditing(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      return cancel();
    }
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    if (!commit()) return;
    const { row, column } = cursor.value;
    const back = event.shiftKey ? -1 : 1;
    if (event.key === 'Tab') goTo(tabbed(cursor.value, event.shiftKey, extent()) ?? cursor.value);
    else goTo({ row: Math.max(0, Math.min(row + back, rows().length - 1)), column });
  }

  /** Where the cursor stands before anybody is there. */
  function begin(place: Place): void {
    cursor.value = place;
    anchor.value = place;
  }

  return {
    cursor,
    begin,
    editing,
    goTo,
    edit,
    commit,
    onKey,
    copied,
    paste,
    isEditable,
    isSelected: (row: number, column: number) => isInBlock(block.value, row, column),
    ...history,
  };
}
