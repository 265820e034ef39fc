import { createReadStream } from 'node:fs';
import type { OpenedFile } from '../open-table.js';
import type { RawRow, RowSource, TableNote } from '../table-file.js';
import { csvDialect } from './csv-dialect.js';
import { csvRecords } from './csv-records.js';
import { decodeChunks, decodeSample } from './encodings.js';
import { chooseEncoding } from './encoding-choice.js';
import { readSamples } from './file-samples.js';

const CHUNK = 256 * 1024;

/** Delimited text of any encoding, delimiter and line end. */
export async function csvSource({ path, fileName, choices }: OpenedFile): Promise<RowSource> {
  const samples = await readSamples(path);
  const encoding = chooseEncoding(samples, fileName, choices.encoding);
  const head = decodeSample(samples.head, encoding.name);
  const dialect = csvDialect(head, choices.delimiter);
  const bytesPerChar = samples.head.length / Math.max(1, head.length);
  return {
    format: 'csv',
    encoding,
    delimiter: dialect.delimiter,
    sheets: [],
    notes: textNotes(samples.head, encoding.name),
    records: () =>
      csvRecords(decodeChunks(createReadStream(path, { highWaterMark: CHUNK }), encoding.name), dialect),
    estimate: (sample) => estimateRows(sample, samples.size, bytesPerChar),
  };
}

const WRITTEN_REPLACEMENT = Buffer.from('\ufffd', 'utf8');

/** A replacement character that stands in the file itself was lost before the file came here. */
function textNotes(head: Buffer, encoding: string): TableNote[] {
  const written = encoding === 'utf-8' && head.includes(WRITTEN_REPLACEMENT);
  return written ? [{ code: 'replacement-characters', params: {} }] : [];
}

/** Size ÷ mean length of the sampled rows, in rows. */
export function estimateRows(sample: readonly RawRow[], size: number, bytesPerChar: number): number {
  const chars = sample.reduce((sum, row) => sum + textLength(row), 0);
  const rows = Math.round(size / (bytesPerChar * Math.max(1, chars / sample.length)));
  return Math.max(sample.length, rows);
}

const textLength = (row: RawRow): number => row.cells.reduce((sum, cell) => sum + cell.length + 1, 1);
