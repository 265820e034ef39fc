import { guardFormula } from '../text/formula-guard.js';
import type { WrittenHeader, WrittenRow } from './table-to-write.js';
import { inParts } from './text-parts.js';

const NUMBER = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** CSV by RFC 4180 (comma, CR LF, quotes where needed), header first; cells that start a formula are made harmless. */
export function csvText(headers: readonly WrittenHeader[], rows: AsyncIterable<WrittenRow>) {
  return inParts(csvLines(headers, rows));
}

async function* csvLines(headers: readonly WrittenHeader[], rows: AsyncIterable<WrittenRow>) {
  yield line(headers.map(({ label }) => guardFormula(label)));
  for await (const row of rows) yield line(headers.map((header) => cell(header, row[header.key])));
}

const line = (cells: string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function cell({ type }: WrittenHeader, value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  // A declared number may start with a minus; a text that only claims to be one may not.
  const isNumber = (type === 'decimal' || type === 'integer') && NUMBER.test(text);
  return isNumber ? text : guardFormula(text);
}
