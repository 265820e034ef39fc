import { existsSync } from 'node:fs';
import { openTable } from './index.js';
import { cellsOf } from './fixtures/table-files.js';

const DATA = '../../../shared/data';
const withData = existsSync(DATA) ? it : it.skip;

describe('openTable on real files (../shared/data, skipped where absent)', () => {
  withData('superstore: 10,000 lines of GBK', async () => {
    const table = await openTable(`${DATA}/superstore/superstore-gbk.csv`, 'superstore-gbk.csv');
    expect(table).toMatchObject({ format: 'csv', delimiter: ',', headerRow: 1, notes: [] });
    expect(table.encoding?.name).toBe('gb18030');
    expect(table.encoding?.confidence).toBeGreaterThan(0.95);
    expect(table.headers.map(({ id }) => id).slice(0, 7)).toEqual([
      '行 ID',
      '订单 ID',
      '订单日期',
      '发货日期',
      '邮寄方式',
      '客户 ID',
      '客户名称',
    ]);
    const rows = await cellsOf(table);
    expect(rows).toHaveLength(10_000);
    expect(rows[0]?.slice(6, 10)).toEqual(['曾惠', '公司', '杭州', '浙江']);
    expect(rows[0]?.at(-1)).toBe('-60.70400000000001');
    expect(table.estimatedRows).toBeGreaterThan(9_000);
    expect(table.estimatedRows).toBeLessThan(11_000);
  });

  const simple = [
    ['2011-01-01', '1', 'Galway'],
    ['2011-01-02', '-1', 'Galway'],
    ['2011-01-03', '0', 'Galway'],
    ['2011-01-01', '6', 'Berkeley'],
    ['2011-01-02', '8', 'Berkeley'],
    ['2011-01-03', '5', 'Berkeley'],
  ];
  for (const [name, format] of [
    ['simple.csv', 'csv'],
    ['simple.ssv', 'csv'],
    ['simple.xls', 'xls'],
    ['simple.xlsx', 'xlsx'],
  ] as const) {
    withData(`messy/${name}: the same table from every format`, async () => {
      const table = await openTable(`${DATA}/messy/${name}`, name);
      expect(table.format).toBe(format);
      expect(table.headers.map(({ id }) => id)).toEqual(['date', 'temperature', 'place']);
      expect(await cellsOf(table)).toEqual(simple);
    });
  }

  withData('messy/utf8bom.csv: the mark is no part of the first header', async () => {
    const table = await openTable(`${DATA}/messy/utf8bom.csv`, 'utf8bom.csv');
    expect(table.encoding).toEqual({ name: 'utf-8', confidence: 1, alternatives: [] });
    expect(table.headers.map(({ id }) => id)).toEqual(['kitten', 'win']);
    expect(table.notes).toContainEqual({ code: 'no-rows', params: {} });
  });

  withData('messy/utf-16le_encoded.csv: CR line ends', async () => {
    const table = await openTable(`${DATA}/messy/utf-16le_encoded.csv`, 'a.csv');
    expect(table.encoding?.name).toBe('utf-16le');
    expect(table.headers[0]?.id).toBe('Organisation_code');
    const rows = await cellsOf(table);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([table.headers.length]));
  });

  withData('messy/excel_pasting.csv: header below titles and a blank line', async () => {
    const table = await openTable(`${DATA}/messy/excel_pasting.csv`, 'excel_pasting.csv');
    expect(table.headerRow).toBe(4);
    expect(table.headers.map(({ id }) => id)).toEqual([
      'Year',
      '2000',
      '2001',
      '2002',
      '2003',
      '2004',
      '2005',
      '2006',
      '2007',
    ]);
  });
});
