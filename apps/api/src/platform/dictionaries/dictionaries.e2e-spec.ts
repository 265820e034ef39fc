import { startTestApp, type TestApp } from '../../../test/app.js';
import { importFile } from '../../../test/imports.js';

interface Value {
  id: string;
  code: string;
  labelZh: string;
  retiredAt: string | null;
  version: number;
}
interface Dictionary {
  id: string;
  code: string;
  values: Value[];
}

describe('Dictionaries', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const dictionary = async (code: string) =>
    ((await (await app.as('sales.li')).get('/dictionaries').expect(200)).body as Dictionary[]).find(
      (each) => each.code === code,
    )!;
  const valueOf = async (code: string, value: string) =>
    (await dictionary(code)).values.find((each) => each.code === value)!;

  it('hold values that an administrator adds, renames, colours and orders', async () => {
    const admin = await app.as('admin');
    const { body: made } = await admin
      .post('/dictionaries')
      .send({ code: 'industry', labelZh: '行业', labelEn: 'Industry' })
      .expect(201);
    for (const [labelZh, labelEn] of [
      ['化工', 'Chemicals'],
      ['食品', 'Food'],
    ])
      await admin
        .post(`/dictionaries/${made.id}/values`)
        .send({ labelZh, labelEn, colour: 'green' })
        .expect(201);
    const { values } = await dictionary('industry');
    expect(values.map(({ code }) => code)).toEqual(['化工', '食品']);
    const { body: ordered } = await admin
      .put(`/dictionaries/${made.id}/order`)
      .send({ valueIds: values.map(({ id }) => id).toReversed() })
      .expect(200);
    expect(ordered.values.map(({ code }: Value) => code)).toEqual(['食品', '化工']);
    await admin
      .put(`/dictionaries/${made.id}/order`)
      .send({ valueIds: [values[0]!.id] })
      .expect(422);
    const value = await valueOf('industry', '化工');
    await admin
      .patch(`/dictionary-values/${value.id}`)
      .set('if-match', '"99"')
      .send({ labelZh: 'x' })
      .expect(412);
    await admin
      .patch(`/dictionary-values/${value.id}`)
      .send({ labelZh: '石油化工', colour: null })
      .expect(200);
    expect(await valueOf('industry', '化工')).toMatchObject({
      code: '化工',
      labelZh: '石油化工',
      colour: null,
    });
    await admin.post(`/dictionaries/${made.id}/values`).send({ labelZh: '石油化工' }).expect(409);
    await admin.post(`/dictionaries/${made.id}/values`).send({ labelZh: '', colour: 'pink' }).expect(422);
    await admin.post('/dictionaries').send({ code: 'industry', labelZh: '行业', labelEn: 'x' }).expect(409);
    await (await app.as('sales.li')).post('/dictionaries').send({}).expect(403);
    const [entry] = await app.database.query(
      `select after from audit_entries where action = 'dictionary-value.change' order by id desc limit 1`,
    );
    expect(entry!.after).toEqual({ label_zh: '石油化工', colour: null });
  });

  it('keep a retired value readable where it stands, and choose it no more', async () => {
    const admin = await app.as('admin');
    const seller = await app.as('sales.li');
    const { body: customer } = await seller
      .post('/customers')
      .send({ name: '老客户', class: 'C类' })
      .expect(201);
    const { id } = await dictionary('customer-class');
    expect((await admin.get(`/dictionaries/${id}/usage`).expect(200)).body).toEqual([
      { code: 'C类', count: 1 },
    ]);
    const value = await valueOf('customer-class', 'C类');
    await admin.post(`/dictionary-values/${value.id}/retire`).expect(200);
    expect((await seller.get(`/customers/${customer.id}`)).body.class).toBe('C类');
    await seller.patch(`/customers/${customer.id}`).send({ city: '上海', class: 'C类' }).expect(200);
    const refused = await seller.post('/customers').send({ name: '新客户', class: 'C类' }).expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/class', rule: 'retired' })]);
    const unknown = await seller.post('/customers').send({ name: '新客户', class: 'Z类' }).expect(422);
    expect(unknown.body.errors).toEqual([expect.objectContaining({ pointer: '/class', rule: 'choice' })]);
    await admin.post(`/dictionary-values/${value.id}/restore`).expect(200);
    await seller.post('/customers').send({ name: '新客户', class: 'C类' }).expect(201);
  });

  it('refuse to add to and retire from what the program itself reads', async () => {
    const admin = await app.as('admin');
    const { id, values } = await dictionary('customer-source');
    const { body } = await admin.post(`/dictionaries/${id}/values`).send({ labelZh: '展会' }).expect(409);
    expect(body.code).toBe('dictionary.closed');
    await admin.post(`/dictionary-values/${values[0]!.id}/retire`).expect(409);
    await admin.patch(`/dictionary-values/${values[0]!.id}`).send({ labelEn: 'Typed in' }).expect(200);
  });

  it('are understood in files by code and by both labels; near misses are offered', async () => {
    const admin = await app.as('admin');
    const file = Buffer.from(
      '客户编号,客户名称,客户类别\nD1,甲公司,A类\nD2,乙公司,key account\nD3,丙公司,重点客\nD4,丁公司,\n',
    );
    const ended = await importFile(admin, '类别.csv', file);
    expect(ended).toMatchObject({ state: 'succeeded' });
    const summary = ended.result as unknown as {
      suggestions: { field: string; text: string; candidates: string[] }[];
    };
    expect(summary.suggestions).toContainEqual(
      expect.objectContaining({
        field: 'customer.class',
        text: '重点客',
        candidates: expect.arrayContaining(['重点客户']),
      }),
    );
    expect(
      await app.database.query(
        `select number, customer_class as class from customers where number like 'D_' order by 1`,
      ),
    ).toEqual([
      { number: 'D1', class: 'A类' },
      { number: 'D2', class: '重点客户' },
      { number: 'D4', class: null },
    ]);
  });

  it('give one of fifty the same new value', async () => {
    const admin = await app.as('admin');
    const { id } = await dictionary('customer-class');
    const all = await Promise.all(
      Array.from({ length: 50 }, () => admin.post(`/dictionaries/${id}/values`).send({ labelZh: '同时' })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(49);
  });
});
