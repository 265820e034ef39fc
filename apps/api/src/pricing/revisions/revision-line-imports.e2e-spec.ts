import * as xlsx from 'xlsx';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile } from '../../../test/imports.js';
import { day, enterProduct, setUpTable, type TestProduct } from '../../../test/pricing.js';

describe('Lines of a price revision from a spreadsheet', () => {
  let app: TestApp;
  let clerk: Caller;
  let table: string;
  let products: TestProduct[];
  beforeAll(async () => {
    app = await startTestApp();
    clerk = await app.as('pricing');
    table = await setUpTable(app, '导入价格表');
    products = [];
    for (const name of ['导入甲', '导入乙', '导入丙']) products.push(await enterProduct(app, name));
  });
  afterAll(() => app.close());

  const workbook = (rows: unknown[][]): Buffer => {
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '调价');
    return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };
  const draft = async (): Promise<{ id: string; number: string }> =>
    (
      await clerk
        .post('/price-revisions')
        .send({ title: '导入', effectiveOn: day(3) })
        .expect(201)
    ).body as {
      id: string;
      number: string;
    };
  const linesOf = async (id: string) =>
    (
      (await clerk.get(`/price-revisions/${id}/lines?sort=productCode`).expect(200)).body as {
        items: object[];
      }
    ).items;

  it('come in by number, table and product code', async () => {
    const { id, number } = await draft();
    const rows = products.map(({ code }, at) => [number, '导入价格表', code, 100 + at]);
    const file = workbook([['调价单号', '价格表', '产品编号', '新价'], ...rows]);
    const job = await importFile(clerk, 'lines.xlsx', file);
    expect(job).toMatchObject({ state: 'succeeded', result: { rows: 3, withProblems: 0 } });
    expect(await linesOf(id)).toMatchObject([
      { tableId: table, price: '100.00', unit: '吨', minQuantity: '0.000' },
      { price: '101.00' },
      { price: '102.00' },
    ]);
  });

  it('with an empty unit or quantity cell mean the unit of the product and any quantity', async () => {
    const { id, number } = await draft();
    const head = ['调价单号', '价格表', '产品编号', '计价单位', '起订量', '新价'];
    const [first, second, third] = products.map(({ code }) => code);
    const file = workbook([
      head,
      [number, '导入价格表', first, '', 50, 90],
      [number, '导入价格表', second, '吨', '', 91],
      [number, '导入价格表', third, '', '', 92],
    ]);
    const job = await importFile(clerk, 'empty-cells.xlsx', file);
    expect(job).toMatchObject({ state: 'succeeded', result: { rows: 3, withProblems: 0 } });
    expect(await linesOf(id)).toMatchObject([
      { price: '90.00', unit: '吨', minQuantity: '50.000' },
      { price: '91.00', unit: '吨', minQuantity: '0.000' },
      { price: '92.00', unit: '吨', minQuantity: '0.000' },
    ]);
  });

  it('of a revision under review are refused', async () => {
    const { id, number } = await draft();
    const productId = products[0]!.id;
    await clerk
      .post(`/price-revisions/${id}/lines`)
      .send({ lines: [{ tableId: table, productId, price: '95' }] })
      .expect(200);
    await clerk.post(`/price-revisions/${id}/submit`).send({}).expect(200);
    const rows = [[number, '导入价格表', products[0]!.code, 1]];
    const job = await importFile(
      clerk,
      'closed.xlsx',
      workbook([['调价单号', '价格表', '产品编号', '新价'], ...rows]),
      {},
      'check',
    );
    expect(job).toMatchObject({ state: 'succeeded', result: { rows: 1, withProblems: 1 } });
    expect(await linesOf(id)).toMatchObject([{ price: '95.00' }]);
  });
});
