import { existsSync } from 'node:fs';
import { utils, write, type BookType, type WorkSheet } from 'xlsx';
import { cellsOf, recordsOf, removeFiles, rowsOf, tableOf } from '../fixtures/table-files.js';
import { textRow, xlsxOf, zipOf } from '../fixtures/workbooks.js';
import { openTable } from '../index.js';
import { meaningOfFormat } from './number-formats.js';
import { serialDateText } from './serial-date.js';

afterAll(removeFiles);

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="171" formatCode="000000"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';

describe('Cells of an XLSX', () => {
  it.each([
    ['number', '<c><v>129.696</v></c>', '129.696'],
    ['float noise as the file has it', '<c><v>125.43999999999998</v></c>', '125.43999999999998'],
    ['number in scientific notation', '<c><v>1.2E+5</v></c>', '120000'],
    ['long number, as Excel stored it', '<c><v>1.10101199003071E+17</v></c>', '110101199003071000'],
    ['text of digits', '<c t="inlineStr"><is><t>00123</t></is></c>', '00123'],
    ['shared string', '<c t="s"><v>0</v></c>', '曾惠'],
    ['rich text', '<c t="s"><v>1</v></c>', '红色 剪刀'],
    ['phonetic guide left out', '<c t="s"><v>2</v></c>', '東京'],
    ['escaped character', '<c t="s"><v>3</v></c>', 'a\r\nb_x000D_'],
    ['entities once, not twice', '<c t="s"><v>4</v></c>', '&lt;b&gt;'],
    ['date', '<c s="1"><v>42852</v></c>', '2017-04-27'],
    ['moment', '<c s="2"><v>42852.337152777779</v></c>', '2017-04-27T08:05:30'],
    ['Chinese date format', '<c s="3"><v>42852</v></c>', '2017-04-27'],
    ['time without a day', '<c s="2"><v>0.5</v></c>', '12:00:00'],
    ['postcode by format', '<c s="4"><v>10020</v></c>', '010020'],
    ['ISO date', '<c t="d"><v>2017-04-27T00:00:00.000Z</v></c>', '2017-04-27'],
    ['formula with number', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['formula with date', '<c s="1"><f>TODAY()</f><v>42852</v></c>', '2017-04-27'],
    ['formula with text', '<c t="str"><f>A1</f><v>结果</v></c>', '结果'],
    ['formula with boolean', '<c t="b"><f>1=1</f><v>1</v></c>', 'TRUE'],
    ['formula never calculated', '<c><f>1+1</f></c>', ''],
    ['boolean', '<c t="b"><v>0</v></c>', 'FALSE'],
  ])('%s', async (_, cell, expected) => {
    const strings =
      '<si><t>曾惠</t></si><si><r><rPr><b/></rPr><t>红色</t></r><r><t xml:space="preserve"> 剪刀</t></r></si>' +
      '<si><t>東京</t><rPh><t>トウキョウ</t></rPh></si><si><t>a_x000D_\nb_x005F_x000D_</t></si>' +
      '<si><t>&amp;lt;b&amp;gt;</t></si>';
    const sheet = `${textRow(1, '值', '别')}<row r="2">${cell}<c t="inlineStr"><is><t>x</t></is></c></row>`;
    const table = await tableOf(xlsxOf({ sheets: { S: sheet }, strings, styles: STYLES }));
    expect(await cellsOf(table)).toEqual([[expected, 'x']]);
  });

  it('#N/A is a problem of its row', async () => {
    const sheet = `${textRow(1, '值', '别')}<row r="2"><c t="e"><f>X</f><v>#N/A</v></c></row>${textRow(3, 'a', 'b')}`;
    const rows = await rowsOf(await tableOf(xlsxOf({ sheets: { S: sheet } })));
    expect(rows[0]?.problem).toEqual({ code: 'cell-error', params: { column: 'A', error: '#N/A' } });
    expect(rows[1]?.problem).toBeUndefined();
  });

  it('dates of the 1904 system', async () => {
    const sheet = `${textRow(1, '日期', '别')}<row r="2"><c s="1"><v>41390</v></c><c s="1"><v>0</v></c></row>`;
    const table = await tableOf(xlsxOf({ sheets: { S: sheet }, styles: STYLES, date1904: true }));
    expect(await cellsOf(table)).toEqual([['2017-04-27', '1904-01-01']]);
  });

  it('rows and cells without references, elements with a prefix', async () => {
    const sheet = '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>';
    const table = await tableOf(
      xlsxOf({ sheets: { S: `${sheet}<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>` } }),
    );
    expect(await recordsOf(table)).toEqual([{ a: '1', b: '2' }]);
  });
});

describe('Sheets', () => {
  it('hidden ones are listed, noted and not chosen; any may be', async () => {
    const sheets = {
      '!旧': textRow(1, 'x', 'y') + textRow(2, '1', '2'),
      客户: textRow(1, 'a', 'b') + textRow(2, '3', '4'),
    };
    const table = await tableOf(xlsxOf({ sheets }));
    expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['旧', true],
      ['客户', false],
    ]);
    expect(table.sheet).toBe('客户');
    expect(table.notes).toContainEqual({ code: 'hidden-sheets', params: { names: ['旧'] } });
    expect(await cellsOf(await tableOf(xlsxOf({ sheets }), { sheet: '旧' }))).toEqual([['1', '2']]);
  });

  it('the header is found under a merged title and a remark', async () => {
    const sheet = [
      '<row r="1"><c r="A1" t="inlineStr"><is><t>2017年客户清单</t></is></c></row>',
      '<row r="2"><c r="A2" t="inlineStr"><is><t>制表:</t></is></c><c r="C2" t="inlineStr"><is><t>李</t></is></c></row>',
      textRow(4, '客户', '城市', '电话', '额度'),
      textRow(5, '曾惠', '杭州', '138', '100'),
      textRow(6, '许安', '内江', '139', '200'),
    ].join('');
    const after = '<mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells>';
    const bytes = xlsxOf({ sheets: { S: sheet }, after });
    const table = await tableOf(bytes);
    expect(table.headerRow).toBe(4);
    expect((await rowsOf(table)).map((row) => row.line)).toEqual([5, 6]);
    const chosen = await tableOf(bytes, { headerRow: 5 });
    expect(chosen.headers.map(({ id }) => id)).toEqual(['曾惠', '杭州', '138', '100']);
    const none = await tableOf(bytes, { headerRow: 'none' });
    expect(none.headers.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
    expect(await cellsOf(none)).toHaveLength(5);
  });
});

