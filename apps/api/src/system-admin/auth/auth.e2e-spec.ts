import request from 'supertest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { DEMO_PASSWORD } from './passwords.js';

const cookieOf = (response: request.Response): string =>
  (response.headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;

describe('Signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const signIn = (username: string, password = DEMO_PASSWORD) =>
    app.anonymous.post('/auth/login').send({ username, password });
  const refresh = (cookie: string) => app.anonymous.post('/auth/refresh').set('cookie', cookie);

  it('answers a token, who it is, and a cookie no script can read', async () => {
    const response = await signIn('sales.li').expect(200);
    expect(response.body).toMatchObject({
      expiresIn: 900,
      user: { displayName: '李娜', department: { name: '华东销售部' }, roles: [{ code: 'salesperson' }] },
    });
    expect(response.body.user.permissions).toContainEqual({ code: 'customer:read', scope: 'own' });
    expect((response.headers['set-cookie'] as unknown as string[])[0]).toMatch(/HttpOnly; SameSite=Strict/);
    const [session] = await app.database.query(`select ip from sessions order by created_at desc limit 1`);
    expect(session).toEqual({ ip: '127.0.0.1' });
  });

  it('says the same for a wrong name and a wrong password', async () => {
    const [first, second] = [
      await signIn('nobody', 'whatever-it-is').expect(401),
      await signIn('sales.li', 'whatever-it-is').expect(401),
    ];
    expect(first.body.code).toBe('auth.wrong-credentials');
    expect(first.body).toEqual(second.body);
  });

  it('rotates the refresh token; one that is used twice ends the session', async () => {
    const first = await signIn('legal').expect(200);
    const second = await refresh(cookieOf(first)).expect(200);
    await request(app.nest.getHttpServer())
      .get('/api/v1/me')
      .set('authorization', `Bearer ${second.body.accessToken}`)
      .expect(200);
    await refresh(cookieOf(first)).expect(401);
    await refresh(cookieOf(second)).expect(401);
    await request(app.nest.getHttpServer())
      .get('/api/v1/me')
      .set('authorization', `Bearer ${second.body.accessToken}`)
      .expect(401);
  });

  it('answers a lost question again, at once or later, and only to who asked it', async () => {
    const ask = (cookie: string, key: string) => refresh(cookie).set('idempotency-key', key);
    const first = await signIn('legal').expect(200);
    const answers = await Promise.all(['k1', 'k1', 'k1'].map((key) => ask(cookieOf(first), key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const next = await ask(cookieOf(answers[2]!), 'k2').expect(200);
    await app.database.query(`update refresh_tokens set used_at = used_at - interval '61 seconds'
      where used_at is not null`);
    await ask(cookieOf(answers[2]!), 'k2').expect(401);
    await refresh(cookieOf(next)).expect(401);

    const other = await signIn('legal').expect(200);
    const successor = await ask(cookieOf(other), 'mine').expect(200);
    await ask(cookieOf(other), 'stolen').expect(401);
    await refresh(cookieOf(successor)).expect(401);
  });

  it('ends with signing out', async () => {
    const response = await signIn('planner').expect(200);
    await app.anonymous.post('/auth/logout').set('cookie', cookieOf(response)).expect(200);
    await refresh(cookieOf(response)).expect(401);
    await request(app.nest.getHttpServer())
      .get('/api/v1/me')
      .set('authorization', `Bearer ${response.body.accessToken}`)
      .expect(401);
  });

  it('locks after five failures, also when they come at once, and longer each time', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 12 }, () => signIn('transport', 'wrong-password-1')),
    );
    const statuses = attempts.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    expect((await signIn('transport').expect(429)).body.params.until).toBeDefined();
    const [{ seconds }] = (await app.database.query<{ seconds: number }>(
      `select extract(epoch from locked_until - now())::int as seconds from users where username = 'transport'`,
    )) as [{ seconds: number }];
    expect(seconds).toBeGreaterThan(20);
  });

  it('lets a user change her own password, and ends her other sessions', async () => {
    const other = await signIn('finance').expect(200);
    const caller = await app.as('finance');
    const change = (currentPassword: string, newPassword: string) =>
      caller.post('/me/password').send({ currentPassword, newPassword });
    expect((await change('not-the-right-one', 'Lotus-pond-71').expect(422)).body.errors[0].rule).toBe(
      'passwordWrong',
    );
    expect((await change(DEMO_PASSWORD, 'short').expect(422)).body.errors[0].rule).toBe('passwordTooShort');
    expect((await change(DEMO_PASSWORD, 'finance-2026-x').expect(422)).body.errors[0].rule).toBe(
      'passwordHoldsName',
    );
    expect((await change(DEMO_PASSWORD, DEMO_PASSWORD).expect(422)).body.errors[0].rule).toBe(
      'passwordCommon',
    );
    await change(DEMO_PASSWORD, 'Lotus-pond-71').expect(204);
    await request(app.nest.getHttpServer())
      .get('/api/v1/me')
      .set('authorization', `Bearer ${other.body.accessToken}`)
      .expect(401);
    await caller.get('/me').expect(200);
    await signIn('finance').expect(401);
    await signIn('finance', 'Lotus-pond-71').expect(200);
  });

  it('refuses a token signed by somebody else, for somebody else, or none', async () => {
    const [header, payload] = (await app.as('admin')).token.split('.');
    for (const token of ['', 'x', `${header}.${payload}.`, `eyJhbGciOiJub25lIn0.${payload}.`]) {
      await request(app.nest.getHttpServer())
        .get('/api/v1/users')
        .set('authorization', `Bearer ${token}`)
        .expect(401);
    }
  });
});

describe('Demo accounts', () => {
  it('do not work where the demo is switched off', async () => {
    const app = await startTestApp({ DEMO: 'off' });
    await app.anonymous.post('/auth/login').send({ username: 'admin', password: DEMO_PASSWORD }).expect(401);
    await app.close();
  });
});
