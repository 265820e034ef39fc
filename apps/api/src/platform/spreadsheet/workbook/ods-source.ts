import type { OpenedFile } from '../open-table.js';
import { DamagedFileError } from '../spreadsheet.errors.js';
import type { RawRow, RowSource } from '../table-file.js';
import { OdsReader } from './ods-reader.js';
import { listOdsSheets } from './ods-sheets.js';
import { chooseSheet, sheetNotes } from './sheet-choice.js';
import { xmlSteps } from './xml-stream.js';
import { ZipArchive } from './zip-archive.js';

const CONTENT = 'content.xml';

/**
 * OpenDocument spreadsheets, streamed.
 *
 * Why not SheetJS, which reads our .xls: it needs the whole file in memory, and its dates are minutes off in time zones
 * whose offset of 1899 was odd, Asia/Shanghai among them.
 */
export async function odsSource(file: OpenedFile): Promise<RowSource> {
  const zip = await ZipArchive.open(file.path, file.fileName);
  try {
    zip.guard(file.limits);
    const sheets = await listOdsSheets(zip.chunks(CONTENT));
    if (sheets.length === 0) throw new DamagedFileError(file.fileName, { cause: 'no sheets' });
    const chosen = chooseSheet(sheets, file);
    return {
      format: 'ods',
      sheets,
      sheet: chosen.name,
      notes: sheetNotes(sheets),
      records: () => recordsOf(file, sheets.indexOf(chosen)),
      estimate: () => chosen.rows,
    };
  } finally {
    zip.close();
  }
}

async function* recordsOf(file: OpenedFile, sheet: number): AsyncGenerator<RawRow> {
  const zip = await ZipArchive.open(file.path, file.fileName);
  try {
    const reader = new OdsReader(sheet);
    for await (const _ of xmlSteps(zip.chunks(CONTENT), reader)) {
      for (const { first, repeat, cells, problem } of reader.take()) {
        for (let i = 0; i < repeat; i++) yield { line: first + i, cells: [...cells], problem };
      }
      if (reader.isPast) return;
    }
  } finally {
    zip.close();
  }
}