const odsCell = (type: string, attributes: string, text = ''): string =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const odsRow = (...content: string[]): string => `<table:table-row>${content.join('')}</table:table-row>`;

describe('The same sheet as .xls, .ods and .xlsx of another writer', () => {
  const cells: WorkSheet = utils.aoa_to_sheet([
    ['编号', '名称', '金额', '日期', '是否'],
    ['00123', '曾惠', 129.696, { t: 'n', v: 42852, z: 'yyyy-mm-dd' }, true],
    ['110101199003071234', '许安', -60.70400000000001, { t: 'n', v: 42853, z: 'yyyy/m/d' }, false],
  ]);
  it.each<BookType>(['biff8', 'xlsx'])('%s', async (bookType) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, cells, '客户');
    const table = await tableOf(Buffer.from(write(book, { type: 'buffer', bookType }) as Uint8Array));
    expect(table.sheets).toEqual([{ name: '客户', hidden: false, rows: 3 }]);
    expect(await cellsOf(table)).toEqual([
      ['00123', '曾惠', '129.696', '2017-04-27', 'TRUE'],
      ['110101199003071234', '许安', '-60.70400000000001', '2017-04-28', 'FALSE'],
    ]);
  });

  it('ods: repeated cells, dates, moments, percent', async () => {
    const rows = [
      odsRow(...['编号', '日期', '时间', '折扣'].map((label) => odsCell('string', '', label))),
      odsRow(
        odsCell('string', '', '00123'),
        odsCell('date', 'office:date-value="2017-04-27"', '2017年4月27日'),
        odsCell('date', 'office:date-value="2017-04-27T08:05:30"', '27.04.17 08:05'),
        odsCell('percentage', 'office:value="0.4"', '40%'),
        '<table:table-cell table:number-columns-repeated="1000"/>',
      ),
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>',
    ];
    const names = ['office', 'table', 'text'].map(
      (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
    );
    const content =
      `<?xml version="1.0"?><office:document-content ${names.join(' ')}><office:body><office:spreadsheet>` +
      `<table:table table:name="订单">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const table = await tableOf(
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': '<a/>',
        'content.xml': content,
      }),
    );
    expect(await cellsOf(table)).toEqual([['00123', '2017-04-27', '2017-04-27T08:05:30', '0.4']]);
  });

  const SUPERSTORE = '../../../shared/data/superstore/superstore-gbk.csv';
  for (const bookType of ['biff8', 'ods', 'xlsx'] as const) {
    (existsSync(SUPERSTORE) ? it : it.skip)(
      `superstore re-saved as ${bookType} (../shared/data, skipped where absent)`,
      async () => {
        const csv = await cellsOf(await openTable(SUPERSTORE, 'superstore.csv'));
        const headers = (await openTable(SUPERSTORE, 'superstore.csv')).headers.map(({ id }) => id);
        const book = utils.book_new();
        const typed = csv.map((row) => row.map((cell, i) => (i >= 16 ? Number(cell) : cell)));
        utils.book_append_sheet(book, utils.aoa_to_sheet([headers, ...typed]), '订单');
        const bytes = Buffer.from(write(book, { type: 'buffer', bookType, bookSST: true }) as Uint8Array);
        const table = await tableOf(bytes);
        expect(table.headers.map(({ id }) => id)).toEqual(headers);
        const plain = csv.map((row) => row.map((cell, i) => (i >= 16 ? String(Number(cell)) : cell)));
        expect(await cellsOf(table)).toEqual(plain);
      },
      180_000,
    );
  }
});

describe('meaningOfFormat', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['h:mm:ss.000', 'date'],
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0.00"元"', 'number'],
    ['[Red]-0.00', 'number'],
    ['[h]:mm', 'date'],
    ['"d"0', 'number'],
    ['0.00E+00', 'number'],
    ['000000', 'padded'],
    ['@', 'number'],
  ])('%s: %s', (code, kind) => expect(meaningOfFormat(code).kind).toBe(kind));
});

describe('serialDateText', () => {
  it.each<[number, boolean, string | undefined]>([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [42852.999_999_9, false, '2017-04-28'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [-1, false, undefined],
    [0, true, '1904-01-01'],
  ])('%s (1904: %s) → %s', (serial, date1904, text) => expect(serialDateText(serial, date1904)).toBe(text));
});
