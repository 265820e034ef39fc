import type { RouteLocationRaw } from 'vue-router';

/** A column of an editable grid. What can be typed is text; null empties the cell. */
export interface GridColumn<Row> {
  readonly key: string;
  /** Locale key. */
  readonly title: string;
  readonly width: number;
  readonly isNumber?: boolean;
  /** Stays in sight when the grid is scrolled sideways; only the first column may. */
  readonly isFixed?: boolean;
  /** As shown. */
  readonly text: (row: Row) => string;
  /** As typed and copied; `text` where it is left out. */
  readonly raw?: (row: Row) => string | null;
  /** What was typed as the value to keep; undefined refuses it. Without it the cell is not edited. */
  readonly read?: (typed: string) => string | null | undefined;
  readonly isEditable?: (row: Row) => boolean;
  /** A few words beside the cell, such as what stood there before. */
  readonly hint?: (row: Row) => string;
  readonly tone?: (row: Row) => 'changed' | 'rise' | 'fall' | 'danger' | undefined;
  readonly to?: (row: Row) => RouteLocationRaw | undefined;
}

export interface CellChange<Row> {
  readonly row: Row;
  readonly column: string;
  readonly value: string | null;
}

/** A cell by its place in what is shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
