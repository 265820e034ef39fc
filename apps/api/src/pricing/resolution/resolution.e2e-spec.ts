import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import {
  approveRevision,
  day,
  draftRevision,
  enterProduct,
  revisePrices,
  setUpTable,
} from '../../../test/pricing.js';

interface Resolved {
  lines: {
    price: string | null;
    tablePrice: string | null;
    tableName: string | null;
    floorPrice: string | null;
    promotionId: string | null;
    rule: { code: string; text: string }[];
    deviation: { amount: string; isBelowFloor: boolean } | null;
  }[];
}

describe('The price of a customer', () => {
  let app: TestApp;
  let sales: Caller;
  let clerk: Caller;
  let customerId: string;
  beforeAll(async () => {
    app = await startTestApp();
    [sales, clerk] = await Promise.all([app.as('sales.li'), app.as('pricing')]);
    const { body } = await sales
      .post('/customers')
      .send({ name: '融氏食品有限公司', class: 'A类', province: '上海' })
      .expect(201);
    customerId = (body as { id: string }).id;
  });
  afterAll(() => app.close());

  const resolve = (lines: object[], more: object = {}, caller: Caller = sales) =>
    caller.post('/prices/resolve').send({ customerId, contractKind: 'local', lines, ...more });
  const resolved = async (lines: object[], more: object = {}): Promise<Resolved['lines']> =>
    ((await resolve(lines, more).expect(200)).body as Resolved).lines;

  it('comes from the most fitting table, and says why', async () => {
    const { id: productId } = await enterProduct(app, '柠檬酸');
    const price = async (name: string, amount: string, fields: object = {}) => {
      const tableId = await setUpTable(app, name, { ...fields });
      await revisePrices(app, [{ tableId, productId, price: amount }]);
    };
    const first = async () => (await resolved([{ productId, quantity: '1' }]))[0]!;
    expect(await first()).toMatchObject({ price: null, rule: [{ code: 'pricing.rule.none' }] });
    await price('全体', '5200');
    expect(await first()).toMatchObject({ price: '5200.00', tableName: '全体' });
    await price('上海', '5150', { audiences: [{ province: '上海' }] });
    expect(await first()).toMatchObject({ price: '5150.00', tableName: '上海' });
    await price('A类客户', '5100', { audiences: [{ customerClass: 'A类' }, { customerClass: 'B类' }] });
    expect(await first()).toMatchObject({ price: '5100.00', tableName: 'A类客户' });
    await price('别人的类', '4000', { audiences: [{ customerClass: 'C类' }] });
    await price('外运', '3000', { kind: 'outbound' });
    expect(await first()).toMatchObject({ tableName: 'A类客户' });
    await price('融氏协议', '5000', { kind: 'agreement', audiences: [{ customerId }] });
    const last = await first();
    expect(last).toMatchObject({ price: '5000.00', tableName: '融氏协议' });
    expect(last.rule.map(({ text }) => text).join(';')).toMatch(/「融氏协议」是为该客户定的价格表;调价单 TJ/);
  });

  it('knows quantity breaks and other units', async () => {
    const { id: productId } = await enterProduct(app, '动力煤');
    await clerk
      .put(`/products/${productId}/units`)
      .send({ items: [{ unit: '车', factor: '32' }] })
      .expect(200);
    const tableId = await setUpTable(app, '煤价');
    await revisePrices(app, [
      { tableId, productId, price: '700', floorPrice: '660' },
      { tableId, productId, price: '690', minQuantity: '100' },
    ]);
    const lines = await resolved([
      { productId, quantity: '99.999' },
      { productId, quantity: '100' },
      { productId, quantity: '3', unit: '车' },
      { productId, quantity: '4', unit: '车' },
    ]);
    expect(lines.map(({ price }) => price)).toEqual(['700.00', '690.00', '22400.00', '22080.00']);
    expect(lines[0]!.floorPrice).toBe('660.00');
    expect(lines[3]!.rule.map(({ code }) => code)).toEqual([
      'pricing.rule.everybody',
      'pricing.rule.revision',
      'pricing.rule.break',
      'pricing.rule.unit',
    ]);
  });

  it('takes the best promotion of the customer’s group, within its limits and above the floor', async () => {
    const { id: productId } = await enterProduct(app, '木糖醇');
    const tableId = await setUpTable(app, '糖价');
    await revisePrices(app, [{ tableId, productId, price: '100', floorPrice: '90' }]);
    const promote = async (fields: object) => {
      const { body } = await clerk
        .post('/promotions')
        .send({ name: '促销', validFrom: day(-1), validTo: day(3), productIds: [productId], ...fields })
        .expect(201);
      const { id } = body as { id: string };
      await clerk.post(`/promotions/${id}/start`).expect(200);
      return id;
    };
    const price = async (quantity: string, more: object = {}) =>
      (await resolved([{ productId, quantity }], more))[0]!;
    const five = await promote({ method: 'percent', value: '0.05', customerClasses: ['A类'] });
    await promote({ method: 'percent', value: '0.5', customerClasses: ['C类'] });
    expect(await price('1')).toMatchObject({ price: '95.00', tablePrice: '100.00', promotionId: five });
    expect(await price('1', { on: day(4) })).toMatchObject({ price: '100.00', promotionId: null });
    await promote({ method: 'amount', value: '7', minQuantity: '10', totalLimit: '50' });
    expect(await price('10')).toMatchObject({ price: '93.00' });
    expect(await price('51')).toMatchObject({ price: '95.00' });
    await promote({ method: 'fixed', value: '60', minQuantity: '20', customerLimit: '30' });
    expect(await price('20')).toMatchObject({ price: '90.00' });
    expect((await price('20')).rule.at(-1)).toMatchObject({ code: 'pricing.rule.floor' });
  });

  it('says how an asked price differs; below the floor only as a record with its reason', async () => {
    const { id: productId } = await enterProduct(app, '乳酸');
    const tableId = await setUpTable(app, '酸价');
    await revisePrices(app, [{ tableId, productId, price: '100', floorPrice: '90' }]);
    const [line] = await resolved([{ productId, quantity: '1', askedPrice: '85' }]);
    expect(line!.deviation).toEqual({ amount: '-15.00', rate: '-0.150000', isBelowFloor: true });
    const asked = { customerId, productId, quantity: '5', contractKind: 'local', reason: '老客户' };
    await sales
      .post('/price-deviations')
      .send({ ...asked, askedPrice: '85' })
      .expect(403);
    const manager = await app.as('manager.east');
    const { body } = await manager
      .post('/price-deviations')
      .send({ ...asked, askedPrice: '85' })
      .expect(201);
    expect(body).toMatchObject({ kind: 'below-floor', tablePrice: '100.00', floorPrice: '90.00' });
    await manager
      .post('/price-deviations')
      .send({ ...asked, askedPrice: '101' })
      .expect(422);
    const other = await app.as('manager.west');
    const seen = (await other.get('/price-deviations').expect(200)).body as { items: unknown[] };
    expect(seen.items).toEqual([]);
    await other
      .post('/price-deviations')
      .send({ ...asked, askedPrice: '85' })
      .expect(404);
  });

  it('points at every line that cannot be answered, and at nothing that is not the caller’s', async () => {
    const { id: productId } = await enterProduct(app, '片碱');
    const { body } = await resolve([
      { productId, quantity: '1', unit: '桶' },
      { productId: customerId, quantity: '1' },
      { productId, quantity: '0' },
      { productId, quantity: '-3' },
    ]).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/lines/0/unit',
      '/lines/1/productId',
      '/lines/2/quantity',
      '/lines/3/quantity',
    ]);
    await resolve([{ productId, quantity: '1' }], { contractKind: 'nothing' }).expect(422);
    await resolve([], {}, await app.as('sales.zhao')).expect(404);
    await resolve(Array.from({ length: 501 }, () => ({ productId, quantity: '1' }))).expect(422);
    await resolve([], {}, await app.as('service')).expect(403);
  });

  it('is never mixed of two revisions, however many ask while one takes effect', async () => {
    const tableId = await setUpTable(app, '同时');
    const products = await Promise.all(
      Array.from({ length: 20 }, (_, index) => enterProduct(app, `同时 ${index}`)),
    );
    const at = (price: string) => products.map(({ id }) => ({ tableId, productId: id, price }));
    await revisePrices(app, at('10'), day(-0));
    const next = await draftRevision(app, at('20'), day(1));
    await clerk.post(`/price-revisions/${next}/submit`).send({}).expect(200);
    const lines = products.map(({ id }) => ({ productId: id, quantity: '1' }));
    const asking = Array.from({ length: 50 }, async (_, index) => {
      await new Promise((done) => setTimeout(done, index * 4));
      return new Set((await resolved(lines, { on: day(1) })).map(({ price }) => price));
    });
    const [answers] = await Promise.all([Promise.all(asking), approveRevision(app, next)]);
    expect(answers.filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set((await resolved(lines, { on: day(1) })).map(({ price }) => price))).toEqual(
      new Set(['20.00']),
    );
    expect(new Set((await resolved(lines)).map(({ price }) => price))).toEqual(new Set(['10.00']));
  });
});
