import { serialOfDateText } from '../workbook/serial-date.js';
import { columnLetter } from '../column-letter.js';
import type { WrittenHeader, WrittenRow } from './table-to-write.js';

/** Last row of an XLSX sheet, header included. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Excel cuts or rejects longer cells. */
const MAX_CELL_LENGTH = 32_767;
/** A float holds 15 significant digits for sure; what has more is written as text. */
const SAFE_DIGITS = 15;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Index into `cellXfs` of the style of each column; header style is 1. See {@link stylesXml}. */
export const FIRST_COLUMN_STYLE = 2;

/** Everything before the first row: frozen header, widths. */
export function sheetStart(headers: readonly WrittenHeader[]): string {
  const columns = headers.map(
    (header, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width(header)}" style="${i + FIRST_COLUMN_STYLE}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    `</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>` +
    `<row r="1">${headers.map(({ label }, i) => textCell(`${columnLetter(i)}1`, 1, label)).join('')}</row>`
  );
}

export const SHEET_END = '</sheetData></worksheet>';

/** Turns rows into XML; made once per sheet, so that letters and styles are not worked out per cell. */
export function rowWriter(headers: readonly WrittenHeader[]): (row: WrittenRow, line: number) => string {
  const columns = headers.map((header, i) => ({
    header,
    letter: columnLetter(i),
    style: i + FIRST_COLUMN_STYLE,
  }));
  return (row, line) => {
    let xml = `<row r="${line}">`;
    for (const { header, letter, style } of columns) {
      const value = row[header.key];
      if (value === null || value === undefined || value === '') continue;
      xml += cell(`${letter}${line}`, style, header.type, String(value));
    }
    return `${xml}</row>`;
  };
}

function cell(reference: string, style: number, type: WrittenHeader['type'], text: string): string {
  const number =
    type === 'text'
      ? undefined
      : type === 'date' || type === 'datetime'
        ? serialOfDateText(text)
        : safe(text);
  return number === undefined
    ? textCell(reference, style, text)
    : `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
}

function safe(text: string): string | undefined {
  if (!NUMBER.test(text)) return undefined;
  return text.replace(/^-?0*\.?0*|\./g, '').length <= SAFE_DIGITS ? text : undefined;
}

/** An inline string can never become a formula, whatever it starts with. */
function textCell(reference: string, style: number, text: string): string {
  const cut = text.length > MAX_CELL_LENGTH ? text.slice(0, MAX_CELL_LENGTH) : text;
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cut)}</t></is></c>`;
}

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
const SPECIAL = /[&<>"\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}|_x[0-9a-fA-F]{4}_/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes for XML; what XML cannot hold becomes `_xHHHH_` (ECMA-376-1, 22.9.2.19). */
export function xmlText(text: string): string {
  return text.replace(SPECIAL, (found) => {
    if (found.startsWith('_x')) return `_x005F${found}`;
    return ENTITIES[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** In characters of the standard font; an ideograph is two wide. */
function width({ label, type }: WrittenHeader): number {
  const wide = label.replace(/[\u2e80-\uffef]/g, '..').length + 2;
  const least = { text: 14, decimal: 14, integer: 10, date: 12, datetime: 20 }[type];
  return Math.min(60, Math.max(least, wide));
}
