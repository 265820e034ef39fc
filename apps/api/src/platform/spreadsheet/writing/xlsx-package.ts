import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MAX_SHEET_ROWS, rowWriter, SHEET_END, sheetStart, xmlText } from './sheet-xml.js';
import { stylesXml } from './styles-xml.js';
import type { TableToWrite, WrittenHeader, WrittenRow } from './table-to-write.js';
import { inParts } from './text-parts.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Sheets are highly repetitive: more effort costs much time and saves little space. */
const COMPRESSION = { compressionLevel: 3 };

/**
 * Writes a workbook as a stream (ECMA-376): sheets first, the parts that list them last, since how many there are is
 * known only then. Why not ExcelJS: its stream writer does not wait for a slow reader, so rows pile up in memory.
 * @param maxRows rows per sheet, header included; what is beyond continues on a further sheet
 */
export async function writeXlsx(table: TableToWrite, out: Writable, maxRows = MAX_SHEET_ROWS): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const written = pipeline(output, out);
  zip.on('error', (error: Error) => output.destroy(error));
  await Promise.all([
    written,
    addParts(zip, table, maxRows).catch((error: unknown) => output.destroy(error as Error)),
  ]);
}

async function addParts(zip: ZipFile, table: TableToWrite, maxRows: number): Promise<void> {
  const rows = iteratorOf(table.rows);
  let sheets = 0;
  let next = await rows.next();
  do {
    const sheet = sheetXml(table.headers, rows, next, maxRows);
    await addStream(zip, `xl/worksheets/sheet${++sheets}.xml`, inParts(sheet.text()));
    next = sheet.next();
  } while (!next.done);
  add(zip, 'xl/workbook.xml', workbookXml(table.sheetName ?? 'Sheet', sheets));
  add(zip, 'xl/_rels/workbook.xml.rels', workbookRelations(sheets));
  add(zip, 'xl/styles.xml', stylesXml(table.headers));
  add(zip, '_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add(zip, '[Content_Types].xml', contentTypes(sheets));
  zip.end();
}

async function* iteratorOf(rows: TableToWrite['rows']): AsyncGenerator<WrittenRow, undefined> {
  yield* rows;
}

/** One sheet from `first` on; `next()` tells the row that did not fit any more. */
function sheetXml(
  headers: readonly WrittenHeader[],
  rows: AsyncGenerator<WrittenRow, undefined>,
  first: IteratorResult<WrittenRow, undefined>,
  maxRows: number,
) {
  let row = first;
  return {
    next: () => row,
    async *text(): AsyncGenerator<string> {
      const write = rowWriter(headers);
      yield sheetStart(headers);
      for (let line = 2; !row.done && line <= maxRows; line++) {
        yield write(row.value, line);
        row = await rows.next();
      }
      yield SHEET_END;
    },
  };
}

/** Resolves once the entry has been read to its end; the next one is not started before. */
function addStream(zip: ZipFile, name: string, parts: AsyncIterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = Readable.from(buffers(parts), { objectMode: false });
    stream.once('end', resolve).once('error', reject);
    zip.addReadStream(stream, name, COMPRESSION);
  });
}

async function* buffers(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part, 'utf8');
}

const add = (zip: ZipFile, name: string, xml: string): void => zip.addBuffer(Buffer.from(xml, 'utf8'), name);

function workbookXml(sheetName: string, sheets: number): string {
  // Excel allows 31 characters and forbids these signs.
  const base =
    sheetName
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, ' ')
      .trim()
      .slice(0, 26) || 'Sheet';
  const list = Array.from({ length: sheets }, (_, i) => {
    const name = xmlText(i === 0 ? base : `${base} (${i + 1})`);
    return `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const targets = Array.from(
    { length: sheets },
    (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const,
  );
  return relations([...targets, ['styles', 'styles.xml']]);
}

function relations(targets: (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const list = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet'));
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${list.join('')}</Types>`
  );
}

const part = (name: string, type: string): string =>
  `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
