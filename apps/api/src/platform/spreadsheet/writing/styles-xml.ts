import { xmlText } from './sheet-xml.js';
import type { WrittenHeader } from './table-to-write.js';

/** Custom formats start here by the standard. */
const FIRST_CUSTOM_FORMAT = 164;

/** Styles: 0 = none, 1 = header (bold), then one per column. */
export function stylesXml(headers: readonly WrittenHeader[]): string {
  const codes = headers.map(formatCode);
  const formats = codes.map(
    (code, i) => `<numFmt numFmtId="${FIRST_CUSTOM_FORMAT + i}" formatCode="${xmlText(code)}"/>`,
  );
  const columns = codes.map(
    (_, i) =>
      `<xf numFmtId="${FIRST_CUSTOM_FORMAT + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
    '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${columns.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${columns.join('')}</cellXfs>` +
    '</styleSheet>'
  );
}

function formatCode({ type, scale }: WrittenHeader): string {
  switch (type) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'datetime':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'integer':
      return '0';
    case 'decimal':
      return scale === undefined ? 'General' : `#,##0${scale > 0 ? `.${'0'.repeat(scale)}` : ''}`;
    default:
      // Text, so that leading zeros survive when a person edits the cell.
      return '@';
  }
}
