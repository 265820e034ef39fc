import { startTestApp, type TestApp } from '../../../test/app.js';

describe('Customers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const enter = async (who: string, fields: Record<string, unknown>) => {
    const caller = await app.as(who);
    return (await caller.post('/customers').send(fields).expect(201)).body as {
      id: string;
      version: number;
      number: string;
    };
  };

  it('are entered with a number, an owner and an audit entry', async () => {
    const customer = await enter('sales.li', { name: '融氏食品有限公司', city: '上海', class: '公司' });
    expect(customer).toMatchObject({
      number: 'K000001',
      stage: 'potential',
      source: 'entered',
      ownerName: '李娜',
      salesAmount: '0',
    });
    const [entry] = await app.database.query(`select * from audit_entries where record_id = $1`, [
      customer.id,
    ]);
    expect(entry).toMatchObject({
      action: 'customer.create',
      operation: 'insert',
      actor_name: '李娜',
      resource: 'customer',
    });
    expect(entry!.after).toMatchObject({ name: '融氏食品有限公司' });
    expect(entry!.after).not.toHaveProperty('search_text');
    const events = await app.database.query(`select name from domain_events where record_id = $1`, [
      customer.id,
    ]);
    expect(events).toEqual([{ name: 'customer.created' }]);
  });

  it.each(['氏食', 'rssp', '食品有限', 'k000001', '融'])('are found by "%s"', async (q) => {
    const salesperson = await app.as('sales.li');
    const { body } = await salesperson.get(`/customers?q=${encodeURIComponent(q)}`).expect(200);
    expect(body.items.map((item: { name: string }) => item.name)).toEqual(['融氏食品有限公司']);
  });

  it('are shown within the data scope: own, department and below, all', async () => {
    const east = await enter('sales.wang', { name: '东方化工' });
    const west = await enter('sales.zhao', { name: '西部煤业' });
    const seen = async (who: string) =>
      (await (await app.as(who)).get('/customers').expect(200)).body.items.map((i: { id: string }) => i.id);
    expect(await seen('sales.wang')).toEqual([east.id]);
    expect(await seen('sales.zhao')).toEqual([west.id]);
    expect(await seen('manager.east')).toEqual(expect.arrayContaining([east.id]));
    expect(await seen('manager.east')).not.toContain(west.id);
    expect(await seen('executive')).toEqual(expect.arrayContaining([east.id, west.id]));
    const other = await app.as('sales.zhao');
    await other.get(`/customers/${east.id}`).expect(404);
    await other.patch(`/customers/${east.id}`).send({ name: 'mine' }).expect(404);
    await other.delete(`/customers/${east.id}`).expect(404);
  });

  it('are changed only in the version that was read', async () => {
    const salesperson = await app.as('sales.li');
    const customer = await enter('sales.li', { name: '两人同改' });
    const changed = await salesperson
      .patch(`/customers/${customer.id}`)
      .set('if-match', '"1"')
      .send({ city: '苏州' })
      .expect(200);
    expect(changed.headers.etag).toBe('"2"');
    const late = await salesperson
      .patch(`/customers/${customer.id}`)
      .set('if-match', '"1"')
      .send({ city: '无锡' })
      .expect(412);
    expect(late.body).toMatchObject({ code: 'record.stale', params: { currentVersion: 2 } });
    const [entry] = await app.database.query(
      `select before, after from audit_entries where record_id = $1 and operation = 'update' order by id desc limit 1`,
      [customer.id],
    );
    expect(entry).toEqual({ before: { city: null }, after: { city: '苏州' } });
  });

  it('refuse what is wrong, field by field', async () => {
    const salesperson = await app.as('sales.li');
    const { body } = await salesperson
      .post('/customers')
      .send({ name: '', kind: 'planet', colour: 'red' })
      .expect(422);
    expect(body.code).toBe('input.invalid');
    expect(body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/colour',
      '/kind',
      '/name',
    ]);
    await salesperson.post('/customers').send([]).expect(422);
    await salesperson.get('/customers?colour=red').expect(422);
    await salesperson.get('/customers?limit=0').expect(422);
    await salesperson.get('/customers?cursor=nonsense').expect(422);
    await salesperson.get('/customers?sort=phone').expect(422);
    await salesperson.get('/customers/not-an-id').expect(404);
  });

  it('keep their number unique, except against the recycle bin', async () => {
    const first = await enter('sales.li', { name: '甲', number: 'N-1' });
    const salesperson = await app.as('sales.li');
    const { body } = await salesperson.post('/customers').send({ name: '乙', number: 'N-1' }).expect(409);
    expect(body).toMatchObject({ code: 'record.duplicate', params: { value: 'N-1' } });
    await salesperson.delete(`/customers/${first.id}`).expect(204);
    await salesperson.get(`/customers/${first.id}`).expect(404);
    await enter('sales.li', { name: '乙', number: 'N-1' });
  });

  it('may not be entered for somebody beyond the scope', async () => {
    const manager = await app.as('manager.east');
    const [zhao] = await app.database.query<{ id: string }>(
      `select id from users where username = 'sales.zhao'`,
    );
    await manager.post('/customers').send({ name: '丙', ownerId: zhao!.id }).expect(422);
    await (await app.as('pricing')).post('/customers').send({ name: '丁' }).expect(403);
    await app.anonymous.get('/customers').expect(401);
  });

  it('page by keyset in both directions without a gap or a repeat', async () => {
    for (let index = 0; index < 12; index += 1) await enter('sales.wang', { name: `分页客户${index}` });
    const caller = await app.as('sales.wang');
    const all = (await caller.get('/customers?sort=name&limit=100').expect(200)).body.items.map(
      (i: { id: string }) => i.id,
    );
    const forwards: string[] = [];
    let cursor: string | null = '';
    let last: { prevCursor: string; items: { id: string }[] } | undefined;
    while (cursor !== null) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null; prevCursor: string } } =
        await caller.get(`/customers?sort=name&limit=5${cursor ? `&cursor=${cursor}` : ''}`).expect(200);
      forwards.push(...body.items.map((i: { id: string }) => i.id));
      cursor = body.nextCursor;
      last = body;
    }
    expect(forwards).toEqual(all);
    const { body } = await caller.get(`/customers?sort=name&limit=5&cursor=${last!.prevCursor}`).expect(200);
    expect(body.items.map((i: { id: string }) => i.id)).toEqual(all.slice(5, 10));
  });

  it('do a repeated POST once', async () => {
    const caller = await app.as('sales.li');
    const send = () => caller.post('/customers').set('idempotency-key', 'k-1').send({ name: '只进一次' });
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body.id).toBe(first.body.id);
    expect(second.headers['idempotent-replayed']).toBe('true');
    await caller.post('/customers').set('idempotency-key', 'k-1').send({ name: '另一个' }).expect(422);
  });

  it('have exactly one winner when fifty change, or number, the same at once', async () => {
    const caller = await app.as('sales.li');
    const customer = await enter('sales.li', { name: '五十人同改' });
    const changes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        caller
          .patch(`/customers/${customer.id}`)
          .set('if-match', '"1"')
          .send({ city: `城市${index}` }),
      ),
    );
    expect(changes.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(changes.filter(({ status }) => status === 412)).toHaveLength(49);
    const entered = await Promise.all(
      Array.from({ length: 50 }, () => caller.post('/customers').send({ name: '同号', number: 'RACE-1' })),
    );
    expect(entered.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(entered.filter(({ status }) => status === 409)).toHaveLength(49);
    const same = await Promise.all(
      Array.from({ length: 20 }, () =>
        caller.post('/customers').set('idempotency-key', 'race').send({ name: '只此一家' }),
      ),
    );
    expect(same.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(
      await app.database.query(`select count(*)::int as count from customers where name = '只此一家'`),
    ).toEqual([{ count: 1 }]);
  });

  it('count and sum what the filter leaves', async () => {
    const caller = await app.as('sales.wang');
    expect((await caller.get('/customers/count?q=分页').expect(200)).body).toEqual({
      count: 12,
      exact: true,
    });
    expect((await caller.get('/customers/sums').expect(200)).body).toEqual({ salesAmount: '0' });
  });
});
