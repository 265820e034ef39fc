import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import iconv from 'iconv-lite';
import { cellsOf, fileWith, recordsOf, removeFiles } from '../fixtures/table-files.js';
import { openTable, writeTable, type TableToWrite, type WrittenHeader } from '../index.js';
import { writeXlsx } from './xlsx-package.js';

afterAll(removeFiles);

const HEADERS: WrittenHeader[] = [
  { key: 'name', label: '客户', type: 'text' },
  { key: 'code', label: '编号', type: 'text' },
  { key: 'amount', label: '金额', type: 'decimal', scale: 2 },
  { key: 'count', label: '数量', type: 'integer' },
  { key: 'day', label: '日期', type: 'date' },
  { key: 'moment', label: '时间', type: 'datetime' },
];
const ROWS = [
  {
    name: '曾惠',
    code: '00123',
    amount: '-1234.50',
    count: 3,
    day: '2017-04-27',
    moment: '2017-04-27T08:05:30',
  },
  {
    name: 'a "b", <c> & d\ne',
    code: '110101199003071234',
    amount: null,
    count: null,
    day: null,
    moment: null,
  },
];

async function written(table: Partial<TableToWrite> & Pick<TableToWrite, 'format'>): Promise<string> {
  const path = await fileWith('', table.format);
  const result = await writeTable({ headers: HEADERS, rows: ROWS, ...table }, createWriteStream(path));
  expect(result.rows).toBe(table.rows ? Array.from(table.rows as Iterable<unknown>).length : ROWS.length);
  return path;
}

const EXPECTED = [
  ['曾惠', '00123', '-1234.50', '3', '2017-04-27', '2017-04-27T08:05:30'],
  ['a "b", <c> & d\ne', '110101199003071234', '', '', '', ''],
];

describe('writeTable', () => {
  it('CSV: UTF-8 with byte order mark, comes back as it was', async () => {
    const path = await written({ format: 'csv' });
    expect((await readFile(path)).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const table = await openTable(path, 'a.csv');
    expect(table.headers.map(({ id }) => id)).toEqual(HEADERS.map(({ label }) => label));
    expect(await cellsOf(table)).toEqual(EXPECTED);
  });

  it('CSV in GB18030', async () => {
    const path = await written({ format: 'csv', encoding: 'gb18030' });
    expect(iconv.decode(await readFile(path), 'gb18030')).toMatch(
      /^客户,编号,金额,数量,日期,时间\r\n曾惠,00123,/,
    );
    expect(await cellsOf(await openTable(path, 'a.csv', { encoding: 'gbk' }))).toEqual(EXPECTED);
  });

  it('XLSX: real numbers and dates, long digit strings as text', async () => {
    const table = await openTable(await written({ format: 'xlsx', sheetName: '客户[1]' }), 'a.xlsx');
    expect(table).toMatchObject({ format: 'xlsx', sheet: '客户 1', notes: [] });
    // A number has no trailing zeros, whatever its cell shows.
    expect(await cellsOf(table)).toEqual([
      ['曾惠', '00123', '-1234.5', '3', '2017-04-27', '2017-04-27T08:05:30'],
      EXPECTED[1],
    ]);
  });

  it('XLSX: a decimal beyond 15 digits stays exact as text', async () => {
    const rows = [{ amount: '1234567890123456.78' }, { amount: '123456789012.345' }];
    const table = await openTable(await written({ format: 'xlsx', rows }), 'a.xlsx');
    expect((await recordsOf(table)).map((row) => row.金额)).toEqual([
      '1234567890123456.78',
      '123456789012.345',
    ]);
  });

  it('XLSX continues on a second sheet when the first is full', async () => {
    const path = await fileWith('', 'xlsx');
    const rows = Array.from({ length: 7 }, (_, i) => ({ name: `客户${i}` }));
    await writeXlsx(
      { format: 'xlsx', headers: HEADERS, rows, sheetName: '客户' },
      createWriteStream(path),
      5,
    );
    const first = await openTable(path, 'a.xlsx');
    expect(first.sheets.map(({ name }) => name)).toEqual(['客户', '客户 (2)']);
    expect((await recordsOf(first)).map((row) => row.客户)).toEqual(['客户0', '客户1', '客户2', '客户3']);
    const second = await openTable(path, 'a.xlsx', { sheet: '客户 (2)' });
    expect((await recordsOf(second)).map((row) => row.客户)).toEqual(['客户4', '客户5', '客户6']);
  });

  it('JSON: one object per line, readable as JSON and as a table', async () => {
    const path = await written({ format: 'json' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(ROWS);
    const table = await openTable(path, 'a.json');
    expect(table.format).toBe('jsonl');
    expect(await cellsOf(table)).toEqual(EXPECTED);
  });

  it('writes a header alone when there are no rows', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const table = await openTable(await written({ format, rows: [] }), `a.${format}`);
      expect(table.headers).toHaveLength(HEADERS.length);
      expect(await cellsOf(table)).toEqual([]);
    }
    expect(JSON.parse(await readFile(await written({ format: 'json', rows: [] }), 'utf8'))).toEqual([]);
  });

  it.each(['csv', 'xlsx', 'json'] as const)(
    '%s: rejects when the rows fail, and when the output does',
    async (format) => {
      async function* failing() {
        yield ROWS[0] ?? {};
        throw new Error('database away');
      }
      const out = createWriteStream(await fileWith('', format));
      await expect(writeTable({ format, headers: HEADERS, rows: failing() }, out)).rejects.toThrow(
        'database away',
      );
      const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
      await expect(writeTable({ format, headers: HEADERS, rows: ROWS }, full)).rejects.toThrow('disk full');
    },
  );
});

describe('Cells that start a formula', () => {
  const NAUGHTY = [
    '=1+1',
    '+86 138',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    "'=1",
    "''=1",
    "'a",
    "it's",
  ];
  const rows = NAUGHTY.map((name) => ({ name, code: 'x', amount: name }));

  it('are harmless in CSV, even in a column that claims to hold numbers, and come back unchanged', async () => {
    const path = await written({ format: 'csv', rows });
    const raw = (await readFile(path, 'utf8')).replace('\ufeff', '');
    for (const start of [/(^|[,\n"])[=@＝＋－＠\t]/, /(^|[,\n"])[-+]/]) expect(raw).not.toMatch(start);
    const records = await recordsOf(await openTable(path, 'a.csv'));
    expect(records.map((row) => row.客户)).toEqual(NAUGHTY);
    expect(records.map((row) => row.金额)).toEqual(NAUGHTY);
  });

  it('are texts in XLSX, never formulas', async () => {
    const table = await openTable(await written({ format: 'xlsx', rows }), 'a.xlsx');
    expect((await recordsOf(table)).map((row) => row.客户)).toEqual(NAUGHTY);
  });

  it('a declared number keeps its minus', async () => {
    const path = await written({ format: 'csv', rows: [{ name: 'a', amount: '-5.00', count: -3 }] });
    expect(await readFile(path, 'utf8')).toContain('\r\na,,-5.00,-3,');
  });
});
