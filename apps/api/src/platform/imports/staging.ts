import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import copyStreams from 'pg-copy-streams';
import { Rows } from '../database/rows.js';
import type { TableFile } from '../spreadsheet/index.js';
import type { ReadRow, RowReader } from './row-reader.js';

export interface StagedCounts {
  readonly rows: number;
  readonly withProblems: number;
}

/** Rows per write to the stream: fewer, larger pieces keep the event loop free for requests. */
const PER_CHUNK = 200;

const COPY = `copy import_rows (import_id, line, fields, cells, problems) from stdin`;

/** COPY's text format: backslash, tab and line ends are escaped; \\N is null. */
const copyText = (value: string): string =>
  value.replace(
    /[\\\t\n\r]/g,
    (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character]!,
  );

function copyLine(importId: string, row: ReadRow): string {
  const hasProblems = row.problems.length > 0;
  // Kept for every row: one that only turns out later to refer to nothing is given back as it stood, too.
  const cells = copyText(JSON.stringify(row.cells));
  const problems = hasProblems ? copyText(JSON.stringify(row.problems)) : '\\N';
  return `${importId}\t${row.line}\t${copyText(JSON.stringify(row.fields))}\t${cells}\t${problems}\n`;
}

/** Reads the whole file, checks every row and puts it beside the data, where SQL can work on it as a set. */
@Injectable()
export class Staging {
  constructor(private readonly rows: Rows) {}

  async fill(
    importId: string,
    table: TableFile,
    reader: RowReader,
    progress: (done: number) => Promise<void>,
  ): Promise<StagedCounts> {
    const counts = { rows: 0, withProblems: 0 };
    const client = await this.rows.pool().connect();
    try {
      await client.query('begin');
      await client.query('delete from import_rows where import_id = $1', [importId]);
      await pipeline(
        Readable.from(chunks(importId, table, reader, counts, progress)),
        client.query(copyStreams.from(COPY)),
      );
      await client.query('commit');
      await client.query('analyze import_rows');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
    return counts;
  }
}

async function* chunks(
  importId: string,
  table: TableFile,
  reader: RowReader,
  counts: { rows: number; withProblems: number },
  progress: (done: number) => Promise<void>,
): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of table.rows()) {
    const read = reader.read(row);
    counts.rows += 1;
    if (read.problems.length > 0) counts.withProblems += 1;
    chunk += copyLine(importId, read);
    if (counts.rows % PER_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
    await progress(counts.rows);
  }
  if (chunk) yield chunk;
}
