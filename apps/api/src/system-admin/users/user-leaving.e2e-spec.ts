import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

interface Holding {
  resource: string;
  count: number;
  groups: { key: string; name: string | null; count: number }[];
}

describe('A person who leaves', () => {
  let app: TestApp;
  let admin: Caller;
  beforeEach(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterEach(() => app.close());

  const idOf = async (username: string) =>
    (await app.database.query<{ id: string }>(`select id from users where username = $1`, [username]))[0]!.id;
  const asSystem = (sql: string) =>
    app.database.query(
      `begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true); ${sql}; commit`,
    );
  const holdings = async (id: string) =>
    (await admin.get(`/users/${id}/holdings`).expect(200)).body as Holding[];

  /** 王磊 has five customers in two territories and in none, one of them in the recycle bin, with an order each. */
  async function withCustomers(): Promise<{ wang: string; li: string; zhao: string }> {
    const wang = await app.as('sales.wang');
    const ids = [];
    for (const name of ['甲公司', '乙公司', '丙公司', '丁公司', '戊公司'])
      ids.push((await wang.post('/customers').send({ name }).expect(201)).body.id as string);
    await asSystem(`insert into territories (name) values ('苏南'), ('苏北');
      update customers set territory_id = (select id from territories where name = '苏南') where name in ('甲公司', '乙公司');
      update customers set territory_id = (select id from territories where name = '苏北') where name = '丙公司';
      insert into orders (number, customer_id, ordered_on, owner_id, department_id) select 'O-' || c.name, c.id, '2026-03-01', c.owner_id, c.department_id from customers c`);
    await wang.delete(`/customers/${ids[4]}`).expect(204);
    return { wang: await idOf('sales.wang'), li: await idOf('sales.li'), zhao: await idOf('sales.zhao') };
  }

  const transfersTo = (held: Holding[], successorOf: (group: string | null) => string) =>
    held.flatMap(({ resource, groups }) =>
      groups.map(({ key, name, count }) => ({ resource, group: key, count, successorId: successorOf(name) })),
    );

  it('hands everything over as reviewed, in one step, with its history, and is out at once', async () => {
    const { wang, li, zhao } = await withCustomers();
    const leaver = await app.as('sales.wang');
    await asSystem(`update departments set leader_id = '${wang}' where code = 'sales'`);
    const held = await holdings(wang);
    expect(held).toMatchObject([
      { resource: 'department', count: 1, groups: [{ name: '销售部' }] },
      {
        resource: 'customer',
        count: 5,
        groups: [
          { name: '苏北', count: 1 },
          { name: '苏南', count: 2 },
          { name: null, key: 'none', count: 2 },
        ],
      },
      { resource: 'order', count: 5 },
    ]);
    const transfers = transfersTo(held, (name) => (name === '苏南' ? zhao : li));
    const { body } = await admin
      .post(`/users/${wang}/hand-over`)
      .send({ transfers, disable: true })
      .expect(200);
    expect(body).toEqual({ moved: 11, left: 0 });
    await leaver.get('/me').expect(401);
    expect(
      await app.database.query(
        `select c.name, u.username, d.code from customers c join users u on u.id = c.owner_id join departments d on d.id = c.department_id order by c.name collate "zh-x-icu"`,
      ),
    ).toEqual([
      { name: '丙公司', username: 'sales.li', code: 'sales-east' },
      { name: '丁公司', username: 'sales.li', code: 'sales-east' },
      { name: '甲公司', username: 'sales.zhao', code: 'sales-west' },
      { name: '戊公司', username: 'sales.li', code: 'sales-east' },
      { name: '乙公司', username: 'sales.zhao', code: 'sales-west' },
    ]);
    const history = await app.database.query(
      `select resource, count(*)::int as rows, min(actor_name) as by from audit_entries where action = 'user.hand-over' and resource <> 'session' group by 1 order by 1`,
    );
    expect(history).toEqual([
      { resource: 'customer', rows: 5, by: '周明' },
      { resource: 'department', rows: 1, by: '周明' },
      { resource: 'order', rows: 5, by: '周明' },
      { resource: 'user', rows: 1, by: '周明' },
    ]);
    const successor = await app.as('sales.zhao');
    expect((await successor.get('/customers').expect(200)).body.items).toHaveLength(2);
    expect((await successor.get('/notifications').expect(200)).body.items[0]).toMatchObject({
      kind: 'user.handed-over',
      params: { name: '王磊', count: 4 },
    });
    expect((await admin.get(`/users/${wang}`).expect(200)).body.state).toBe('disabled');
  });

  it('moves nothing when what was reviewed is no longer so', async () => {
    const { wang, li } = await withCustomers();
    const transfers = transfersTo(await holdings(wang), () => li);
    await (await app.as('sales.wang')).post('/customers').send({ name: '新来公司' }).expect(201);
    const { body } = await admin
      .post(`/users/${wang}/hand-over`)
      .send({ transfers, disable: true })
      .expect(409);
    expect(body).toMatchObject({
      code: 'user.holdings-changed',
      params: { resource: 'customer', reviewed: 2, now: 3 },
    });
    expect((await holdings(wang)).find(({ resource }) => resource === 'customer')!.count).toBe(6);
    expect((await admin.get(`/users/${wang}`).expect(200)).body.state).toBe('active');
  });

  it('keeps what was left out, and is not disabled with it; successors are active colleagues', async () => {
    const { wang, li } = await withCustomers();
    const some = transfersTo(await holdings(wang), () => li).filter(
      ({ resource }) => resource === 'customer',
    );
    expect(
      (await admin.post(`/users/${wang}/hand-over`).send({ transfers: some, disable: true }).expect(409))
        .body,
    ).toMatchObject({ code: 'user.still-holds', params: { count: 5 } });
    expect(
      (await admin.post(`/users/${wang}/hand-over`).send({ transfers: some, disable: false }).expect(200))
        .body,
    ).toEqual({ moved: 5, left: 5 });
    const rest = transfersTo(await holdings(wang), () => wang);
    const refused = await admin
      .post(`/users/${wang}/hand-over`)
      .send({ transfers: rest, disable: true })
      .expect(422);
    expect(refused.body.errors[0].pointer).toBe('/transfers/0/successorId');
    await admin
      .post(`/users/${await idOf('admin')}/hand-over`)
      .send({ transfers: [], disable: true })
      .expect(409);
  });

  it('runs once when fifty press the button', async () => {
    const { wang, li } = await withCustomers();
    const transfers = transfersTo(await holdings(wang), () => li);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        admin.post(`/users/${wang}/hand-over`).send({ transfers, disable: true }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
  });

  it('stays as an id in what she did; the name is gone everywhere', async () => {
    const { wang, li } = await withCustomers();
    await admin.patch(`/users/${wang}`).send({ phone: '13912345678', email: 'wang@example.com' }).expect(200);
    await admin.post(`/users/${wang}/disable`).expect(200);
    expect((await admin.delete(`/users/${wang}`).expect(409)).body.code).toBe('user.still-holds');
    const transfers = transfersTo(await holdings(wang), () => li);
    await admin.post(`/users/${wang}/hand-over`).send({ transfers, disable: false }).expect(200);
    expect((await admin.delete(`/users/${wang}`).expect(200)).body).toEqual({ outcome: 'anonymised' });
    await admin.get(`/users/${wang}`).expect(404);
    expect((await admin.get('/users?q=王磊').expect(200)).body.items).toEqual([]);
    const [acts] = await app.database.query<{ count: number }>(
      `select count(*)::int as count from audit_entries where actor_id = $1 and actor_name = ''`,
      [wang],
    );
    expect(acts!.count).toBeGreaterThan(4);
    const [traces] = await app.database.query<{ text: string }>(
      `select string_agg(x, ' ') as text from (select to_jsonb(u)::text as x from users u union all select to_jsonb(a)::text from audit_entries a
        union all select to_jsonb(s)::text from sessions s where user_id = '${wang}' union all select to_jsonb(n)::text from sign_in_attempts n where user_id = '${wang}') t`,
    );
    for (const personal of ['王磊', '13912345678', 'wang@example.com', 'sales.wang'])
      expect([personal, traces!.text.includes(personal)]).toEqual([personal, false]);
    await app.anonymous
      .post('/auth/login')
      .send({ username: 'sales.wang', password: 'Juke-demo-2026' })
      .expect(401);
  });

  it('is deleted when nothing refers to her, and active people never are', async () => {
    const [role] = await app.database.query<{ id: string }>(`select id from roles where code = 'legal'`);
    const { body } = await admin
      .post('/users')
      .send({ username: 'never.came', displayName: '未到岗', roleIds: [role!.id], firstSignIn: 'invitation' })
      .expect(201);
    expect((await admin.delete(`/users/${body.id}`).expect(200)).body).toEqual({ outcome: 'deleted' });
    expect(await app.database.query(`select 1 from users where id = $1`, [body.id])).toEqual([]);
    expect((await admin.delete(`/users/${await idOf('legal')}`).expect(409)).body.code).toBe(
      'record.illegal-action',
    );
    expect((await admin.delete(`/users/${await idOf('admin')}`).expect(409)).body.code).toBe(
      'user.own-account',
    );
  });

  it('leaves the audit log append-only for everything else', async () => {
    const wang = await idOf('sales.wang');
    const forget = (change: string) =>
      app.database.query(
        `begin; select set_config('juke.forgets', '${wang}', true); update audit_entries set ${change}; commit`,
      );
    for (const change of [`action = 'x'`, `actor_name = 'x'`, `after = '{}'`, `actor_id = '${wang}'`])
      await expect(forget(change)).rejects.toThrow('append-only');
  });
});
