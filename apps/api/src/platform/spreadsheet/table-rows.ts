import { columnLetter } from './column-letter.js';
import { isBlankRow } from './header-row.js';
import { isStorable, storable } from './storable-text.js';
import type { Header, RawRow, RowSource, TableNote, TableRow } from './table-file.js';

/** The rows below `headerLine`, fitted to the headers; blank rows are left out. */
export async function* tableRows(
  source: RowSource,
  headerLine: number,
  headers: readonly Header[],
  maxCellLength: number,
): AsyncGenerator<TableRow> {
  const lostBefore = source.notes.some(({ code }) => code === 'replacement-characters');
  const fit = rowFitter(headers, maxCellLength, !lostBefore);
  for await (const row of source.records()) {
    if (row.line > headerLine && (row.problem || !isBlankRow(row))) yield fit(row);
  }
}

function rowFitter(
  headers: readonly Header[],
  maxCellLength: number,
  reportUndecodable: boolean,
): (row: RawRow) => TableRow {
  const columns = headers.map((header) => header.column);
  const known = new Set(columns);
  const contiguous = columns.every((column, index) => column === index);
  const width = (columns.at(-1) ?? -1) + 1;

  return ({ line, cells, problem }) => {
    const fitted =
      contiguous && cells.length === width ? cells : columns.map((column) => cells[column] ?? '');
    let found = problem ?? (cells.length > columns.length ? strayCell(cells, known, width) : undefined);
    for (let i = 0; i < fitted.length; i++) {
      let cell = fitted[i] as string;
      if (!isStorable(cell)) {
        found ??= { code: 'forbidden-character', params: { column: headers[i]?.id } };
        fitted[i] = cell = storable(cell);
      }
      if (cell.length > maxCellLength) {
        const params = { column: headers[i]?.id, length: cell.length, limit: maxCellLength };
        found ??= { code: 'cell-too-long', params };
        fitted[i] = cell.slice(0, maxCellLength);
      }
      if (!found && reportUndecodable && cell.includes('\ufffd'))
        found = { code: 'undecodable', params: { column: headers[i]?.id } };
    }
    if (!found && isTotal(fitted)) found = { code: 'total-row', params: {} };
    return found ? { line, cells: fitted, problem: found } : { line, cells: fitted };
  };
}

/** Content outside the headed columns would be lost without a word, so the row is reported. */
function strayCell(cells: string[], known: Set<number>, width: number): TableNote | undefined {
  const stray = cells.findIndex((cell, column) => !known.has(column) && cell.trim() !== '');
  if (stray < 0) return undefined;
  return stray >= width
    ? { code: 'row-too-long', params: { cells: cells.length, expected: width } }
    : { code: 'cell-without-header', params: { column: columnLetter(stray) } };
}

/** What people write before the sums at the foot of a list. */
const TOTAL =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|本页合计|(?:grand\s*|sub[\s-]*)?totals?|sum)\s*[:：]?$/i;

/** 「合计 5家 1,405,000」 is no record of its list; a firm called Total has more to say than numbers. */
function isTotal(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell.trim() !== '');
  if (first < 0 || cells.length < 2 || !TOTAL.test(cells[first]!.trim())) return false;
  return cells.slice(first + 1).every((cell) => cell.trim() === '' || /\d/.test(cell));
}
