import type { Header, MappingEntry } from './import-types';

export interface MappedColumn {
  readonly header: Header;
  /** Up to two different values of the first rows. */
  readonly samples: readonly string[];
  /** Fields that this column fills; none when it is left out. */
  readonly entries: readonly MappingEntry[];
}

/** The file's columns with what each one fills. */
export const mappedColumns = (
  headers: readonly Header[],
  sample: readonly { readonly cells: readonly string[] }[],
  mapping: readonly MappingEntry[],
): MappedColumn[] =>
  headers.map((header, index) => ({
    header,
    samples: [...new Set(sample.map(({ cells }) => cells[index] ?? '').filter((text) => text.trim()))].slice(
      0,
      2,
    ),
    entries: mapping.filter(({ column }) => column === header.id),
  }));

/**
 * Lets a column fill a field. A field has one column, so it leaves the one it had; with `instead` the column no longer
 * fills that field.
 */
export function assign(
  mapping: readonly MappingEntry[],
  entry: MappingEntry,
  instead?: string,
): MappingEntry[] {
  const target = instead ?? entry.field;
  const isThere = mapping.some(({ field }) => field === target);
  const placed = isThere
    ? mapping.map((each) => (each.field === target ? entry : each))
    : [...mapping, entry];
  return placed.filter((each) => each === entry || each.field !== entry.field);
}

export const release = (mapping: readonly MappingEntry[], field: string): MappingEntry[] =>
  mapping.filter((entry) => entry.field !== field);
