import request from 'supertest';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { allRoutes } from '../../../test/routes.js';
import { Actors } from '../auth/actors.js';

describe('Seeing as another user', () => {
  let app: TestApp;
  let admin: Caller;
  let ids: Map<string, string>;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    const { body } = await admin.get('/users?limit=200').expect(200);
    ids = new Map((body.items as { username: string; id: string }[]).map((user) => [user.username, user.id]));
    await (await app.as('sales.li')).post('/customers').send({ name: '李的客户' }).expect(201);
    await (await app.as('sales.zhao')).post('/customers').send({ name: '赵的客户' }).expect(201);
  });
  afterAll(() => app.close());

  type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
  const using = (token: string, method: Method, path: string) =>
    request(app.nest.getHttpServer())[method](`/api/v1${path}`).set('authorization', `Bearer ${token}`);
  const begin = async (
    username: string,
    by = admin,
  ): Promise<{ accessToken: string; expiresAt: string; user: object }> =>
    (
      await by
        .post(`/users/${ids.get(username)}/see-as`)
        .send({ reason: '她找不到客户' })
        .expect(200)
    ).body;

  it('shows what that user sees, and says whose eyes look', async () => {
    const { accessToken, expiresAt, user } = await begin('sales.li');
    expect(user).toMatchObject({ username: 'sales.li', seenBy: { until: expiresAt } });
    expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    const { body } = await using(accessToken, 'get', '/customers').expect(200);
    expect((body.items as { name: string }[]).map(({ name }) => name)).toEqual(['李的客户']);
    await using(accessToken, 'get', '/audit-entries').expect(403);
    expect((await using(accessToken, 'get', '/me').expect(200)).body).toMatchObject({
      username: 'sales.li',
      seenBy: { name: expect.any(String) },
    });
    expect((await admin.get('/me').expect(200)).body.seenBy).toBeNull();
  });

  it('refuses every change with 403 and the reason, on every route there is', async () => {
    const { accessToken } = await begin('sales.li');
    const changing = allRoutes(app.nest).filter(
      ({ method, access }) => method !== 'get' && access !== 'public',
    );
    expect(changing.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const { method, path, operationId } of changing) {
      const { status, body } = await using(accessToken, method, path).send({});
      if (status !== 403 || body.code !== 'auth.seeing-only')
        wrong.push(`${operationId}: ${status} ${body.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is in the audit log: who, whom, why, from when to when', async () => {
    await begin('sales.wang');
    await admin.post('/me/see-as/end').expect(204);
    const { body } = await admin.get('/audit-entries?resource=user-view&limit=2').expect(200);
    expect(body.items).toMatchObject([
      { action: 'user.see-as-end', operation: 'update' },
      { action: 'user.see-as', operation: 'insert' },
    ]);
    const { body: entry } = await admin
      .get(`/audit-entries?resource=user-view&operation=insert&limit=1`)
      .expect(200);
    expect(entry.items[0].after).toMatchObject({ user_id: ids.get('sales.wang'), reason: '她找不到客户' });
  });

  it('ends when told, after half an hour, with the session, with the permission, and by the next one', async () => {
    const first = await begin('sales.li');
    const second = await begin('sales.wang');
    await using(first.accessToken, 'get', '/me').expect(401);
    await using(second.accessToken, 'get', '/me').expect(200);
    await admin.post('/me/see-as/end').expect(204);
    await using(second.accessToken, 'get', '/me').expect(401);

    const third = await begin('sales.li');
    await app.database.query(`begin`);
    await app.database.query(
      `do $$ begin perform set_config('juke.context', '{"actorId": "${ids.get('admin')}", "actorName": "t", "action": "t"}', true);
       update user_views set started_at = started_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes' where ended_at is null; end $$`,
    );
    await app.database.query(`commit`);
    await using(third.accessToken, 'get', '/me').expect(401);

    const other = await app.as('admin', 'Juke-demo-2026');
    expect(other.token).toBe(admin.token);
    const { body: signedIn } = await app.anonymous
      .post('/auth/login')
      .send({ username: 'admin', password: 'Juke-demo-2026' })
      .expect(200);
    const { body: fourth } = await using(signedIn.accessToken, 'post', `/users/${ids.get('sales.li')}/see-as`)
      .send({ reason: 'x' })
      .expect(200);
    await using(fourth.accessToken, 'get', '/me').expect(200);
    const { body: sessions } = await using(signedIn.accessToken, 'get', '/me/sessions').expect(200);
    const current = (sessions.items ?? sessions).find((session: { isCurrent: boolean }) => session.isCurrent);
    await admin.post(`/me/sessions/${current.id}/end`).expect(204);
    app.nest.get(Actors).forget();
    await using(fourth.accessToken, 'get', '/me').expect(401);
  });

  it('is not for keys, nor for whoever may less, nor for oneself or a disabled user', async () => {
    const { body: key } = await admin
      .post('/api-keys')
      .send({ name: 'see-as', permissions: [{ code: 'user:read', scope: 'all' }] })
      .expect(201);
    await using(key.secret, 'post', `/users/${ids.get('sales.li')}/see-as`)
      .send({ reason: 'x' })
      .expect(403);
    await (
      await app.as('sales.li')
    )
      .post(`/users/${ids.get('sales.zhao')}/see-as`)
      .send({ reason: 'x' })
      .expect(403);
    await admin
      .post(`/users/${ids.get('admin')}/see-as`)
      .send({ reason: 'x' })
      .expect(409);
    await admin
      .post(`/users/${ids.get('sales.li')}/see-as`)
      .send({})
      .expect(422);
    await admin
      .post(`/users/${ids.get('sales.li')}/see-as`)
      .send({ reason: ' ' })
      .expect(422);
    await admin.post(`/users/01990000-0000-7000-8000-000000000000/see-as`).send({ reason: 'x' }).expect(404);

    const needs = ['user:see-as', 'user:manage', 'user:read', 'role:read', 'department:read'];
    const { body: role } = await admin
      .post('/roles')
      .send({ name: '帮助台', permissions: needs.map((code) => ({ code, scope: 'all' })) })
      .expect(201);
    await admin
      .patch(`/users/${ids.get('planner')}`)
      .send({ roleIds: [role.id] })
      .expect(200);
    const help = await app.as('planner');
    const { body: refused } = await help
      .post(`/users/${ids.get('executive')}/see-as`)
      .send({ reason: 'x' })
      .expect(403);
    expect(refused.code).toBe('user.role-beyond-own');

    await admin.post(`/users/${ids.get('transport')}/disable`).expect(200);
    await admin
      .post(`/users/${ids.get('transport')}/see-as`)
      .send({ reason: 'x' })
      .expect(409);
  });
});
