import { readFile } from 'node:fs/promises';
import { read, type CellObject, type WorkBook } from 'xlsx';
import { columnLetter } from '../column-letter.js';
import type { OpenedFile } from '../open-table.js';
import { DamagedFileError, EncryptedWorkbookError, FileTooLargeError } from '../spreadsheet.errors.js';
import type { RawRow, RowSource, SheetInfo, TableNote } from '../table-file.js';
import { plainDecimal } from '../values/plain-decimal.js';
import { meaningOfFormat } from './number-formats.js';
import { serialDateText } from './serial-date.js';
import { chooseSheet, sheetNotes } from './sheet-choice.js';

/**
 * .xls through SheetJS, the only kept reader of the old binary format. The release on npm has known advisories
 * (prototype pollution when reading, slow regular expressions), so it is used in this file alone, below a size limit,
 * without formulas, HTML or styles, and nothing but plain cell values leaves this file.
 */
export async function xlsSource(file: OpenedFile): Promise<RowSource> {
  const { fileName, limits, size } = file;
  if (size > limits.maxInMemoryBytes) throw new FileTooLargeError(fileName, size, limits.maxInMemoryBytes);
  const book = readBook(await readFile(file.path), fileName);
  const sheets: SheetInfo[] = book.SheetNames.map((name, index) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: gridOf(book, name).length,
  }));
  if (sheets.length === 0) throw new DamagedFileError(fileName, { cause: 'no sheets' });
  const chosen = chooseSheet(sheets, file);
  const grid = gridOf(book, chosen.name);
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return {
    format: 'xls',
    sheets,
    sheet: chosen.name,
    notes: sheetNotes(sheets),
    records: () => gridRecords(grid, date1904),
    estimate: () => grid.length,
  };
}

function readBook(bytes: Buffer, fileName: string): WorkBook {
  try {
    return read(bytes, {
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    });
  } catch (cause) {
    if (/password|encrypt/i.test(String(cause))) throw new EncryptedWorkbookError(fileName);
    throw new DamagedFileError(fileName, { cause });
  }
}

type Grid = (CellObject | undefined)[][];

/** In dense mode a sheet is an array of rows; the published types do not know that. */
const gridOf = (book: WorkBook, name: string): Grid => {
  const sheet: unknown = book.Sheets[name];
  return Array.isArray(sheet) ? (sheet as Grid) : [];
};

async function* gridRecords(grid: Grid, date1904: boolean): AsyncGenerator<RawRow> {
  for (const [index, row] of grid.entries()) {
    if (!row) continue;
    let problem: TableNote | undefined;
    const cells = Array.from(row, (cell, column) => {
      if (cell?.t === 'e') {
        problem ??= { code: 'cell-error', params: { column: columnLetter(column), error: errorName(cell) } };
      }
      return cell ? cellText(cell, date1904) : '';
    });
    yield { line: index + 1, cells, problem };
  }
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return errorName(cell);
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'string') return cell.v;
  if (cell.v instanceof Date) return cell.v.toISOString();
  const meaning = meaningOfFormat(String(cell.z ?? ''));
  if (meaning.kind === 'date') return serialDateText(cell.v, date1904) ?? plainDecimal(cell.v);
  const text = plainDecimal(cell.v);
  return meaning.kind === 'padded' ? text.padStart(meaning.digits, '0') : text;
}

const ERRORS: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

const errorName = (cell: CellObject): string => ERRORS[Number(cell.v)] ?? '#VALUE!';
