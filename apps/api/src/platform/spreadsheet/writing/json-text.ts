import type { WrittenHeader, WrittenRow } from './table-to-write.js';
import { inParts } from './text-parts.js';

/** A JSON array with one object per line; its keys are those of the headers, decimals stay texts. */
export function jsonText(headers: readonly WrittenHeader[], rows: AsyncIterable<WrittenRow>) {
  return inParts(jsonLines(headers, rows));
}

async function* jsonLines(headers: readonly WrittenHeader[], rows: AsyncIterable<WrittenRow>) {
  let separator = '[\n';
  for await (const row of rows) {
    const entries = headers.map(({ key }) => [key, row[key] ?? null]);
    yield separator + JSON.stringify(Object.fromEntries(entries));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
