import type { Place } from './grid-declaration';

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const within = (value: number, end: number): number => Math.max(0, Math.min(value, end - 1));

/** Where a key leads from a cell, as in a spreadsheet; undefined for keys that lead nowhere. */
export function moved(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  extent: Extent,
): Place | undefined {
  const far = (end: number) => (isFar ? end : 1);
  const steps: Record<string, readonly [number, number]> = {
    ArrowUp: [-far(extent.rows), 0],
    ArrowDown: [far(extent.rows), 0],
    ArrowLeft: [0, -far(extent.columns)],
    ArrowRight: [0, far(extent.columns)],
    PageUp: [-20, 0],
    PageDown: [20, 0],
    Home: [isFar ? -extent.rows : 0, -extent.columns],
    End: [isFar ? extent.rows : 0, extent.columns],
  };
  const step = steps[key];
  if (!step) return undefined;
  return { row: within(row + step[0], extent.rows), column: within(column + step[1], extent.columns) };
}

/** Tab goes along the row and on into the next one; at either end of the grid it leaves it. */
export function tabbed({ row, column }: Place, isBack: boolean, extent: Extent): Place | undefined {
  const at = row * extent.columns + column + (isBack ? -1 : 1);
  if (at < 0 || at >= extent.rows * extent.columns) return undefined;
  return { row: Math.floor(at / extent.columns), column: at % extent.columns };
}

export const blockOf = (a: Place, b: Place): Block => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const isInBlock = ({ top, bottom, left, right }: Block, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
