import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import type { SavedViewDto } from './saved-view.dto.js';

const OPEN = { list: 'customer', name: '潜在', query: { stage: ['potential'], q: '食品' }, sort: '-name' };

describe('Saved views', () => {
  let app: TestApp;
  let li: Caller;
  let wang: Caller;
  let manager: Caller;

  beforeAll(async () => {
    app = await startTestApp();
    [li, wang, manager] = (await Promise.all(
      ['sales.li', 'sales.wang', 'manager.east'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller];
  });
  afterAll(() => app.close());

  const save = async (who: Caller, fields: object = {}): Promise<SavedViewDto> =>
    (
      await who
        .post('/saved-views')
        .send({ ...OPEN, ...fields })
        .expect(201)
    ).body;
  const named = async (who: Caller, list = 'customer'): Promise<string[]> =>
    ((await who.get(`/saved-views?list=${list}`).expect(200)).body as SavedViewDto[]).map(({ name }) => name);
  const idOf = async (table: string, where: string): Promise<string> =>
    (await app.database.query<{ id: string }>(`select id from ${table} where ${where}`))[0]!.id;

  it('are kept with what narrows, sorts and shows a list, for oneself, and audited', async () => {
    const view = await save(li, { columns: ['name', 'city'], kind: 'list' });
    expect(view).toMatchObject({
      ...OPEN,
      columns: ['name', 'city'],
      isMine: true,
      isDefault: false,
      ownerName: '李娜',
      dropped: [],
      allowedActions: ['change', 'delete'],
      version: 1,
    });
    expect(await named(li)).toEqual(['潜在']);
    expect(await named(li, 'opportunity')).toEqual([]);
    expect(await named(wang)).toEqual([]);
    await wang.get(`/saved-views/${view.id}`).expect(404);
    await wang.patch(`/saved-views/${view.id}`).send({ name: 'x' }).expect(404);
    await wang.delete(`/saved-views/${view.id}`).expect(404);
    await wang.post(`/saved-views/${view.id}/make-default`).expect(404);

    const { body: changed } = await li
      .patch(`/saved-views/${view.id}`)
      .set('if-match', '"1"')
      .send({ query: {}, sort: null, columns: null, name: '全部' })
      .expect(200);
    expect(changed).toMatchObject({ query: {}, sort: null, columns: null, name: '全部', version: 2 });
    const { body: stale } = await li
      .patch(`/saved-views/${view.id}`)
      .set('if-match', '"1"')
      .send({ name: 'y' })
      .expect(412);
    expect(stale.params).toMatchObject({
      currentVersion: 2,
      changes: [{ by: '李娜', fields: ['columns', 'name', 'query', 'sort'] }],
    });
    await li.delete(`/saved-views/${view.id}`).set('if-match', '"1"').expect(412);
    await li.delete(`/saved-views/${view.id}`).set('if-match', '"2"').expect(204);
    await li.get(`/saved-views/${view.id}`).expect(404);
    const audited = await app.database.query<{ action: string }>(
      `select action from audit_entries where resource = 'saved-view' order by id`,
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'saved-view.create',
      'saved-view.change',
      'saved-view.delete',
    ]);
  });

  it('hold only what the list has, and its name once', async () => {
    const refused = async (fields: object, status = 422) =>
      (
        await li
          .post('/saved-views')
          .send({ ...OPEN, ...fields })
          .expect(status)
      ).body;
    const { errors } = await refused({
      query: { stage: 'none', nosuch: 'x', cursor: 'x', city: 7 },
      sort: 'nosuch',
    });
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/query/city',
      '/query/cursor',
      '/query/nosuch',
      '/query/stage',
      '/sort',
    ]);
    expect((await refused({ list: 'nosuch' })).errors[0].pointer).toBe('list');
    await refused({ list: 'audit-entry' }, 403);
    await li.get('/saved-views?list=audit-entry').expect(403);
    await li.get('/saved-views').expect(422);
    await save(li, { name: 'Once' });
    const { errors: taken } = await refused({ name: 'once' }, 409);
    expect(taken[0]).toMatchObject({ pointer: '/name', rule: 'taken' });
    await save(wang, { name: 'Once' });
    await refused({
      name: '大',
      query: { city: Array.from({ length: 150 }, (_, n) => `城`.repeat(150) + n) },
    });
  });

  it('are shared by whoever may, with departments, roles or everybody, and widen nobody’s sight', async () => {
    await li
      .post('/saved-views')
      .send({ ...OPEN, name: '给大家', isSharedWithAll: true })
      .expect(403);
    const east = await idOf(
      'departments',
      `id = (select department_id from users where username = 'manager.east')`,
    );
    const finance = await idOf('roles', `code = 'finance'`);
    const missing = '0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11';
    const { body: wrong } = await manager
      .post('/saved-views')
      .send({ ...OPEN, departmentIds: [missing], roleIds: [missing] })
      .expect(422);
    expect(wrong.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/departmentIds',
      '/roleIds',
    ]);
    const view = await save(manager, { name: '东区', departmentIds: [east], query: {} });
    expect(view.allowedActions).toEqual(['change', 'share', 'delete']);
    expect(await named(li)).toContain('东区');
    expect(await named(await app.as('sales.zhao'))).not.toContain('东区');
    const { body: seen } = await li.get(`/saved-views/${view.id}`).expect(200);
    expect(seen).toMatchObject({ isMine: false, ownerName: '林海燕', allowedActions: [] });
    await li.patch(`/saved-views/${view.id}`).send({ name: 'x' }).expect(404);

    await manager
      .patch(`/saved-views/${view.id}`)
      .send({ departmentIds: [], roleIds: [finance] })
      .expect(200);
    expect(await named(li)).not.toContain('东区');
    expect(await named(await app.as('finance'))).toContain('东区');
    await manager.patch(`/saved-views/${view.id}`).send({ isSharedWithAll: true }).expect(200);
    expect(await named(await app.as('legal'))).toContain('东区');
    // Without sight of the list there is no view of it either.
    await (await app.as('planner')).get(`/saved-views/${view.id}`).expect(404);
    await (await app.as('planner')).get('/saved-views?list=customer').expect(403);
  });

  it('open a list by default, one for each person and list', async () => {
    const first = await save(li, { name: '一' });
    const second = await save(li, { name: '二' });
    const defaults = async () =>
      ((await li.get('/saved-views?list=customer').expect(200)).body as SavedViewDto[])
        .filter(({ isDefault }) => isDefault)
        .map(({ name }) => name);
    await li.post(`/saved-views/${first.id}/make-default`).expect(200);
    await li.post(`/saved-views/${second.id}/make-default`).expect(200);
    expect(await defaults()).toEqual(['二']);
    await li.post(`/saved-views/${second.id}/drop-default`).expect(200);
    expect(await defaults()).toEqual([]);
    await li.post(`/saved-views/${first.id}/make-default`).expect(200);
    await li.delete(`/saved-views/${first.id}`).expect(204);
    expect(await defaults()).toEqual([]);
  });

  it('leave out, and name, filters that do not exist any more', async () => {
    const view = await save(li, { name: '旧字段', query: { city: '无锡' } });
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "test"}', true);
      update saved_views set query = query || '{"gone": "x"}', sort = 'gone' where id = '${view.id}'; commit`);
    const { body } = await li.get(`/saved-views/${view.id}`).expect(200);
    expect(body).toMatchObject({ query: { city: '无锡' }, sort: null, dropped: ['gone', 'sort'] });
  });

  it('are a hundred of a list at most, however many come at once', async () => {
    const zhao = await app.as('sales.zhao');
    const answers = await Promise.all(
      Array.from({ length: 104 }, (_, n) => zhao.post('/saved-views').send({ ...OPEN, name: `视图${n}` })),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 4 }, () => [409, 'saved-view.too-many']),
    );
  });

  it('stay when their maker leaves: what is shared goes to a colleague', async () => {
    const admin = await app.as('admin');
    const [leaver, successor] = [
      await idOf('users', `username = 'manager.west'`),
      await idOf('users', `username = 'manager.east'`),
    ];
    const west = await app.as('manager.west');
    await save(west, { name: '东区', isSharedWithAll: true });
    await save(west, { name: '我自己的' });
    const { body: held } = await admin.get(`/users/${leaver}/holdings`).expect(200);
    const views = held.find(({ resource }: { resource: string }) => resource === 'saved-view');
    expect(views).toMatchObject({ count: 1 });
    await admin
      .post(`/users/${leaver}/hand-over`)
      .send({
        transfers: [{ resource: 'saved-view', group: 'none', count: 1, successorId: successor }],
        disable: false,
      })
      .expect(200);
    const mine = (await named(manager)).filter((name) => name.startsWith('东区'));
    expect(mine).toHaveLength(2);
    expect(await named(manager)).not.toContain('我自己的');
  });
});
