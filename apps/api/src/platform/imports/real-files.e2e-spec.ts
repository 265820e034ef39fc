import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as xlsx from 'xlsx';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile, upload } from '../../../test/imports.js';
import { sqlTables, toCsv } from '../../../test/northwind.js';

const DATA =
  process.env.REAL_DATA ?? fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url));
const data = (path: string) => join(DATA, path);
const withRealData = existsSync(data('northwind/northwind.sql')) ? describe : describe.skip;

withRealData('Real files (../shared/data)', () => {
  let app: TestApp;
  let clerk: Caller;
  const folder = mkdtempSync(join(tmpdir(), 'juke-real-'));
  beforeAll(async () => {
    app = await startTestApp();
    clerk = await app.as('contract');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const one = async <T extends object>(text: string) =>
    (await app.database.query<T & Record<string, unknown>>(text))[0];

  it('northwind, table by table: customers with contacts, products, orders, lines', async () => {
    const tables = sqlTables(readFileSync(data('northwind/northwind.sql'), 'utf8'));
    for (const name of ['customers', 'categories', 'products', 'orders', 'order_details']) {
      const ran = await importFile(
        clerk,
        `${name}.csv`,
        Buffer.from(toCsv(tables.get(name)!)),
        name === 'products' ? { 'product.code': 'product_id' } : undefined,
      );
      expect({ name, state: ran.state, error: ran.error, problems: ran.result?.problems }).toEqual({
        name,
        state: 'succeeded',
        error: null,
        problems: [],
      });
    }
    expect(
      await one(`select (select count(*)::int from customers) as customers, (select count(*)::int from contacts) as contacts,
      (select count(*)::int from products) as products, (select count(*)::int from orders) as orders, (select count(*)::int from order_lines) as lines`),
    ).toEqual({
      customers: 91,
      contacts: 91,
      products: 77,
      orders: 830,
      lines: 2155,
    });
    // Published total of the data set: 1,265,793.04 after discounts.
    expect(await one(`select round(sum(sales_amount), 2)::text as sales from order_lines`)).toEqual({
      sales: '1265793.04',
    });
    expect(await one(`select name from customers where number = 'FOLKO'`)).toEqual({
      name: 'Folk och fä HB',
    });
  }, 120_000);

  it('accounts and products of a sales pipeline', async () => {
    const accounts = await importFile(
      clerk,
      'accounts.csv',
      readFileSync(data('crm-opportunities/accounts.csv')),
    );
    expect(accounts.result).toMatchObject({ rows: 85, withProblems: 0 });
    const products = await importFile(
      clerk,
      'products.csv',
      readFileSync(data('crm-opportunities/products.csv')),
    );
    expect(products.result).toMatchObject({ rows: 7, withProblems: 0 });
    expect(
      await one(
        `select count(*)::int as count from products where name in ('GTX Pro', 'GTX Plus Pro', 'MG Special')`,
      ),
    ).toEqual({ count: 3 });
  });

  it.each(['xls', 'ods', 'xlsx'] as const)(
    'the distributor’s books saved again as .%s hold the same',
    async (format) => {
      const text = new TextDecoder('gb18030').decode(readFileSync(data('superstore/superstore-gbk.csv')));
      const book = xlsx.read(text.split('\n').slice(0, 1001).join('\n'), { type: 'string', raw: true });
      const path = join(folder, `books.${format}`);
      writeFileSync(
        path,
        xlsx.write(book, { type: 'buffer', bookType: format === 'xls' ? 'biff8' : format }) as Buffer,
      );
      const begun = await upload(clerk, `books.${format}`, readFileSync(path));
      expect(begun).toMatchObject({ source: { format }, missing: [] });
      expect(begun.resources).toContain('order-line');
      const checked = await importFile(clerk, `books.${format}`, readFileSync(path), undefined, 'check');
      expect(checked.result).toMatchObject({ rows: 1000, withProblems: 0 });
    },
    60_000,
  );

  it('messy files open, and say what they are', async () => {
    for (const name of [
      'simple.csv',
      'simple.ssv',
      'simple.xls',
      'simple.xlsx',
      'utf-16le_encoded.csv',
      'excel_pasting.csv',
      'utf8bom.csv',
    ]) {
      const { body: file } = await clerk
        .post('/files')
        .attach('file', readFileSync(data(`messy/${name}`)), name)
        .expect(201);
      const response = await clerk.post('/imports').send({ fileId: file.id });
      expect({ name, status: response.status }).toEqual({ name, status: 201 });
    }
  });
});
