import { finish } from '../../../test/imports.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

describe('The recycle bin', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const enter = async (who: string, fields: Record<string, unknown>, path = '/customers') =>
    (await (await app.as(who)).post(path).send(fields).expect(201)).body as { id: string; number: string };
  const bin = async (who: string, query = '') =>
    (await (await app.as(who)).get(`/recycle-bin${query}`).expect(200)).body.items as {
      id: string;
      title: string;
      resource: string;
      deletedByName: string;
      allowedActions: string[];
    }[];
  /** Runs SQL as the application does, with an author for the audit log. */
  const asSystem = (text: string) =>
    app.database.query(
      `begin; select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"test","action":"test"}', true); ${text}; commit`,
    );
  const order = async (customerId: string, number: string) => {
    await asSystem(`insert into products (code, name) values ('${number}', '${number}');
      with o as (insert into orders (number, customer_id, ordered_on, owner_id, department_id)
        select '${number}', id, '2026-03-01', owner_id, department_id from customers where id = '${customerId}' returning id)
      insert into order_lines (order_id, line_number, product_id, quantity, sales_amount) select o.id, 1, p.id, 1, 100 from o, products p where p.code = '${number}'`);
    const [row] = await app.database.query<{ id: string }>(`select id from orders where number = $1`, [
      number,
    ]);
    return row!.id;
  };

  it('takes a customer with her contacts out of sight, and gives both back', async () => {
    const caller = await app.as('sales.li');
    const { id } = await enter('sales.li', { name: '回收站一号' });
    const contact = await enter('sales.li', { customerId: id, name: '张三丰', isPrimary: true }, '/contacts');
    await caller.delete(`/customers/${id}`).set('if-match', '"7"').expect(412);
    await caller.delete(`/customers/${id}`).expect(204);
    await caller.delete(`/customers/${id}`).expect(404);
    await caller.patch(`/customers/${id}`).send({ city: '上海' }).expect(404);
    expect((await caller.get('/customers?q=回收站一号')).body.items).toEqual([]);
    expect((await caller.get('/search?q=张三丰')).body.groups).toEqual([]);
    const [item] = await bin('sales.li', '?title=一号');
    expect(item).toMatchObject({ id, resource: 'customer', title: '回收站一号', deletedByName: '李娜' });
    expect(item!.allowedActions).toEqual(['restore']);
    await caller.post(`/recycle-bin/customer/${id}/restore`).expect(204);
    expect((await caller.get(`/customers/${id}`).expect(200)).body.name).toBe('回收站一号');
    await caller.get(`/contacts/${contact.id}`).expect(200);
    const events = await app.database.query(
      `select name from domain_events where record_id = $1 order by id`,
      [id],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'customer.created',
      'customer.deleted',
      'customer.restored',
    ]);
    const actions = await app.database.query(
      `select action from audit_entries where record_id = $1 and operation = 'update' order by id`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual(['customer.delete', 'customer.restore']);
    await caller.post(`/recycle-bin/customer/${id}/restore`).expect(404);
    await caller.post(`/recycle-bin/planet/${id}/restore`).expect(404);
  });

  it('says what stands in the way of coming back', async () => {
    const caller = await app.as('sales.li');
    const first = await enter('sales.li', { name: '旧号', number: 'BIN-1' });
    await caller.delete(`/customers/${first.id}`).expect(204);
    await enter('sales.li', { name: '新号', number: 'BIN-1' });
    const taken = await caller.post(`/recycle-bin/customer/${first.id}/restore`).expect(409);
    expect(taken.body).toMatchObject({ code: 'record.duplicate', params: { value: 'BIN-1' } });

    const { id } = await enter('sales.li', { name: '上级' });
    const old = await enter('sales.li', { customerId: id, name: '旧主要', isPrimary: true }, '/contacts');
    await caller.delete(`/contacts/${old.id}`).expect(204);
    await enter('sales.li', { customerId: id, name: '新主要', isPrimary: true }, '/contacts');
    await caller.delete(`/customers/${id}`).expect(204);
    const orphan = await caller.post(`/recycle-bin/contact/${old.id}/restore`).expect(409);
    expect(orphan.body).toMatchObject({ code: 'recycle-bin.parent-in-bin', params: { title: '上级' } });
    await caller.post(`/recycle-bin/customer/${id}/restore`).expect(204);
    await caller.post(`/recycle-bin/contact/${old.id}/restore`).expect(204);
    expect((await caller.get(`/contacts/${old.id}`)).body.isPrimary).toBe(false);
  });

  it('keeps to the data scope and to the permissions', async () => {
    const { id } = await enter('sales.wang', { name: '华东的' });
    await (await app.as('sales.wang')).delete(`/customers/${id}`).expect(204);
    expect((await bin('sales.zhao')).map((item) => item.id)).not.toContain(id);
    await (await app.as('sales.zhao')).post(`/recycle-bin/customer/${id}/restore`).expect(404);
    await (await app.as('finance')).get('/recycle-bin').expect(403);
    await (await app.as('sales.wang')).delete(`/recycle-bin/customer/${id}`).expect(403);
    await (await app.as('sales.wang')).post('/recycle-bin/purge').expect(403);
    expect((await bin('manager.east')).map((item) => item.id)).toContain(id);
  });

  it('takes orders out of lists, sums, customers and statistics', async () => {
    const admin = await app.as('admin');
    const { id } = await enter('admin', { name: '有订单的' });
    const orderId = await order(id, 'BIN-O-1');
    const sales = async () => (await admin.get(`/customers/${id}`)).body.salesAmount as string;
    const facts = async () =>
      (await admin.get(`/statistics/sales?customerId=${id}`).expect(200)).body.totals.salesAmount as string;
    expect([await sales(), await facts()]).toEqual(['100.00', '100.00']);
    await admin.delete(`/orders/${orderId}`).expect(204);
    expect([await sales(), await facts()]).toEqual(['0', '0.00']);
    await admin.get(`/orders/${orderId}`).expect(404);
    expect((await admin.get(`/orders/sums?customerId=${id}`)).body.salesAmount).toBe('0');
    expect((await admin.get(`/customers/${id}/yearly-sales`)).body.items).toEqual([]);
    await admin.post(`/recycle-bin/order/${orderId}/restore`).expect(204);
    expect(await sales()).toBe('100.00');
  });

  it('removes for good only after the time, and nothing that others refer to', async () => {
    const admin = await app.as('admin');
    const used = await enter('admin', { name: '被引用' });
    const free = await enter('admin', { name: '无引用' });
    await enter('admin', { customerId: free.id, name: '随之而去' }, '/contacts');
    await order(used.id, 'BIN-O-2');
    for (const { id } of [used, free]) await admin.delete(`/customers/${id}`).expect(204);
    const early = await admin.delete(`/recycle-bin/customer/${free.id}`).expect(409);
    expect(early.body).toMatchObject({ code: 'recycle-bin.kept-until', params: { days: 30 } });
    await asSystem(
      `update customers set deleted_at = now() - interval '31 days' where id in ('${used.id}', '${free.id}')`,
    );
    const referred = await admin.delete(`/recycle-bin/customer/${used.id}`).expect(409);
    expect(referred.body).toMatchObject({
      code: 'recycle-bin.referred-to',
      params: { references: [{ resource: 'order', count: 1 }] },
    });
    const { body: job } = await admin.post('/recycle-bin/purge').expect(202);
    const ended = await finish(admin, job.id);
    expect(ended).toMatchObject({ state: 'succeeded', result: { removed: 1, kept: 1 } });
    expect(await app.database.query(`select 1 from contacts where customer_id = $1`, [free.id])).toEqual([]);
    expect((await bin('admin', '?resource=customer')).map((item) => item.id)).toContain(used.id);
    expect(
      await app.database.query(
        `select action from audit_entries where record_id = $1 and operation = 'delete'`,
        [free.id],
      ),
    ).toEqual([{ action: 'customer.purge' }]);
  });

  it('lets fifty who restore the same have one winner', async () => {
    const caller = await app.as('sales.li');
    const { id } = await enter('sales.li', { name: '五十人同取' });
    await caller.delete(`/customers/${id}`).expect(204);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => caller.post(`/recycle-bin/customer/${id}/restore`)),
    );
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 404)).toHaveLength(49);
  });
});
