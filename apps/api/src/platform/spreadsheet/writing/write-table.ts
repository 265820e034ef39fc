import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { csvText } from './csv-text.js';
import { jsonText } from './json-text.js';
import { RowCounter, type TableToWrite, type WrittenTable } from './table-to-write.js';
import { writeXlsx } from './xlsx-package.js';

/**
 * Writes a table as a stream and ends `out`; memory stays flat at any number of rows, since rows are only asked for
 * as fast as `out` takes them. Rejects, and destroys `out`, when the rows or `out` fail.
 */
export async function writeTable(table: TableToWrite, out: Writable): Promise<WrittenTable> {
  const counter = new RowCounter();
  const rows = counter.count(table.rows);
  if (table.format === 'xlsx') {
    await writeXlsx({ ...table, rows }, out);
  } else {
    const text = table.format === 'csv' ? csvText(table.headers, rows) : jsonText(table.headers, rows);
    const encoding = table.format === 'csv' ? (table.encoding ?? 'utf-8') : 'utf-8';
    await pipeline(Readable.from(encoded(text, encoding, table.format === 'csv')), out);
  }
  return { rows: counter.rows };
}

/** Without the mark Excel takes UTF-8 for the system's encoding and shows rubbish. */
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

async function* encoded(
  text: AsyncIterable<string>,
  encoding: 'utf-8' | 'gb18030',
  marked: boolean,
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    if (marked) yield UTF8_MARK;
    for await (const part of text) yield Buffer.from(part, 'utf8');
    return;
  }
  for await (const part of text) yield iconv.encode(part, encoding);
}
