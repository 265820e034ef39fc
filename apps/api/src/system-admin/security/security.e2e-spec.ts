import request from 'supertest';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { DEMO_PASSWORD } from '../auth/passwords.js';
import { SignInHistory } from '../auth/sign-in-history.js';

describe('Sessions and sign-ins', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const signIn = (username: string, password = DEMO_PASSWORD) =>
    app.anonymous.post('/auth/login').set('user-agent', 'Phone/1').send({ username, password });
  const idOf = async (username: string) =>
    (await app.database.query<{ id: string }>(`select id from users where username = $1`, [username]))[0]!.id;
  const alive = (token: string) =>
    request(app.nest.getHttpServer()).get('/api/v1/me').set('authorization', `Bearer ${token}`);

  it('are listed to their owner, who ends one or all the others', async () => {
    const caller = await app.as('sales.li');
    const tokens = [];
    for (let index = 0; index < 3; index += 1)
      tokens.push((await signIn('sales.li').expect(200)).body.accessToken as string);
    const { body: sessions } = await caller.get('/me/sessions').expect(200);
    expect(sessions).toHaveLength(4);
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ userAgent: 'Phone/1', ip: '127.0.0.1', method: 'password' });
    await caller.post(`/me/sessions/${sessions[0].id}/end`).expect(204);
    await alive(tokens[2]!).expect(401);
    await alive(tokens[1]!).expect(200);
    await caller.post(`/me/sessions/${sessions[0].id}/end`).expect(404);
    await caller.post('/me/sessions/end-others').expect(204);
    await alive(tokens[1]!).expect(401);
    expect((await caller.get('/me/sessions').expect(200)).body).toHaveLength(1);
  });

  it('of others are neither seen nor ended by a salesperson', async () => {
    const li = await app.as('sales.li');
    const [other] = (await (await app.as('sales.wang')).get('/me/sessions').expect(200)).body;
    await li.post(`/me/sessions/${other.id}/end`).expect(404);
    const wang = await idOf('sales.wang');
    for (const path of [
      `/users/${wang}/sessions`,
      '/sign-ins',
      `/sign-ins?userId=${wang}`,
      `/users/${wang}/holdings`,
      '/security-policy',
    ])
      await li.get(path).expect(403);
    for (const path of [
      'sessions/end-all',
      `sessions/${other.id}/end`,
      'hand-over',
      'reset-password',
      'disable',
    ])
      await li.post(`/users/${wang}/${path}`).send({}).expect(403);
    await li.delete(`/users/${wang}`).expect(403);
    await (await app.as('sales.wang')).get('/me').expect(200);
  });

  it('are seen and ended by who keeps the accounts', async () => {
    const token = (await signIn('service').expect(200)).body.accessToken as string;
    const id = await idOf('service');
    const { body } = await admin.get(`/users/${id}/sessions`).expect(200);
    await admin.post(`/users/${id}/sessions/${body[0].id}/end`).expect(204);
    await alive(token).expect(401);
    await signIn('service').expect(200);
    await admin.post(`/users/${id}/sessions/end-all`).expect(204);
    expect((await admin.get(`/users/${id}/sessions`).expect(200)).body).toEqual([]);
  });

  it('are remembered with how they went, without the names that fit nobody, for as long as the policy says', async () => {
    await signIn('contract').expect(200);
    await signIn('contract', 'wrong-password').expect(401);
    await signIn('my-secret-password', 'x').expect(401);
    const caller = await app.as('contract');
    const { body } = await caller.get('/me/sign-ins').expect(200);
    expect(
      body
        .slice(0, 3)
        .map(({ succeeded, reason }: { succeeded: boolean; reason: string }) => [succeeded, reason]),
    ).toEqual([
      [true, null],
      [false, 'auth.wrong-credentials'],
      [true, null],
    ]);
    const { body: all } = await admin.get('/sign-ins?succeeded=false').expect(200);
    expect(JSON.stringify(all)).not.toContain('my-secret-password');
    await app.database.query(
      `update sign_in_attempts set occurred_at = now() - interval '200 days' where not succeeded`,
    );
    await app.nest.get(SignInHistory).sweep();
    expect((await admin.get('/sign-ins?succeeded=false').expect(200)).body.items).toEqual([]);
  });

  it('slow a guesser down who tries a few passwords on many accounts', async () => {
    await app.database.query(
      `insert into sign_in_attempts (method, succeeded, ip) select 'password', false, '127.0.0.1' from generate_series(1, 100)`,
    );
    expect((await signIn('manager.west').expect(429)).body.code).toBe('auth.too-many');
    await app.database.query(`delete from sign_in_attempts`);
    await signIn('manager.west').expect(200);
  });
});

