import { stat } from 'node:fs/promises';
import { DEFAULT_FILE_LIMITS, type FileLimits } from './file-limits.js';
import { recogniseFormat } from './file-format.js';
import { dataShare, findHeaderRow, headersOf, isBlankRow, rowWidth } from './header-row.js';
import {
  EmptyFileError,
  FileTooLargeError,
  HeaderRowNotFoundError,
  NoTableError,
  TooManyColumnsError,
} from './spreadsheet.errors.js';
import type { RawRow, RowSource, TableChoices, TableFile, TableNote } from './table-file.js';
import { tableRows } from './table-rows.js';
import { jsonLinesSource } from './text/json-lines-source.js';
import { csvSource } from './text/csv-source.js';
import { odsSource } from './workbook/ods-source.js';
import { xlsxSource } from './workbook/xlsx-source.js';

const SAMPLE_ROWS = 200;

/** What every format's source is opened with. */
export interface OpenedFile {
  readonly path: string;
  readonly fileName: string;
  readonly size: number;
  readonly limits: FileLimits;
  readonly choices: TableChoices;
}

/**
 * Opens a table of any kind; the format is told by content, everything else by evidence unless chosen.
 * @param path where the bytes lie
 * @param fileName what the person called it; used in messages and to note a wrong extension
 * Throws the errors of `spreadsheet.errors.ts`.
 */
export async function openTable(
  path: string,
  fileName: string,
  choices: TableChoices = {},
): Promise<TableFile> {
  const limits = limitsOf(choices);
  const { size } = await stat(path);
  if (size === 0) throw new EmptyFileError(fileName);
  if (size > limits.maxFileBytes) throw new FileTooLargeError(fileName, size, limits.maxFileBytes);

  const file: OpenedFile = { path, fileName, size, limits, choices };
  const { format, notes } = await recogniseFormat(path, fileName);
  const source = await openSource(format, file);
  const sample = await sampleRows(source);
  if (sample.length === 0) throw source.sheet ? new NoTableError(fileName) : new EmptyFileError(fileName);
  if (size === 1) throw new NoTableError(fileName);
  const columns = Math.max(...sample.map(rowWidth), source.fixedHeaders?.length ?? 0);
  if (columns > limits.maxColumns) throw new TooManyColumnsError(fileName, columns, limits.maxColumns);

  const header = chooseHeader(source, sample, file);
  const headerLine = header.row === 'none' ? 0 : header.row;
  const body = sample.filter((row) => row.line > headerLine);
  const found = headersOf(header.labels, body);
  const records = source.estimate(sample);
  return {
    format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sheets: source.sheets,
    sheet: source.sheet,
    headerRow: header.row,
    headers: found.headers,
    notes: [
      ...notes,
      ...source.notes,
      ...found.notes,
      ...bodyNotes(header.labels, body, sample, headerLine, format),
    ],
    estimatedRows: records === undefined ? undefined : Math.max(body.length, records - headerLine),
    size,
    rows: () => tableRows(source, headerLine, found.headers, limits.maxCellLength),
  };
}

function limitsOf(choices: TableChoices): FileLimits {
  const limits = { ...DEFAULT_FILE_LIMITS, ...choices.limits };
  return {
    ...limits,
    maxColumns: choices.maxColumns ?? limits.maxColumns,
    maxCellLength: choices.maxCellLength ?? limits.maxCellLength,
  };
}

async function openSource(format: TableFile['format'], file: OpenedFile): Promise<RowSource> {
  if (format === 'csv') return csvSource(file);
  if (format === 'jsonl') return jsonLinesSource(file);
  if (format === 'xlsx') return xlsxSource(file);
  if (format === 'ods') return odsSource(file);
  // Loaded on demand: large, and seldom needed.
  const { xlsSource } = await import('./workbook/xls-source.js');
  return xlsSource(file);
}

async function sampleRows(source: RowSource): Promise<RawRow[]> {
  const sample: RawRow[] = [];
  for await (const row of source.records()) {
    if (!isBlankRow(row)) sample.push(row);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return sample;
}

function chooseHeader(source: RowSource, sample: RawRow[], file: OpenedFile) {
  const width = Math.max(...sample.map(rowWidth));
  if (source.fixedHeaders) return { row: 'none' as const, labels: source.fixedHeaders };
  const chosen = file.choices.headerRow;
  if (chosen === 'none') return { row: 'none' as const, labels: Array.from({ length: width }, () => '') };
  const row =
    chosen === undefined ? findHeaderRow(sample) : sample.find((candidate) => candidate.line === chosen);
  if (!row) throw new HeaderRowNotFoundError(file.fileName, chosen ?? 1);
  return { row: row.line, labels: row.cells.slice(0, rowWidth(row)) };
}

function bodyNotes(
  labels: string[],
  body: RawRow[],
  sample: RawRow[],
  headerLine: number,
  format: TableFile['format'],
): TableNote[] {
  if (body.length === 0) return [{ code: 'no-rows', params: {} }];
  const notes: TableNote[] = [];
  const header = sample.find((row) => row.line === headerLine);
  if (header && dataShare(header) > 0.5)
    notes.push({ code: 'header-looks-like-data', params: { line: headerLine } });
  // A workbook leaves blank cells out; in text a missing delimiter is worth a remark.
  const short = format === 'csv' ? body.filter((row) => row.cells.length < labels.length) : [];
  if (short.length > 0)
    notes.push({ code: 'short-rows', params: { count: short.length, line: short[0]?.line } });
  return notes;
}
