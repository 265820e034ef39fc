import { randomFillSync } from 'node:crypto';
import { utils, write } from 'xlsx';
import { removeFiles, rowsOf, tableOf } from './fixtures/table-files.js';
import { compoundFile, textRow, xlsxOf, zipOf } from './fixtures/workbooks.js';
import {
  DamagedFileError,
  EmptyFileError,
  EncryptedWorkbookError,
  FileTooLargeError,
  HeaderRowNotFoundError,
  HtmlTableError,
  InflationLimitError,
  NoTableError,
  NotATableFileError,
  SheetNotFoundError,
  TooManyColumnsError,
} from './index.js';

afterAll(removeFiles);

const good = xlsxOf({ sheets: { 客户: textRow(1, '名称', '城市') + textRow(2, '曾惠', '杭州') } });
const rubbish = randomFillSync(Buffer.alloc(5000));
/** BOF of a BIFF8 globals stream, then FILEPASS (0x2F) with RC4 data. */
const protectedXls = compoundFile({
  Workbook: Buffer.concat([
    Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from([0x2f, 0, 0x36, 0, 1, 0, 1, 0, 1, 0]),
    Buffer.alloc(4096),
  ]),
});
const odsBook = utils.book_new();
utils.book_append_sheet(
  odsBook,
  utils.aoa_to_sheet([
    ['a', 'b'],
    [1, 2],
  ]),
  'S',
);
const ods = Buffer.from(write(odsBook, { type: 'buffer', bookType: 'ods' }) as Uint8Array);

describe('Files that hold no readable table get a sentence, not a crash', () => {
  it.each<[string, Buffer | string, new (...args: never[]) => Error]>([
    ['empty', '', EmptyFileError],
    ['only blanks and line ends', ' \r\n\r\n \n', EmptyFileError],
    ['only delimiters', ',,,\n,,,\n', EmptyFileError],
    ['one byte', 'a', NoTableError],
    ['one NUL', '\0', EmptyFileError],
    ['random bytes', rubbish, NotATableFileError],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3', NotATableFileError],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), NotATableFileError],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), NotATableFileError],
    ['a zip of other things', zipOf({ 'a.txt': 'a' }), NotATableFileError],
    [
      'a Word document',
      zipOf({ '[Content_Types].xml': '<a/>', 'word/document.xml': '<a/>' }),
      NotATableFileError,
    ],
    ['an old Word document', compoundFile({ WordDocument: Buffer.alloc(5000) }), NotATableFileError],
    ['another compound file', compoundFile({ Other: Buffer.alloc(5000) }), DamagedFileError],
    ['a web page named .xls', '<html><body><table><tr><td>1</td></tr></table></body></html>', HtmlTableError],
    ['a web page with a doctype', '\ufeff  <!DOCTYPE html>\n<html></html>', HtmlTableError],
    ['a bare HTML table', '<table border="1"><tr><td>a</td></tr></table>', HtmlTableError],
    ['an XML document', '<?xml version="1.0"?><Workbook/>', NotATableFileError],
    ['truncated XLSX', good.subarray(0, good.length - 60), DamagedFileError],
    ['XLSX cut in half', good.subarray(0, good.length / 2), DamagedFileError],
    [
      'XLSX without a workbook',
      zipOf({ '[Content_Types].xml': '<a/>', 'xl/a.xml': '<a/>' }),
      DamagedFileError,
    ],
    ['XLSX without a sheet', xlsxOf({ sheets: {} }), DamagedFileError],
    ['XLSX with an empty sheet', xlsxOf({ sheets: { 空: '' } }), NoTableError],
    ['truncated ODS', ods.subarray(0, ods.length - 40), DamagedFileError],
    ['encrypted XLSX', compoundFile({ EncryptedPackage: Buffer.alloc(5000) }), EncryptedWorkbookError],
    ['encrypted XLS', protectedXls, EncryptedWorkbookError],
    [
      'encrypted ODS',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>',
        'content.xml': 'x',
      }),
      EncryptedWorkbookError,
    ],
    ['truncated XLS', compoundFile({ Workbook: Buffer.alloc(5000, 1) }).subarray(0, 3000), DamagedFileError],
  ])('%s', async (_, content, error) => {
    await expect(tableOf(content)).rejects.toThrow(error);
  });

  it('content of an XLSX entry that was changed on the way', async () => {
    const sheet =
      textRow(1, 'a', 'b') + Array.from({ length: 2000 }, (_, i) => textRow(i + 2, `${i}`, 'x')).join('');
    const damaged = Buffer.from(xlsxOf({ sheets: { S: sheet } }));
    damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 200);
    const read = async () => rowsOf(await tableOf(damaged));
    await expect(read()).rejects.toThrow(DamagedFileError);
  });
});

describe('Limits', () => {
  const bomb = zipOf({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024),
  });

  it('a zip bomb is refused before it is inflated', async () => {
    expect(bomb.length).toBeLessThan(100_000);
    await expect(tableOf(bomb)).rejects.toThrow(InflationLimitError);
  });

  it('a bomb that lies about its size ends in an error while inflating', async () => {
    const lying = Buffer.from(bomb);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(40 * 1024 * 1024);
    const claimed = Buffer.alloc(4);
    claimed.writeUInt32LE(1000);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) claimed.copy(lying, at);
    await expect(tableOf(lying)).rejects.toThrow(DamagedFileError);
  });

  it('a file, a workbook or a table beyond its limit', async () => {
    await expect(tableOf('a,b\n1,2\n', { limits: { maxFileBytes: 5 } })).rejects.toThrow(FileTooLargeError);
    await expect(tableOf(good, { limits: { maxInflatedBytes: 100 } })).rejects.toThrow(InflationLimitError);
    await expect(tableOf(good, { maxColumns: 1 })).rejects.toThrow(TooManyColumnsError);
    await expect(tableOf(protectedXls, { limits: { maxInMemoryBytes: 100 } })).rejects.toThrow(
      FileTooLargeError,
    );
  });

  it('a cell far beyond the last column of Excel costs nothing', async () => {
    const table = await tableOf(
      xlsxOf({
        sheets: {
          S: `${textRow(1, 'a', 'b')}<row r="2"><c r="ZZZZZZZ2"><v>1</v></c><c r="A2"><v>2</v></c></row>`,
        },
      }),
    );
    expect((await rowsOf(table)).map((row) => row.cells)).toEqual([['2', '']]);
  });
});

describe('Choices that do not fit the file', () => {
  it('are refused by name', async () => {
    await expect(tableOf(good, { sheet: '合同' })).rejects.toThrow(SheetNotFoundError);
    await expect(tableOf('a,b\n1,2\n', { headerRow: 40 })).rejects.toThrow(HeaderRowNotFoundError);
  });
});

describe('A wrong extension', () => {
  it.each<[string, Buffer | string, string]>([
    ['xls', good, 'xlsx'],
    ['xlsx', 'a,b\n1,2\n', 'csv'],
    ['csv', ods, 'ods'],
    ['csv', '{"a":1}\n{"a":2}\n', 'jsonl'],
  ])('.%s is read by content, with a note', async (extension, content, format) => {
    const table = await tableOf(content, {}, extension);
    expect(table.format).toBe(format);
    expect(table.notes).toContainEqual({
      code: 'wrong-extension',
      params: { extension: `.${extension}`, format },
    });
  });
});
