import type { FileLimits } from './file-limits.js';

export type TableFormat = 'csv' | 'xlsx' | 'xls' | 'ods' | 'jsonl';

/** What a person may decide instead of the evidence. */
export interface TableChoices {
  /** One of `ENCODINGS`, or a usual name of them such as `gbk` or `latin1`. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** 1-based row as seen in the file; `none` = the first row is already data, columns are named A, B, C …. */
  readonly headerRow?: number | 'none';
  readonly maxColumns?: number;
  readonly maxCellLength?: number;
  readonly limits?: Partial<FileLimits>;
}

export interface EncodingGuess {
  readonly name: string;
  /** 0..1; guesses of one file add up to at most 1. */
  readonly confidence: number;
}

/** A remark or problem by stable code; the screen says it in its own language. */
export interface TableNote {
  readonly code: string;
  readonly params: Record<string, unknown>;
}

export interface Header {
  /** Unique in the table: the label, with ` (2)` … when it repeats, the column letter when it is blank. */
  readonly id: string;
  readonly label: string;
  /** 0-based position in the file, before empty columns were dropped. */
  readonly column: number;
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows the workbook claims to have, including titles and header. */
  readonly rows?: number;
}

/** Cells of one record, before headers are known. */
export interface RawRow {
  /** 1-based row as a person sees it: sheet row, or text line on which the record starts. */
  readonly line: number;
  readonly cells: string[];
  readonly problem?: TableNote;
}

/** Cells in the order of `TableFile.headers`, never fewer or more. */
export type TableRow = RawRow;

/**
 * A table found in a file. Notes: `wrong-extension {extension, format}`, `duplicate-headers {labels}`, `blank-headers
 * {columns}`, `header-looks-like-data {line}`, `short-rows {count, line}`, `hidden-sheets {names}`,
 * `replacement-characters`, `no-rows`.
 *
 * Row problems: `row-too-long {cells, expected}`, `cell-without-header {column}`, `malformed-quotes`,
 * `quote-not-closed`, `undecodable {column}`, `cell-too-long {column, length, limit}`, `cell-error {column, error}`,
 * `malformed-json`, `forbidden-character {column}` (NUL, half a surrogate pair), `total-row` (sums at the foot of a list). Cells
 * are given as far as they can be read.
 */
export interface TableFile {
  readonly format: TableFormat;
  readonly encoding?: EncodingGuess & { readonly alternatives: EncodingGuess[] };
  readonly delimiter?: string;
  /** Empty for text files. */
  readonly sheets: SheetInfo[];
  readonly sheet?: string;
  readonly headerRow: number | 'none';
  readonly headers: Header[];
  readonly notes: TableNote[];
  readonly estimatedRows?: number;
  /** Bytes. */
  readonly size: number;
  /** Streams the rows below the header from the start, each time it is called. */
  rows(): AsyncIterable<TableRow>;
}

/** One table of a file as its format sees it; the rest is the same for every format. */
export interface RowSource {
  readonly format: TableFormat;
  readonly encoding?: TableFile['encoding'];
  readonly delimiter?: string;
  readonly sheets: SheetInfo[];
  readonly sheet?: string;
  readonly notes: TableNote[];
  /** Set when rows carry no header of their own (JSON lines: the keys are the header). */
  readonly fixedHeaders?: string[];
  /** All records of the table, header included. */
  records(): AsyncIterable<RawRow>;
  /** Estimates the number of records from a sample of them. */
  estimate(sample: readonly RawRow[]): number | undefined;
}
