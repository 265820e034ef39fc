import { startTestApp, type Caller, type TestApp } from '../app.js';
import { allRoutes } from '../routes.js';

const SECRET_NAME = '西部机密客户';
const SECRET_PHONE = '13987654321';

/** What somebody with a salesperson's account tries, to come by what belongs to a colleague of another region. */
describe('An attacker with a salesperson’s account', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let customerId: string;
  let contactId: string;
  let orderId: string;
  let zhaoId: string;

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao] = [await app.as('sales.li'), await app.as('sales.zhao')];
    zhaoId = (await zhao.get('/me').expect(200)).body.id;
    const secret = { name: SECRET_NAME, phone: SECRET_PHONE, city: '乌鲁木齐', number: 'SECRET-1' };
    customerId = (await zhao.post('/customers').send(secret).expect(201)).body.id;
    const contact = { customerId, name: '机密联系人', phone: SECRET_PHONE, email: 'secret@example.com' };
    contactId = (await zhao.post('/contacts').send(contact).expect(201)).body.id;
    await li.post('/customers').send({ name: '自己的客户' }).expect(201);
    const context = { actorId: zhaoId, actorName: 'x', action: 'test.orders' };
    const [order] = await app.database.query<{ id: string }>(
      `with c as (select set_config('juke.context', $1, true)),
            p as (insert into products (name) select '机密产品' from c returning id),
            o as (insert into orders (number, customer_id, ordered_on, owner_id, city)
                  select 'SECRET-O1', $2, '2026-05-01', $3, '乌鲁木齐' from c returning id),
            l as (insert into order_lines (order_id, line_number, product_id, quantity, sales_amount, cost_amount)
                  select o.id, 1, p.id, 3, 98765.43, 12345.67 from o, p returning id)
       select id from o, l`.replace('select id from o, l', 'select o.id from o, l'),
      [JSON.stringify(context), customerId, zhaoId],
    );
    orderId = order!.id;
  });
  afterAll(() => app.close());

  const SECRETS = [
    SECRET_NAME,
    SECRET_PHONE,
    'SECRET-',
    '机密联系人',
    'secret@example.com',
    '乌鲁木齐',
    '98765',
    '12345.67',
  ];
  function expectNothing(text: string, where: string): void {
    const found = SECRETS.filter((secret) => text.includes(secret));
    expect({ where, found }).toEqual({ where, found: [] });
  }

  it('finds that the owner herself sees it, so that the rest proves something', async () => {
    const all = await Promise.all(
      ['/customers', '/contacts', '/orders', `/order-lines?orderId=${orderId}`, '/sales-lines'].map((path) =>
        zhao.get(path),
      ),
    );
    const seen = all
      .filter(({ status }) => status === 200)
      .map(({ text }) => text)
      .join();
    for (const secret of [SECRET_NAME, SECRET_PHONE, 'SECRET-O1', '98765']) expect(seen).toContain(secret);
  });

  it('reads it in no list, count, sum, search or statistic that there is', async () => {
    const routes = allRoutes(app.nest).filter(
      ({ method, operationId, path }) =>
        method === 'get' && operationId !== 'streamEvents' && !path.includes('01990000'),
    );
    expect(routes.length).toBeGreaterThan(20);
    for (const { path } of routes) {
      for (const query of [
        '',
        '?limit=200',
        '?q=SECRET-1',
        `?customerId=${customerId}`,
        `?ownerId=${zhaoId}`,
        '?groupBy=city',
      ]) {
        const answer = await li.get(`${path}${query}`);
        expect(answer.status).toBeLessThan(500);
        // What was asked for may be said back in an error, but only that.
        expectNothing(answer.text.replaceAll('SECRET-1', ''), `${path}${query}`);
      }
    }
  });

  it('gets nothing by the id: not to read, change, delete, nor by way of a contact, an order, its lines or its years', async () => {
    for (const attempt of [
      () => li.get(`/customers/${customerId}`),
      () => li.patch(`/customers/${customerId}`).send({ name: 'x' }),
      () => li.delete(`/customers/${customerId}`),
      () => li.get(`/customers/${customerId}/yearly-sales`),
      () => li.get(`/contacts/${contactId}`),
      () => li.patch(`/contacts/${contactId}`).send({ name: 'x' }),
      () => li.delete(`/contacts/${contactId}`),
      () => li.post('/contacts').send({ customerId, name: 'x' }),
      () => li.get(`/orders/${orderId}`),
    ]) {
      const { status, text } = await attempt();
      expect(status).toBe(404);
      expectNothing(text, 'by id');
    }
    const { body } = await li.get(`/order-lines?orderId=${orderId}`);
    expect(body.items ?? []).toEqual([]);
    const [row] = await app.database.query(`select name, deleted_at from customers where id = $1`, [
      customerId,
    ]);
    expect(row).toEqual({ name: SECRET_NAME, deleted_at: null });
  });

  it('neither gives a customer away nor takes one, by the owner it names', async () => {
    await li.post('/customers').send({ name: 'x', ownerId: zhaoId }).expect(422);
    const { body } = await li.get('/customers').expect(200);
    await li.patch(`/customers/${body.items[0].id}`).send({ ownerId: zhaoId }).expect(422);
  });

  it('exports nothing that the list would not show, nor a hidden column by its name', async () => {
    for (const resource of ['customer', 'contact', 'order', 'sales-line', 'sales-statistics']) {
      const request = await li.post('/exports').send({ resource, format: 'json' });
      if (request.status !== 202) continue;
      for (;;) {
        const { body } = await li.get(`/jobs/${request.body.id}`).expect(200);
        if (body.state === 'succeeded') {
          const file = await li.get(`/files/${body.result.fileId}/content`).responseType('blob').expect(200);
          expectNothing((file.body as Buffer).toString('utf8'), resource);
          await zhao.get(`/files/${body.result.fileId}/content`).expect(404);
          break;
        }
        expect(body.state).not.toBe('failed');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    await li.post('/exports').send({ resource: 'audit-entry', format: 'csv' }).expect(403);
    for (const columns of [['profit'], ['margin'], ['costAmount']])
      await li.post('/exports').send({ resource: 'sales-statistics', format: 'csv', columns }).expect(422);
  });

  it('learns no cost: not as a column, a filter, a sort or a sum, not even of her own orders', async () => {
    for (const query of ['profitFrom=1', 'sort=profit', 'sort=-profit', 'marginFrom=0', 'cost_amountFrom=1'])
      expect((await li.get(`/orders?${query}`)).status).toBe(422);
    expect((await li.get('/orders/sums')).text).not.toContain('profit');
  });

  it('gains no right: not by roles, users, the log, nor by what a body says beside the point', async () => {
    const me = (await li.get('/me').expect(200)).body;
    for (const attempt of [
      li.post('/roles').send({ name: 'x', permissions: [] }),
      li.patch(`/users/${me.id}`).send({ roleIds: [] }),
      li.post(`/users/${zhaoId}/reset-password`).send({}),
      li.get('/audit-entries'),
      li.get('/audit-entries/count'),
    ])
      await attempt.expect(403);
    const sly = await li.patch('/me').send({ locale: 'en', roleIds: [], permissions: ['customer:delete'] });
    expect([200, 422]).toContain(sly.status);
    expect((await li.get('/me').expect(200)).body.permissions).toEqual(me.permissions);
  });

  it('reaches nothing by webhooks, the event feed, looking as others, or their notices, jobs and keys', async () => {
    const admin = await app.as('admin');
    const { body: webhook } = await admin
      .post('/webhooks')
      .send({ name: '管理员的', url: 'https://erp.example.com/', eventTypes: ['*'] })
      .expect(201);
    for (const attempt of [
      () => li.get('/webhooks'),
      () => li.get(`/webhooks/${webhook.id}`),
      () => li.get('/webhooks/event-types'),
      () => li.get('/webhook-deliveries'),
      () => li.post('/webhooks').send({ name: 'x', url: 'https://evil.example.com/', eventTypes: ['*'] }),
      () => li.patch(`/webhooks/${webhook.id}`).send({ url: 'https://evil.example.com/' }),
      () => li.post(`/webhooks/${webhook.id}/rotate-secret`),
      () => li.get('/events/feed'),
      () => li.post(`/users/${zhaoId}/see-as`).send({ reason: 'x' }),
      () => li.post('/me/see-as/end'),
      () => li.post('/api-keys').send({ name: 'x', permissions: [{ code: 'user:manage', scope: 'all' }] }),
    ]) {
      const { status, text } = await attempt();
      expect(status).toBe(403);
      expectNothing(text, 'by what others have set up');
    }
    const { body: hers } = await zhao.get('/notifications?limit=1').expect(200);
    const other = hers.items[0]?.id ?? '01990000-0000-7000-8000-000000000000';
    await li.post(`/notifications/${other}/read`).expect(204);
    const untouched = await app.database.query(
      `select 1 from notifications where user_id <> (select id from users where username = 'sales.li') and read_at is not null`,
    );
    expect(untouched).toEqual([]);
    const foreign = await li
      .patch('/me/notification-preferences')
      .send({ userId: zhaoId, kinds: [{ kind: 'import.done', channel: 'off' }] });
    expect(foreign.status).toBe(422);
    await admin.delete(`/webhooks/${webhook.id}`).expect(204);
  });
});
