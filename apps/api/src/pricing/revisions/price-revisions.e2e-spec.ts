import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import {
  approveRevision,
  day,
  draftRevision,
  enterProduct,
  revisePrices,
  setUpTable,
  waiting,
} from '../../../test/pricing.js';

interface Price {
  price: string;
  validFrom: string;
  validTo: string | null;
  before: string | null;
}

describe('A price revision', () => {
  let app: TestApp;
  let clerk: Caller;
  let table: string;
  beforeAll(async () => {
    app = await startTestApp();
    clerk = await app.as('pricing');
    table = await setUpTable(app, '地销价格表');
  });
  afterAll(() => app.close());

  const pricesOn = async (on: string, productId: string): Promise<Price[]> =>
    (
      (await clerk.get(`/price-tables/${table}/prices?on=${on}&productId=${productId}`).expect(200)).body as {
        items: Price[];
      }
    ).items;
  const submit = (id: string, body: object = {}) => clerk.post(`/price-revisions/${id}/submit`).send(body);

  it('takes effect on its day and leaves what was', async () => {
    const { id: productId } = await enterProduct(app, '动力煤 5500');
    await revisePrices(app, [{ tableId: table, productId, price: '700', floorPrice: '650' }]);
    const next = await revisePrices(app, [{ tableId: table, productId, price: '721' }], day(6));
    expect(await pricesOn(day(0), productId)).toMatchObject([{ price: '700.00', validTo: day(5) }]);
    expect(await pricesOn(day(6), productId)).toMatchObject([
      { price: '721.00', before: '700.00', validFrom: day(6), validTo: null },
    ]);
    expect(await pricesOn(day(-1), productId)).toEqual([]);
    const { body } = await clerk.get(`/price-revisions/${next}`).expect(200);
    expect(body).toMatchObject({ state: 'approved', isInEffect: false, largestRise: '0.0300', lines: 1 });
  });

  it('shows each line beside the old price, the change, cost and margin, and hides cost from who may not see it', async () => {
    const { id: productId } = await enterProduct(app, '无烟煤', { taxRate: '0.13' });
    await clerk
      .post(`/products/${productId}/costs`)
      .send({ cost: '500', validFrom: day(-10) })
      .expect(201);
    await clerk
      .post(`/products/${productId}/competitor-prices`)
      .send({ competitor: '同德煤业', price: '1030', observedOn: day(-3) })
      .expect(201);
    await revisePrices(app, [{ tableId: table, productId, price: '1000' }], day(0));
    const id = await draftRevision(app, [{ tableId: table, productId, price: '1130' }], day(3));
    const lines = async (caller: Caller) =>
      ((await caller.get(`/price-revisions/${id}/lines`).expect(200)).body as { items: object[] }).items;
    expect(await lines(clerk)).toMatchObject([
      {
        oldPrice: '1000.00',
        price: '1130.00',
        change: '130.00',
        changeRate: '0.1300',
        cost: '500.00',
        margin: '0.5000',
        competitorPrice: '1030.00',
        isUnusual: false,
      },
    ]);
    const [row] = await lines(await app.as('executive'));
    expect(row).toHaveProperty('cost');
  });

  it('is withdrawn before its day, and the old price goes on', async () => {
    const { id: productId } = await enterProduct(app, '洗中块');
    await revisePrices(app, [{ tableId: table, productId, price: '900' }]);
    const later = await revisePrices(app, [{ tableId: table, productId, price: '950' }], day(10));
    const sooner = await revisePrices(app, [{ tableId: table, productId, price: '930' }], day(5));
    expect(await pricesOn(day(7), productId)).toMatchObject([{ price: '930.00', validTo: day(9) }]);
    const { body } = await clerk.post(`/price-revisions/${sooner}/withdraw`).send({}).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', allowedActions: ['delete'] });
    expect(await pricesOn(day(7), productId)).toMatchObject([{ price: '900.00', validTo: day(9) }]);
    await clerk.post(`/price-revisions/${later}/withdraw`).send({}).expect(200);
    expect(await pricesOn(day(20), productId)).toMatchObject([{ price: '900.00', validTo: null }]);
  });

  it('that has taken effect is not withdrawn, and a price that has held is never touched, whoever writes', async () => {
    const { id: productId } = await enterProduct(app, '末煤');
    const id = await revisePrices(app, [{ tableId: table, productId, price: '400' }]);
    const { body } = await clerk.post(`/price-revisions/${id}/withdraw`).send({}).expect(409);
    expect(body).toMatchObject({ code: 'record.illegal-action' });
    const past = `select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"test","action":"test"}', false)`;
    for (const attempt of [
      `update prices set price = 1 where product_id = '${productId}'`,
      `update prices set withdrawn_at = now() where product_id = '${productId}'`,
      `delete from prices where product_id = '${productId}'`,
    ])
      await expect(app.database.query(`${past}; ${attempt}`)).rejects.toThrow(/never/);
  });

  it('ends a price, and gives breaks by quantity', async () => {
    const { id: productId } = await enterProduct(app, '焦炭');
    await revisePrices(app, [
      { tableId: table, productId, price: '2000' },
      { tableId: table, productId, price: '1950', minQuantity: '100' },
    ]);
    await revisePrices(app, [{ tableId: table, productId, price: null, minQuantity: '100' }], day(2));
    expect(await pricesOn(day(1), productId)).toHaveLength(2);
    expect(await pricesOn(day(2), productId)).toMatchObject([{ price: '2000.00' }]);
  });

  it('asks about prices ten times the last one, and refuses what cannot be', async () => {
    const { id: productId } = await enterProduct(app, '型煤');
    await revisePrices(app, [{ tableId: table, productId, price: '500' }]);
    const absurd = await draftRevision(app, [{ tableId: table, productId, price: '5000' }], day(1));
    const { body } = await submit(absurd).expect(409);
    expect(body).toMatchObject({
      code: 'pricing.unusual-prices',
      params: { lines: [{ old: '500.00', price: '5000.00' }] },
    });
    await submit(absurd, { confirmUnusual: true }).expect(200);
    const put = (line: object) => clerk.post(`/price-revisions/${other}/lines`).send({ lines: [line] });
    const other = await draftRevision(app, [{ tableId: table, productId, price: '510' }], day(4));
    const refused = [
      [{ tableId: table, productId, price: '-1' }, '/lines/0/price'],
      [{ tableId: table, productId, price: '10', floorPrice: '11' }, '/lines'],
      [{ tableId: table, productId, price: '10', unit: '箱' }, '/lines/0/unit'],
      [{ tableId: productId, productId, price: '10' }, '/lines/0/tableId'],
      [{ tableId: table, productId: table, price: '10' }, '/lines/0/productId'],
    ] as const;
    for (const [line, pointer] of refused) {
      const { body: problem } = await put(line);
      if (pointer === '/lines/0/price') expect((problem as { status: number }).status).toBeGreaterThan(399);
      else expect(problem).toMatchObject({ status: 422, errors: [{ pointer }] });
    }
    const twice = [
      { tableId: table, productId, price: '10' },
      { tableId: table, productId, price: '11' },
    ];
    await clerk.post(`/price-revisions/${other}/lines`).send({ lines: twice }).expect(422);
  });

  it('does not begin two prices of one product on the same day', async () => {
    const { id: productId } = await enterProduct(app, '尿素');
    await revisePrices(app, [{ tableId: table, productId, price: '2100' }], day(8));
    const second = await draftRevision(app, [{ tableId: table, productId, price: '2200' }], day(8));
    const { body } = await submit(second).expect(409);
    expect(body).toMatchObject({ code: 'pricing.day-taken', params: { taken: [{ product: '尿素' }] } });
    // Both under review at once: the one that is agreed to first counts.
    const third = await draftRevision(app, [{ tableId: table, productId, price: '2300' }], day(9));
    const fourth = await draftRevision(app, [{ tableId: table, productId, price: '2400' }], day(9));
    await submit(third).expect(200);
    await submit(fourth).expect(200);
    await approveRevision(app, third);
    const reviewer = await app.as('pricing.review');
    const { id, snapshotId } = await waiting(reviewer, fourth);
    const refusal = await reviewer.post(`/approvals/${id}/approve`).send({ snapshotId }).expect(409);
    expect(refusal.body).toMatchObject({ code: 'pricing.day-taken' });
    expect(await pricesOn(day(9), productId)).toMatchObject([{ price: '2300.00' }]);
  });

  it('takes effect in the past only with the right and the reason for it', async () => {
    const { id: productId } = await enterProduct(app, '纯碱');
    const mine = await draftRevision(app, [{ tableId: table, productId, price: '1900' }], day(-2));
    const { body } = await submit(mine, { backdatingReason: '补录' }).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/effectiveOn', rule: 'past' }] });
    const admin = await app.as('admin');
    await admin.post(`/price-revisions/${mine}/submit`).send({}).expect(422);
    await admin.post(`/price-revisions/${mine}/submit`).send({ backdatingReason: '补录合同价' }).expect(200);
  });

  it('does not price what is no longer offered', async () => {
    const product = await enterProduct(app, '旧产品');
    const id = await draftRevision(app, [{ tableId: table, productId: product.id, price: '10' }], day(1));
    await clerk.patch(`/products/${product.id}`).send({ isWithdrawn: true }).expect(200);
    const { body } = await submit(id).expect(409);
    expect(body).toMatchObject({ code: 'pricing.withdrawn-products', params: { products: ['旧产品'] } });
  });

  it('raises a whole category by percent, rounded, without a line per product by hand', async () => {
    const { body: coal } = await clerk.post('/product-categories').send({ name: '煤炭测试' }).expect(201);
    const { body: steam } = await clerk
      .post('/product-categories')
      .send({ name: '动力煤测试', parentId: (coal as { id: string }).id })
      .expect(201);
    const lines = [];
    for (const price of ['100', '333.33', '719.90']) {
      const { id: productId } = await enterProduct(app, `煤 ${price}`, {
        categoryId: (steam as { id: string }).id,
      });
      lines.push({ tableId: table, productId, price });
    }
    await revisePrices(app, lines);
    const { body: revision } = await clerk
      .post('/price-revisions')
      .send({ title: '上调 3%', effectiveOn: day(5) })
      .expect(201);
    const { id } = revision as { id: string };
    const adjustment = {
      method: 'percent',
      value: '0.03',
      roundTo: '0.5',
      rounding: 'up',
      tableIds: [table],
      categoryIds: [(coal as { id: string }).id],
    };
    const { body } = await clerk.post(`/price-revisions/${id}/adjust`).send(adjustment).expect(200);
    expect(body).toEqual({ lines: 3 });
    const { body: made } = await clerk.get(`/price-revisions/${id}/lines?sort=productName`).expect(200);
    expect((made as { items: { price: string }[] }).items.map(({ price }) => price).sort()).toEqual(
      ['103.00', '343.50', '741.50'].sort(),
    );
    const { body: copy } = await clerk
      .post(`/price-revisions/${id}/adjust`)
      .send({ ...adjustment, method: 'copy', value: '0', targetTableId: await setUpTable(app, '副本') })
      .expect(200);
    expect(copy).toEqual({ lines: 3 });
  });

  it('is changed only while it is a draft, by who may, and by one at a time', async () => {
    const { id: productId } = await enterProduct(app, '复合肥');
    const id = await draftRevision(app, [{ tableId: table, productId, price: '2890' }], day(2));
    const { body } = await clerk.get(`/price-revisions/${id}`).expect(200);
    const { version } = body as { version: number };
    await clerk
      .patch(`/price-revisions/${id}`)
      .set('if-match', `"${version}"`)
      .send({ title: '新' })
      .expect(200);
    await clerk
      .patch(`/price-revisions/${id}`)
      .set('if-match', `"${version}"`)
      .send({ title: '旧' })
      .expect(412);
    await submit(id).expect(200);
    await clerk.patch(`/price-revisions/${id}`).send({ title: '晚' }).expect(409);
    await clerk.post(`/price-revisions/${id}/lines`).send({ lines: [] }).expect(409);
    await clerk.delete(`/price-revisions/${id}`).expect(409);
    const sales = await app.as('sales.li');
    await sales.get(`/price-revisions/${id}`).expect(403);
    await clerk.post(`/price-revisions/${id}/withdraw`).send({ reason: '再想想' }).expect(200);
    await clerk.delete(`/price-revisions/${id}`).expect(204);
    await clerk.get(`/price-revisions/${id}`).expect(404);
  });

  it('keeps the files it was reviewed with', async () => {
    const { id: productId } = await enterProduct(app, '末煤');
    const id = await draftRevision(app, [{ tableId: table, productId, price: '300' }]);
    const link = {
      resource: 'price-revision',
      recordId: id,
      address: 'https://example.com/market',
      title: '行情',
    };
    await clerk.post('/attachments').send(link).expect(201);
    await submit(id).expect(200);
    await clerk.post('/attachments').send(link).expect(404);
    const { body } = await clerk.get(`/attachments/of/price-revision/${id}`).expect(200);
    expect(body.items).toMatchObject([{ title: '行情', allowedActions: [] }]);
  });

  it('without lines is not reviewed', async () => {
    const { body } = await clerk
      .post('/price-revisions')
      .send({ title: '空', effectiveOn: day(1) })
      .expect(201);
    const refusal = await submit((body as { id: string }).id).expect(409);
    expect(refusal.body).toMatchObject({ code: 'pricing.empty-revision' });
  });
});
