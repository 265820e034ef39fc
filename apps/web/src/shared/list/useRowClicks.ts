import { tryOnScopeDispose } from '@vueuse/core';

/** As long as a second click may still make it a double one. */
const DOUBLE_MS = 230;

interface RowClicks<Row> {
  mayEdit(row: Row, key?: string): boolean;
  open(row: Row): void;
  edit(row: Row, key?: string): void;
}

/** A click opens a row, a double click edits its cell; where a cell can be edited, the first click waits for the second. */
export function useRowClicks<Row>({ mayEdit, open, edit }: RowClicks<Row>) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const forget = () => clearTimeout(waiting);
  tryOnScopeDispose(forget);

  function clicked(row: Row, key?: string): void {
    forget();
    if (key === '_tick') return;
    if (mayEdit(row, key)) waiting = setTimeout(() => open(row), DOUBLE_MS);
    else open(row);
  }
  function doubleClicked(row: Row, key?: string): void {
    forget();
    edit(row, key);
  }
  return { clicked, doubleClicked };
}
