import type { Component } from 'vue';
import type { RouteLocationRaw } from 'vue-router';
import type { ListSource } from '../api/list-types';
import type { FieldDeclaration, FormValues } from '../form/field-declaration';
import type { SelectSource } from '../select/select-source';

export type Tone = 'primary' | 'success' | 'warning' | 'danger' | 'info';

/** One of a fixed set of values; `title` is a locale key, `text` a word that needs no translation. */
export interface Option {
  readonly value: string;
  readonly title?: string;
  readonly text?: string;
  readonly tone?: Tone;
  /** Still readable on records that have it, and not to be chosen any more. */
  readonly isRetired?: boolean;
}

export type CellKind =
  'text' | 'money' | 'quantity' | 'rate' | 'count' | 'day' | 'instant' | 'ago' | 'options' | 'flag';

export interface ColumnDeclaration<Row> {
  /** Property of the row, and the name the API sorts and sums by. */
  readonly key: string;
  /** Locale key. */
  readonly title: string;
  /** `text` unless said; a page may also draw the cell itself in the slot `cell-<key>`. */
  readonly kind?: CellKind;
  readonly options?: readonly Option[];
  readonly width?: number;
  readonly isSortable?: boolean;
  /** Left out until the user chooses it. */
  readonly isHidden?: boolean;
  /** The column that names the record: it opens it, stays in sight, and heads the card on a phone. */
  readonly isTitle?: boolean;
  /** Key of the field that is edited in this cell, where its list can be edited. */
  readonly edits?: string;
  /** Shown on a phone's card. */
  readonly onCard?: boolean;
  readonly text?: (row: Row) => string | null | undefined;
}

export type FilterDeclaration = {
  /** Query parameter of the API. Ranges add `From` and `To`. */
  readonly param: string;
  /** Locale key. */
  readonly title: string;
} & (
  | { readonly kind: 'options'; readonly options: readonly Option[] }
  /** `input` chooses in another way than by typing, such as from a tree. */
  | { readonly kind: 'select'; readonly source: SelectSource; readonly input?: Component }
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  /** One day, or a span of them. */
  | { readonly kind: 'day' }
  | { readonly kind: 'days' }
  | { readonly kind: 'numbers' }
);

/** Cells that are edited where they stand, each as its form would. */
export interface RowEdit<Row> {
  /** Of the record's form; a column names the one it edits. */
  readonly fields: readonly FieldDeclaration[];
  /** The form's values of a row, where they are not its own properties. */
  readonly read?: (row: Row) => FormValues;
  /** Given only what changed, by field; null clears. On the version of the row. */
  readonly save: (row: Row, changes: FormValues) => Promise<unknown>;
}

/** What may be done to many rows at once. */
export interface BulkDeclaration {
  /** Needed to change fields of many, and to delete many. */
  readonly change: string;
  readonly remove?: string;
  /** What may be given to many; what is one record's own, such as its name, is left out. */
  readonly fields: readonly FieldDeclaration[];
  /** Field with who is responsible; it has a button of its own. */
  readonly owner?: string;
  /** Further actions of the API; titles are locale keys. */
  readonly actions?: readonly {
    readonly action: string;
    readonly title: string;
    readonly permission: string;
  }[];
}

/** How a new record is begun on its list; the page gives the form. */
export interface CreateDeclaration {
  readonly permission: string;
  /** Locale key of the button. */
  readonly title: string;
  /** Name of the route of one record, where it opens once it was saved. */
  readonly opens?: string;
}

/** All a list page needs to know about a resource. */
export interface ListDeclaration<Row> {
  readonly source: ListSource<Row>;
  /** Resource word by which the API exports what is listed. */
  readonly exports?: string;
  readonly create?: CreateDeclaration;
  /** Resource word of the API, `customer`: views are saved under it, and actions on many asked for. */
  readonly resource?: string;
  readonly edit?: RowEdit<Row>;
  readonly bulk?: BulkDeclaration;
  readonly columns: readonly ColumnDeclaration<Row>[];
  readonly filters?: readonly FilterDeclaration[];
  /** `-createdAt`; a leading minus is descending. */
  readonly defaultSort: string;
  /** Locale key of what the search box finds by; lists without a search leave it out. */
  readonly searchHint?: string;
  /** The record's own page. */
  readonly pageOf?: (row: Row) => RouteLocationRaw;
}

export interface ListRow {
  readonly id: string;
}
