import type { RawRow } from '../table-file.js';
import { RecordTooLongError } from '../spreadsheet.errors.js';
import { type CsvRecord, parseRecord } from './csv-record.js';
import { unguardFormula } from './formula-guard.js';
import { QuotedCells } from './quoted-cell.js';

export interface CsvDialect {
  readonly delimiter: string;
  /** Text lines before the first record, such as Excel's `sep=;`. */
  readonly skipLines: number;
}

/** A quote still open after so many characters was never meant to be one. */
const MAX_RECORD_LENGTH = 1024 * 1024;

/**
 * Records of delimited text (RFC 4180, any line end), in constant memory.
 *
 * Why not a CSV library: those we know either stop at a stray quote or let it swallow every row up to the next one.
 * Here only the line with the stray quote is marked, reading goes on with the next line, and line numbers stay true.
 */
export async function* csvRecords(
  chunks: AsyncIterable<string>,
  dialect: CsvDialect,
): AsyncGenerator<RawRow> {
  let buffer = '';
  let line = 1;
  let skip = dialect.skipLines;

  function* drain(final: boolean): Generator<RawRow> {
    let position = 0;
    const quotes = new QuotedCells(buffer, dialect.delimiter, final);
    while (position < buffer.length) {
      const open = buffer.length - position > MAX_RECORD_LENGTH;
      const record = parseRecord(buffer, position, dialect.delimiter, final, open, quotes);
      if (!record) {
        if (open) throw new RecordTooLongError(line, MAX_RECORD_LENGTH);
        break;
      }
      position = record.end;
      if (skip > 0) skip--;
      else yield { line, cells: record.cells.map(plainCell), problem: problemOf(record) };
      line += record.lines;
    }
    buffer = buffer.slice(position);
  }

  for await (const chunk of chunks) {
    buffer += chunk;
    yield* drain(false);
  }
  yield* drain(true);
}

/** `="001"`, by which programs make Excel keep leading zeros and long numbers: the text within is meant. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

const plainCell = (text: string): string =>
  text.charCodeAt(0) === 61 ? (KEPT_AS_TEXT.exec(text)?.[1] ?? text) : unguardFormula(text);

const problemOf = ({ problem }: CsvRecord): RawRow['problem'] => problem && { code: problem, params: {} };
