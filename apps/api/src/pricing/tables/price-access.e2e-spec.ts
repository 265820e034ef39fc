import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { day, enterProduct, revisePrices, setUpTable } from '../../../test/pricing.js';

describe('Who sees which prices', () => {
  let app: TestApp;
  let clerk: Caller;
  let sales: Caller;
  let productId: string;
  let categoryId: string;
  beforeAll(async () => {
    app = await startTestApp();
    [clerk, sales] = await Promise.all([app.as('pricing'), app.as('sales.li')]);
    const { body } = await clerk.post('/product-categories').send({ name: '类别甲' }).expect(201);
    categoryId = (body as { id: string }).id;
    productId = (await enterProduct(app, '产品甲', { categoryId })).id;
    for (const kind of ['local', 'internal', 'agreement']) {
      const tableId = await setUpTable(app, kind, { kind });
      await revisePrices(app, [{ tableId, productId, price: '10' }]);
      await revisePrices(app, [{ tableId, productId, price: '12' }], day(3));
    }
  });
  afterAll(() => app.close());

  const seen = async (query: string, caller: Caller = sales): Promise<string[]> =>
    ((await caller.get(`/prices?${query}`).expect(200)).body as { items: { tableName: string }[] }).items.map(
      ({ tableName }) => tableName,
    );
  const salesRole = async (): Promise<string> => {
    const [role] = await app.database.query<{ id: string }>(
      `select id from roles where code = 'salesperson'`,
    );
    return role!.id;
  };

  it('is set by kind as long as nothing is set for the role', async () => {
    expect(await seen(`productId=${productId}&on=${day(0)}`)).toEqual(['local', 'agreement']);
    expect(await seen(`productId=${productId}&on=${day(0)}`, clerk)).toHaveLength(3);
    expect(await seen(`categoryId=${categoryId}&on=${day(0)}`)).toEqual(['local']);
    // Agreement prices of other days are not for everybody.
    expect(await seen(`productId=${productId}&on=${day(3)}`)).toEqual(['local']);
    expect(await seen(`changedFrom=${day(1)}`)).toEqual(['local']);
  });

  it('is set for a role as data, and holds for lists, counts, one table and exports', async () => {
    const roleId = await salesRole();
    const rules = { items: [{ roleId, kind: 'internal', ways: ['product'] }] };
    await clerk.put('/price-access-rules').send(rules).expect(200);
    expect(await seen(`productId=${productId}`)).toEqual(['internal']);
    expect(await seen(`categoryId=${categoryId}`)).toEqual([]);
    const { body } = await sales.get('/prices/count').expect(200);
    expect(body).toMatchObject({ count: 1 });
    const across = await sales.get(`/products/${productId}/prices`).expect(200);
    expect((across.body as { items: unknown[] }).items).toEqual([]);
    const tables = (await sales.get('/price-tables').expect(200)).body as {
      items: { id: string; name: string }[];
    };
    expect(tables.items.map(({ name }) => name)).toEqual(['internal']);
    const { body: access } = await clerk.get('/price-access-rules').expect(200);
    expect(access).toMatchObject({ items: [{ roleId, kind: 'internal' }] });
    expect((access as { roles: object[] }).roles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: roleId, seesAll: false }),
        expect.objectContaining({ name: '价格专员', seesAll: true }),
      ]),
    );
    await sales.get('/price-access-rules').expect(403);
    await sales.put('/price-access-rules').send(rules).expect(403);
    await clerk.put('/price-access-rules').send({ items: [] }).expect(200);
  });

  it('refuses rules that say nothing or too much', async () => {
    const roleId = await salesRole();
    const put = (rule: object) => clerk.put('/price-access-rules').send({ items: [rule] });
    await put({ roleId, kind: 'local', ways: [] }).expect(422);
    await put({ kind: 'local', ways: ['product'] }).expect(422);
    await put({ roleId, customerClass: 'A类', kind: 'local', ways: ['product'] }).expect(422);
    await put({ roleId, kind: 'nothing', ways: ['product'] }).expect(422);
    await put({ roleId: productId, kind: 'local', ways: ['product'] }).expect(422);
  });

  it('keeps built-in kinds, and tables that still price something', async () => {
    const { body: kinds } = await clerk.get('/price-table-kinds').expect(200);
    const local = (kinds as { id: string; code: string; labelZh: string }[]).find(
      ({ code }) => code === 'local',
    )!;
    expect((kinds as unknown[]).length).toBe(5);
    await clerk.delete(`/price-table-kinds/${local.id}`).expect(409);
    const { body } = await clerk
      .post('/price-table-kinds')
      .send({ code: 'export', labelZh: '出口价格表', labelEn: 'Export', defaultWays: ['product'] })
      .expect(201);
    await clerk.post('/price-table-kinds').send({ code: 'export', labelZh: '再', labelEn: 'x' }).expect(409);
    await clerk.delete(`/price-table-kinds/${(body as { id: string }).id}`).expect(204);
    const { body: tables } = await clerk.get('/price-tables').expect(200);
    const table = (tables as { items: { id: string; version: number }[] }).items[0]!;
    const { body: refusal } = await clerk.delete(`/price-tables/${table.id}`).expect(409);
    expect(refusal).toMatchObject({ code: 'pricing.table-in-use' });
    await clerk.patch(`/price-tables/${table.id}`).set('if-match', '"99"').send({ name: 'x' }).expect(412);
    await clerk.post('/price-tables').send({ name: 'agreement', kind: 'local' }).expect(409);
    const both = { customerId: productId, customerClass: 'A类' };
    await clerk
      .post('/price-tables')
      .send({ name: 'y', kind: 'local', audiences: [both] })
      .expect(422);
    await clerk
      .post('/price-tables')
      .send({ name: 'y', kind: 'local', audiences: [{}] })
      .expect(422);
  });
});
