import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

describe('Departments', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  interface Listed {
    id: string;
    name: string;
    path: string;
    parentId: string | null;
  }
  const all = async () =>
    (await admin.get('/departments?limit=200').expect(200)).body.items as (Listed & { leaderName: string })[];
  const named = async (name: string) => (await all()).find((each) => each.name === name)!;
  const add = async (name: string, parentId: string | null = null) =>
    (await admin.post('/departments').send({ name, parentId }).expect(201)).body as Listed;

  it('are added, renamed and moved; whole names follow for all below', async () => {
    const north = await add('华北大区', (await named('销售部')).id);
    const beijing = await add('北京办事处', north.id);
    expect(beijing.path).toBe('聚源商贸有限公司/销售部/华北大区/北京办事处');
    await admin.patch(`/departments/${north.id}`).send({ name: '北方大区' }).expect(200);
    expect((await named('北京办事处')).path).toBe('聚源商贸有限公司/销售部/北方大区/北京办事处');
    await admin.patch(`/departments/${north.id}`).send({ parentId: null }).expect(200);
    expect((await named('北京办事处')).path).toBe('北方大区/北京办事处');
  });

  it('have a leader who is here', async () => {
    const { id } = await add('新业务部');
    const leader = await app.database.query<{ id: string }>(`select id from users where username = 'legal'`);
    const changed = await admin.patch(`/departments/${id}`).send({ leaderId: leader[0]!.id }).expect(200);
    expect(changed.body.leaderName).toBe('冯律');
    const stranger = '0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11';
    const refused = await admin.patch(`/departments/${id}`).send({ leaderId: stranger }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/leaderId');
  });

  it('are never below themselves', async () => {
    const [top, sales, east] = [
      await named('聚源商贸有限公司'),
      await named('销售部'),
      await named('华东销售部'),
    ];
    for (const parentId of [top.id, sales.id, east.id]) {
      const { body } = await admin.patch(`/departments/${top.id}`).send({ parentId }).expect(409);
      expect(body).toMatchObject({ code: 'department.circle', errors: [{ pointer: '/parentId' }] });
    }
  });

  it('make no circle either when two are moved below each other at the same moment, fifty times', async () => {
    const [one, two] = [await add('甲部'), await add('乙部')];
    for (let round = 0; round < 25; round += 1) {
      const [first, second] = await Promise.all([
        admin.patch(`/departments/${one.id}`).send({ parentId: two.id }),
        admin.patch(`/departments/${two.id}`).send({ parentId: one.id }),
      ]);
      expect([first!.status, second!.status].sort()).toEqual([200, 409]);
      await admin.patch(`/departments/${one.id}`).send({ parentId: null }).expect(200);
      await admin.patch(`/departments/${two.id}`).send({ parentId: null }).expect(200);
    }
  });

  it('differ in name where they stand side by side, and have no slash in it', async () => {
    const parent = await add('客户中心');
    await add('热线组', parent.id);
    const { body } = await admin
      .post('/departments')
      .send({ name: '热线组', parentId: parent.id })
      .expect(409);
    expect(body.errors).toMatchObject([{ pointer: '/name', params: { value: '热线组' } }]);
    await admin.post('/departments').send({ name: '售前/售后' }).expect(422);
    await add('热线组', (await named('财务部')).id);
  });

  it('go only when empty', async () => {
    await admin.delete(`/departments/${(await named('华东销售部')).id}`).expect(409);
    const { id } = await add('临时部');
    await admin.delete(`/departments/${id}`).expect(204);
    await admin.delete(`/departments/${id}`).expect(404);
  });

  it('are changed by who keeps them, in the version that was read', async () => {
    const { id } = await add('版本部');
    const { headers } = await admin.patch(`/departments/${id}`).send({ name: '版本二部' }).expect(200);
    await admin.patch(`/departments/${id}`).set('if-match', '"1"').send({ name: '版本三部' }).expect(412);
    await admin
      .patch(`/departments/${id}`)
      .set('if-match', headers.etag!)
      .send({ name: '版本三部' })
      .expect(200);
    const salesperson = await app.as('sales.li');
    await salesperson.post('/departments').send({ name: '影子部' }).expect(403);
    await salesperson.patch(`/departments/${id}`).send({ parentId: null }).expect(403);
    await salesperson.delete(`/departments/${id}`).expect(403);
    await salesperson.post('/positions').send({ name: '影子' }).expect(403);
  });

  it('that move take the data scope of their leaders along at once', async () => {
    const manager = await app.as('manager.east');
    const west = await app.database.query<{ id: string }>(
      `select id from users where username = 'sales.zhao'`,
    );
    const made = await admin
      .post('/customers')
      .send({ name: '西部矿业供应', ownerId: west[0]!.id })
      .expect(201);
    await manager.get(`/customers/${made.body.id}`).expect(404);
    const [east, under] = [await named('华东销售部'), await named('西部销售部')];
    await admin.patch(`/departments/${under.id}`).send({ parentId: east.id }).expect(200);
    await manager.get(`/customers/${made.body.id}`).expect(200);
  });
});

describe('Positions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('are added once, given to people, retired, and removed only while nobody has them', async () => {
    const admin = await app.as('admin');
    const { body: position } = await admin.post('/positions').send({ name: '销售代表' }).expect(201);
    await admin.post('/positions').send({ name: '销售代表' }).expect(409);
    await admin.post('/positions').send({ name: ' ' }).expect(422);
    const [li] = await app.database.query<{ id: string }>(`select id from users where username = 'sales.li'`);
    const given = await admin.patch(`/users/${li!.id}`).send({ positionId: position.id }).expect(200);
    expect(given.body).toMatchObject({ positionName: '销售代表' });
    await admin.delete(`/positions/${position.id}`).expect(409);
    const retired = await admin.patch(`/positions/${position.id}`).send({ isRetired: true }).expect(200);
    expect(retired.body).toMatchObject({ isRetired: true, userCount: 1 });
    expect((await admin.get('/positions?isRetired=false').expect(200)).body.items).toEqual([]);
    const refused = await admin.patch(`/users/${li!.id}`).send({ positionId: li!.id }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/positionId');
    await admin.patch(`/users/${li!.id}`).send({ positionId: null }).expect(200);
    await admin.delete(`/positions/${position.id}`).expect(204);
  });
});
