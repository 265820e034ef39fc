import { startTestApp, type Caller, type TestApp } from '../../test/app.js';

const PHONE = '13812348000';
const MASK = '138****8000';

describe('A phone number, for who may see customers but not their numbers', () => {
  let app: TestApp;
  let legal: Caller;
  let admin: Caller;
  let seen: Caller;
  let customer: { id: string };

  beforeAll(async () => {
    app = await startTestApp();
    [legal, admin, seen] = [await app.as('legal'), await app.as('admin'), await app.as('sales.li')];
    const created = await seen.post('/customers').send({ name: '华东化工', phone: PHONE }).expect(201);
    customer = created.body;
    await seen
      .post('/contacts')
      .send({ customerId: customer.id, name: '张伟', phone: PHONE, email: 'zw@example.com' })
      .expect(201);
    await seen.post('/customers').send({ name: '短号', phone: '12345678' }).expect(201);
    await seen.post('/customers').send({ name: '更短', phone: '110' }).expect(201);
    // Legal may also change, export and read the log: more ways to come by a number.
    const { body } = await admin.get('/roles?code=legal').expect(200);
    const more = ['customer:change', 'customer:create', 'export:run', 'audit:read', 'import:run'];
    await admin
      .patch(`/roles/${body.items[0].id}`)
      .send({ permissions: [...body.items[0].permissions, ...more.map((code) => ({ code, scope: 'all' }))] })
      .expect(200);
  });
  afterAll(() => app.close());

  it('is whole for who may', async () => {
    expect((await seen.get(`/customers/${customer.id}`).expect(200)).body.phone).toBe(PHONE);
    expect((await seen.get('/customers?q=2348').expect(200)).body.items).toHaveLength(1);
  });

  it('is covered in lists and records, the short ones wholly', async () => {
    const { body } = await legal.get('/customers?sort=name').expect(200);
    expect((body.items as { phone: string }[]).map(({ phone }) => phone).sort()).toEqual([
      '****',
      '123****',
      MASK,
    ]);
    expect((await legal.get(`/customers/${customer.id}`).expect(200)).body.phone).toBe(MASK);
    expect((await legal.get('/contacts').expect(200)).body.items[0].phone).toBe(MASK);
  });

  it('cannot be guessed by searching, counting, summing or the global search', async () => {
    for (const guess of ['138', '1234', '2348', '8000', PHONE, `华东 ${PHONE}`]) {
      const q = encodeURIComponent(guess);
      expect((await legal.get(`/customers?q=${q}`).expect(200)).body.items).toEqual([]);
      expect((await legal.get(`/customers/count?q=${q}`).expect(200)).body.count).toBe(0);
      expect((await legal.get(`/customers/sums?q=${q}`).expect(200)).body.salesAmount).toBe('0');
      expect((await legal.get(`/contacts?q=${q}`).expect(200)).body.items).toEqual([]);
      expect((await legal.get(`/search?q=${q}`).expect(200)).body.groups).toEqual([]);
    }
    expect(
      (await legal.get(`/customers?q=${encodeURIComponent('华东')}`).expect(200)).body.items,
    ).toHaveLength(1);
    expect((await legal.get('/contacts?q=example').expect(200)).body.items).toHaveLength(1);
  });

  it('is no filter and no sort', async () => {
    await legal.get(`/customers?phone=${PHONE}`).expect(422);
    await legal.get('/customers?sort=phone').expect(422);
  });

  it('is covered in files', async () => {
    const { body: job } = await legal
      .post('/exports')
      .send({ resource: 'customer', format: 'csv', columns: ['name', 'phone'] })
      .expect(202);
    for (;;) {
      const { body } = await legal.get(`/jobs/${job.id}`).expect(200);
      expect(body.state).not.toBe('failed');
      if (body.state === 'succeeded') {
        const file = await legal.get(`/files/${body.result.fileId}/content`).responseType('blob').expect(200);
        const text = (file.body as Buffer).toString('utf8');
        expect(text).toContain(`华东化工,${MASK}`);
        expect(text).not.toContain(PHONE);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('is covered in the log, before and after', async () => {
    await seen.patch(`/customers/${customer.id}`).send({ phone: '13900001111' }).expect(200);
    const { text, body } = await legal.get(`/audit-entries?recordId=${customer.id}`).expect(200);
    expect(body.items[0]).toMatchObject({ before: { phone: MASK }, after: { phone: '139****1111' } });
    expect(text).not.toMatch(/13812348000|13900001111/);
    const { body: whole } = await admin.get(`/audit-entries?recordId=${customer.id}`).expect(200);
    expect(whole.items[0]).toMatchObject({ before: { phone: PHONE }, after: { phone: '13900001111' } });
  });

  it('is never replaced by its own cover, and survives a change of something else', async () => {
    const { body } = await legal.patch(`/customers/${customer.id}`).send({ phone: MASK }).expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/phone', rule: 'covered' });
    await legal.post('/customers').send({ name: '新客户', phone: MASK }).expect(422);
    await legal.post('/contacts').send({ customerId: customer.id, name: '王', phone: MASK }).expect(422);
    const { body: changed } = await legal
      .patch(`/customers/${customer.id}`)
      .send({ city: '上海' })
      .expect(200);
    expect(changed).toMatchObject({ city: '上海', phone: '139****1111' });
    const [row] = await app.database.query(`select phone from customers where id = $1`, [customer.id]);
    expect(row).toEqual({ phone: '13900001111' });
  });
});
