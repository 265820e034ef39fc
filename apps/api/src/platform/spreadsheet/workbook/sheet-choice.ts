import type { OpenedFile } from '../open-table.js';
import { SheetNotFoundError } from '../spreadsheet.errors.js';
import type { SheetInfo, TableNote } from '../table-file.js';

/** The chosen sheet; else the first visible one not known to be empty; else the first visible, else the first. */
export function chooseSheet(sheets: readonly SheetInfo[], { choices, fileName }: OpenedFile): SheetInfo {
  if (choices.sheet !== undefined) {
    const chosen = sheets.find((sheet) => sheet.name === choices.sheet);
    if (!chosen) throw new SheetNotFoundError(fileName, choices.sheet);
    return chosen;
  }
  const visible = sheets.filter((sheet) => !sheet.hidden);
  return (visible.find((sheet) => (sheet.rows ?? 2) > 1) ?? visible[0] ?? sheets[0]) as SheetInfo;
}

export function sheetNotes(sheets: readonly SheetInfo[]): TableNote[] {
  const names = sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  return names.length > 0 ? [{ code: 'hidden-sheets', params: { names } }] : [];
}
