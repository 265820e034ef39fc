import type { OpenedFile } from '../open-table.js';
import { DamagedFileError, InflationLimitError } from '../spreadsheet.errors.js';
import type { RawRow, RowSource, SheetInfo } from '../table-file.js';
import { readNumberFormats } from './number-formats.js';
import { readSharedStrings } from './shared-strings.js';
import { chooseSheet, sheetNotes } from './sheet-choice.js';
import { type SheetContext, sheetRecords } from './sheet-records.js';
import { type SheetPart, workbookParts } from './workbook-parts.js';
import { ZipArchive } from './zip-archive.js';

/**
 * XLSX read as a stream of XML events: memory holds the shared strings and one row.
 *
 * Why not ExcelJS: its stream reader guesses sheets by entry name, loses formula results
 * that are dates, booleans or errors, decodes entities twice and fails on cells without a reference.
 */
export async function xlsxSource(file: OpenedFile): Promise<RowSource> {
  const zip = await ZipArchive.open(file.path, file.fileName);
  try {
    zip.guard(file.limits);
    const parts = await workbookParts(zip, file.fileName);
    if (parts.sheets.length === 0) throw new DamagedFileError(file.fileName, { cause: 'no sheets' });
    const sheets: SheetInfo[] = [];
    for (const part of parts.sheets) {
      sheets.push({ name: part.name, hidden: part.hidden, rows: await claimedRows(zip, part) });
    }
    const chosen = chooseSheet(sheets, file);
    const part = parts.sheets[sheets.indexOf(chosen)] as SheetPart;
    const strings = zip.inflatedSize(parts.sharedStrings ?? '');
    if (strings > file.limits.maxSharedStringBytes) {
      throw new InflationLimitError(file.fileName, strings, file.limits.maxSharedStringBytes);
    }
    const context: SheetContext = {
      strings: parts.sharedStrings ? await readSharedStrings(zip.chunks(parts.sharedStrings)) : [],
      meanings: parts.styles ? await readNumberFormats(zip.chunks(parts.styles)) : [],
      date1904: parts.date1904,
    };
    return {
      format: 'xlsx',
      sheets,
      sheet: chosen.name,
      notes: sheetNotes(sheets),
      records: () => recordsOf(file, part, context),
      estimate: () => chosen.rows,
    };
  } finally {
    zip.close();
  }
}

/** Opens the archive anew, so that rows can be streamed any number of times and nothing stays open between. */
async function* recordsOf(file: OpenedFile, part: SheetPart, context: SheetContext): AsyncGenerator<RawRow> {
  const zip = await ZipArchive.open(file.path, file.fileName);
  try {
    yield* sheetRecords(zip.chunks(part.path), context);
  } finally {
    zip.close();
  }
}

/** The `<dimension ref="A1:U10001">` near the top of a sheet; not every writer gives one, nor an honest one. */
async function claimedRows(zip: ZipArchive, part: SheetPart): Promise<number | undefined> {
  let head = '';
  for await (const chunk of zip.chunks(part.path)) {
    head += chunk.toString('latin1');
    if (head.length > 8192 || head.includes('sheetData')) break;
  }
  const claim = /dimension\s[^>]*ref="[A-Z]+\d+(?::[A-Z]+(\d+))?"/.exec(head);
  return claim ? Number(claim[1] ?? 1) : undefined;
}