describe('The password policy', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const change = (caller: Caller, currentPassword: string, newPassword: string) =>
    caller.post('/me/password').send({ currentPassword, newPassword });
  const ruleOf = (response: request.Response) => response.body.errors[0].rule as string;

  it('is changed by who may, within bounds, in the version that was read', async () => {
    const { body, headers } = await admin.get('/security-policy').expect(200);
    expect(body).toMatchObject({
      minPasswordLength: 10,
      passwordHistory: 3,
      passwordMaxAgeDays: 0,
      secondFactorRoleIds: [],
    });
    await admin.patch('/security-policy').send({ minPasswordLength: 4 }).expect(422);
    await admin
      .patch('/security-policy')
      .set('if-match', headers.etag!)
      .send({ minPasswordLength: 14 })
      .expect(200);
    await admin
      .patch('/security-policy')
      .set('if-match', headers.etag!)
      .send({ minPasswordLength: 12 })
      .expect(412);
    const caller = await app.as('finance');
    const short = await change(caller, DEMO_PASSWORD, 'Lotus-pond-71').expect(422);
    expect(short.body.errors[0]).toMatchObject({ rule: 'passwordTooShort', params: { least: 14 } });
    await change(caller, DEMO_PASSWORD, 'Lotus-pond-7123').expect(204);
  });

  it('refuses common passwords in their disguises, and those used lately', async () => {
    await admin.patch('/security-policy').send({ minPasswordLength: 8, passwordHistory: 2 }).expect(200);
    const caller = await app.as('legal');
    for (const common of [
      'password123',
      'P@ssw0rd123!',
      'iloveyou2026',
      'woaini1314',
      'Dragon2026',
      'qwertyuiop',
    ])
      expect([common, ruleOf(await change(caller, DEMO_PASSWORD, common).expect(422))]).toEqual([
        common,
        'passwordCommon',
      ]);
    const chain = [DEMO_PASSWORD, 'Bamboo-grove-1', 'Bamboo-grove-2', 'Bamboo-grove-3', 'Bamboo-grove-4'];
    for (const [index, next] of chain.slice(1).entries())
      await change(caller, chain[index]!, next).expect(204);
    for (const used of ['Bamboo-grove-4', 'Bamboo-grove-3', 'Bamboo-grove-2'])
      expect(ruleOf(await change(caller, 'Bamboo-grove-4', used).expect(422))).toBe('passwordUsed');
    await change(caller, 'Bamboo-grove-4', 'Bamboo-grove-1').expect(204);
  });

  it('counts wrong guesses of the old password like those at sign-in', async () => {
    const caller = await app.as('pricing');
    for (let tries = 0; tries < 5; tries += 1)
      await change(caller, 'not-the-right-one', 'Lotus-pond-71').expect(422);
    expect((await change(caller, DEMO_PASSWORD, 'Lotus-pond-71').expect(429)).body.code).toBe('auth.locked');
  });

  it('lets passwords grow too old', async () => {
    const [role] = await app.database.query<{ id: string }>(`select id from roles where code = 'legal'`);
    const { body } = await admin
      .post('/users')
      .send({ username: 'old.hand', displayName: '老手', roleIds: [role!.id] })
      .expect(201);
    const fresh = await app.as('old.hand', body.temporaryPassword);
    await change(fresh, body.temporaryPassword, 'Bamboo-grove-58').expect(204);
    await fresh.get('/customers').expect(200);
    await admin.patch('/security-policy').send({ passwordMaxAgeDays: 90 }).expect(200);
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      update users set password_changed_at = now() - interval '91 days' where username = 'old.hand'; commit`);
    const again = await app.as('old.hand', 'Bamboo-grove-58');
    expect((await again.get('/customers').expect(403)).body.code).toBe('auth.password-change-due');
    await change(again, 'Bamboo-grove-58', 'Bamboo-grove-59').expect(204);
    await again.get('/customers').expect(200);
  });
});
