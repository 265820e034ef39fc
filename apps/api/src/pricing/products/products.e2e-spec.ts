import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { day, enterProduct, revisePrices, setUpTable } from '../../../test/pricing.js';

describe('The catalogue', () => {
  let app: TestApp;
  let clerk: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    clerk = await app.as('pricing');
  });
  afterAll(() => app.close());

  it('takes a product, changes it, withdraws it, and offers it again', async () => {
    const { body } = await clerk
      .post('/products')
      .send({ name: '无烟块煤', unit: '吨', taxRate: '0.13', specification: '30-80mm' })
      .expect(201);
    const product = body as { id: string; code: string; version: number };
    expect(product).toMatchObject({
      taxRate: '0.1300',
      withdrawnOn: null,
      allowedActions: ['change', 'delete', 'withdraw'],
    });
    const path = `/products/${product.id}`;
    const changed = await clerk
      .patch(path)
      .set('if-match', `"${product.version}"`)
      .send({ isWithdrawn: true })
      .expect(200);
    expect(changed.body).toMatchObject({
      withdrawnOn: day(0),
      allowedActions: ['change', 'delete', 'reinstate'],
    });
    await clerk.patch(path).set('if-match', `"${product.version}"`).send({ name: 'x' }).expect(412);
    await clerk.patch(path).send({ isWithdrawn: false }).expect(200);
    const again = { code: product.code, name: '无烟块煤' };
    await clerk.post('/products').send(again).expect(409);
    await clerk.post('/products').send({ name: 'x', taxRate: '1.5' }).expect(422);
    await clerk.post('/products').send({ name: 'x', categoryId: product.id }).expect(422);
    await (await app.as('sales.li')).post('/products').send({ name: 'x' }).expect(403);
  });

  it('keeps the unit of a product that has prices, and knows others by their factor', async () => {
    const { id } = await enterProduct(app, '袋装水泥');
    const tableId = await setUpTable(app, '水泥');
    await revisePrices(app, [{ tableId, productId: id, price: '300' }]);
    const { body } = await clerk.patch(`/products/${id}`).send({ unit: '袋' }).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/unit', rule: 'unitPriced' }] });
    const put = (items: object[]) => clerk.put(`/products/${id}/units`).send({ items });
    const { body: units } = await put([{ unit: '袋', factor: '0.05' }]).expect(200);
    expect(units).toEqual({ items: [{ unit: '袋', factor: '0.050000' }] });
    await put([{ unit: '吨', factor: '1' }]).expect(422);
    await put([
      { unit: '袋', factor: '1' },
      { unit: '袋', factor: '2' },
    ]).expect(422);
    await put([{ unit: '袋', factor: '0' }]).expect(422);
  });

  it('records what a product costs from day to day, for those who may see it', async () => {
    const { id } = await enterProduct(app, '甲醇');
    const record = (cost: string, validFrom: string) =>
      clerk.post(`/products/${id}/costs`).send({ cost, validFrom });
    await record('2000', day(-30)).expect(201);
    await record('2100', day(-5)).expect(201);
    await record('2050', day(-20)).expect(201);
    await record('2051', day(-20)).expect(422);
    const { body } = await clerk.get(`/products/${id}/costs`).expect(200);
    expect((body as { items: object[] }).items).toMatchObject([
      { cost: '2100.00', validFrom: day(-5), validTo: null },
      { cost: '2050.00', validFrom: day(-20), validTo: day(-6) },
      { cost: '2000.00', validFrom: day(-30), validTo: day(-21) },
    ]);
    const sales = await app.as('sales.li');
    await sales.get(`/products/${id}/costs`).expect(403);
    expect((await sales.get(`/products/${id}`).expect(200)).body).not.toHaveProperty('cost');
    expect((await clerk.get(`/products/${id}`).expect(200)).body).toMatchObject({ cost: '2100.00' });
  });

  it('has a tree of categories without circles, brands, and price bands without overlap', async () => {
    const add = async (name: string, parentId?: string) =>
      (await clerk.post('/product-categories').send({ name, parentId }).expect(201)).body as {
        id: string;
        version: number;
      };
    const top = await add('甲');
    const middle = await add('乙', top.id);
    const bottom = await add('丙', middle.id);
    const { body } = await clerk
      .patch(`/product-categories/${top.id}`)
      .send({ parentId: bottom.id })
      .expect(422);
    expect(body).toMatchObject({ errors: [{ rule: 'circular' }] });
    await clerk.patch(`/product-categories/${top.id}`).send({ parentId: top.id }).expect(422);
    await clerk.post('/product-categories').send({ name: '乙', parentId: top.id }).expect(409);
    await clerk.delete(`/product-categories/${middle.id}`).expect(409);
    await clerk.delete(`/product-categories/${bottom.id}`).expect(204);
    const product = await enterProduct(app, '深处', { categoryId: middle.id });
    const found = (await clerk.get(`/products?categoryId=${top.id}`).expect(200)).body as {
      items: { id: string }[];
    };
    expect(found.items.map(({ id }) => id)).toEqual([product.id]);
    await clerk.post('/brands').send({ name: '太岳' }).expect(201);
    await clerk.post('/brands').send({ name: '太岳' }).expect(409);
    const bands = (items: object[]) => clerk.put('/price-bands').send({ items });
    await bands([
      { name: '低', from: '0', to: '10' },
      { name: '高', from: '5', to: null },
    ]).expect(422);
    await bands([{ name: '反', from: '5', to: '5' }]).expect(422);
    const { body: kept } = await bands([
      { name: '低', from: '0', to: '10' },
      { name: '高', from: '10', to: null },
    ]).expect(200);
    expect(kept).toMatchObject({
      items: [
        { name: '低', to: '10.00' },
        { name: '高', to: null },
      ],
    });
  });
});
