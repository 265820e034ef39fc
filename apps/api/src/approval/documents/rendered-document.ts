import type { Label } from './facts.js';

/** How the screen writes a value; the value itself is always text, `true`/`false`, or null. */
export const VALUE_KINDS = [
  'text',
  'money',
  'number',
  'rate',
  'date',
  'instant',
  'boolean',
  'dictionary',
  'file',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const EMPHASES = ['none', 'good', 'attention', 'danger'] as const;
export type Emphasis = (typeof EMPHASES)[number];

/** One value with what a reviewer should know of it. */
export interface RenderedValue {
  readonly value: string | null;
  /** What it was or is beside: the limit until now, the table price. */
  readonly before?: string | null;
  readonly emphasis?: Emphasis;
  /** Value in words, where the kind alone cannot say it. */
  readonly words?: Label;
  /** Path of the page about it. */
  readonly link?: string;
}

export interface RenderedField extends RenderedValue {
  readonly name: string;
  readonly label: Label;
  readonly kind: ValueKind;
  /** For `dictionary`: whose word the value is. */
  readonly dictionary?: string;
  /** Without it the field is left out of what this reader gets. */
  readonly permission?: string;
}

export interface RenderedColumn {
  readonly name: string;
  readonly label: Label;
  readonly kind: ValueKind;
  readonly dictionary?: string;
  readonly permission?: string;
}

/** Rows are matched between versions by `key`. */
export interface RenderedTable {
  readonly columns: readonly RenderedColumn[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly RenderedValue[] }[];
}

/** A part of the document with a stable name; flows may ask again only where one of them changed. */
export interface RenderedSection {
  readonly name: string;
  readonly label: Label;
  readonly fields?: readonly RenderedField[];
  readonly table?: RenderedTable;
}

export interface RenderedDocument {
  readonly sections: readonly RenderedSection[];
}

/** One thing that is different between two versions. */
export interface Difference {
  readonly section: string;
  /** Name of the field or column. */
  readonly field: string;
  readonly label: Label;
  readonly kind: ValueKind;
  readonly dictionary?: string;
  /** Row it is in, in words; absent for fields. */
  readonly row?: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly permission?: string;
}
