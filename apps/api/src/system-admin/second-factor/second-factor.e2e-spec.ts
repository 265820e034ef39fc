import request from 'supertest';
import { Secret, TOTP } from 'otpauth';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { Clock } from '../../platform/clock/clock.js';
import { DEMO_PASSWORD } from '../auth/passwords.js';

describe('The second factor', () => {
  let app: TestApp;
  let admin: Caller;
  /** Steps forward, so that each code of a test is a new one. */
  let now = Date.now();
  beforeAll(async () => {
    app = await startTestApp();
    app.nest.get(Clock).now = () => new Date(now);
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const nextCode = (secret: string): string => {
    now += 30_000;
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  };
  const signIn = (username: string, code?: string, password = DEMO_PASSWORD) =>
    app.anonymous.post('/auth/login').send({ username, password, ...(code && { code }) });
  const bearer = (token: string, method: 'get' | 'post', path: string) =>
    request(app.nest.getHttpServer())[method](`/api/v1${path}`).set('authorization', `Bearer ${token}`);

  async function setUp(
    username: string,
  ): Promise<{ caller: Caller; secret: string; recoveryCodes: string[] }> {
    const caller = await app.as(username);
    const { body: begun } = await caller.post('/me/second-factor').expect(200);
    const confirmed = await caller
      .post('/me/second-factor/confirm')
      .send({ code: nextCode(begun.secret) })
      .expect(200);
    return { caller, secret: begun.secret, recoveryCodes: confirmed.body.recoveryCodes };
  }

  it('is asked for once a first code was confirmed, and each code works once', async () => {
    const elsewhere = (await signIn('finance').expect(200)).body.accessToken as string;
    const caller = await app.as('finance');
    const { body: begun } = await caller.post('/me/second-factor').expect(200);
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\//);
    await signIn('finance').expect(200);
    expect(
      (await caller.post('/me/second-factor/confirm').send({ code: '000000' }).expect(422)).body.errors[0]
        .pointer,
    ).toBe('/code');
    const first = nextCode(begun.secret);
    const { body } = await caller.post('/me/second-factor/confirm').send({ code: first }).expect(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    await bearer(elsewhere, 'get', '/me').expect(401);
    expect((await caller.get('/me').expect(200)).body).toMatchObject({ hasSecondFactor: true });

    expect((await signIn('finance').expect(401)).body.code).toBe('auth.second-factor-needed');
    expect((await signIn('finance', first).expect(401)).body.code).toBe('auth.wrong-code');
    await signIn('finance', nextCode(begun.secret)).expect(200);
    expect((await caller.post('/me/second-factor').expect(409)).body.code).toBe('auth.second-factor-on');
    const [stored] = await app.database.query<{ sealed_secret: string }>(
      'select sealed_secret from second_factors',
    );
    expect(stored!.sealed_secret).not.toContain(begun.secret);
  });

  it('takes one of fifty that bring the same code at the same moment', async () => {
    const { secret } = await setUp('planner');
    const code = nextCode(secret);
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn('planner', code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => [401, 429].includes(status))).toHaveLength(49);
  });

  it('can be guessed five times, then the account is locked', async () => {
    const { secret } = await setUp('transport');
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, index) => signIn('transport', `00000${index}`)),
    );
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
    const right = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + 30_000 });
    await signIn('transport', right).expect(429);
  });

  it('lets recovery codes in, each once, until new ones replace them', async () => {
    const { caller, secret, recoveryCodes } = await setUp('pricing');
    await signIn('pricing', recoveryCodes[0]!.toUpperCase()).expect(200);
    await signIn('pricing', recoveryCodes[0]).expect(401);
    const renewed = await caller
      .post('/me/second-factor/recovery-codes')
      .send({ password: DEMO_PASSWORD, code: nextCode(secret) })
      .expect(200);
    await signIn('pricing', recoveryCodes[1]).expect(401);
    await signIn('pricing', renewed.body.recoveryCodes[1]).expect(200);
    const [stored] = await app.database.query<{ text: string }>(
      `select string_agg(code_hash, ' ') as text from recovery_codes`,
    );
    expect(stored!.text).not.toContain(renewed.body.recoveryCodes[2].replaceAll('-', ''));
  });

  it('is switched off only with password and code; wrong ones point at their field', async () => {
    const { caller, secret } = await setUp('service');
    const off = (password: string, code: string) =>
      caller.post('/me/second-factor/switch-off').send({ password, code });
    expect((await off('wrong-password', nextCode(secret)).expect(422)).body.errors[0]).toMatchObject({
      pointer: '/password',
      rule: 'passwordWrong',
    });
    expect((await off(DEMO_PASSWORD, '123456').expect(422)).body.errors[0]).toMatchObject({
      pointer: '/code',
      rule: 'wrongCode',
    });
    await off(DEMO_PASSWORD, nextCode(secret)).expect(204);
    await signIn('service').expect(200);
    expect((await off(DEMO_PASSWORD, '123456').expect(409)).body.code).toBe('auth.second-factor-off');
  });

  it('is taken away by an administrator, which is on record and ends every session', async () => {
    const { caller } = await setUp('legal');
    const [legal] = await app.database.query<{ id: string }>(`select id from users where username = 'legal'`);
    expect((await admin.get(`/users/${legal!.id}`).expect(200)).body).toMatchObject({
      hasSecondFactor: true,
      allowedActions: expect.arrayContaining(['reset-second-factor']),
    });
    expect((await (await app.as('sales.li')).get(`/users/${legal!.id}`).expect(200)).body).not.toHaveProperty(
      'hasSecondFactor',
    );
    await (await app.as('sales.li')).post(`/users/${legal!.id}/reset-second-factor`).expect(403);
    await admin.post(`/users/${legal!.id}/reset-second-factor`).expect(204);
    await caller.get('/me').expect(401);
    await signIn('legal').expect(200);
    expect(
      await app.database.query(
        `select actor_name from audit_entries where action = 'user.reset-second-factor' and resource = 'second-factor'`,
      ),
    ).toEqual([{ actor_name: '周明' }]);
  });

  it('is asked of everybody with a role that needs it, and nothing else works until then', async () => {
    const [role] = await app.database.query<{ id: string }>(`select id from roles where code = 'executive'`);
    const executive = await app.as('executive');
    await executive.get('/customers').expect(200);
    await (await app.as('sales.li')).patch('/security-policy').send({ secondFactorRoleIds: [] }).expect(403);
    await admin
      .patch('/security-policy')
      .send({ secondFactorRoleIds: [role!.id] })
      .expect(200);
    expect((await executive.get('/customers').expect(403)).body.code).toBe(
      'auth.second-factor-enrolment-due',
    );
    expect((await executive.get('/me').expect(200)).body).toMatchObject({ mustEnrolSecondFactor: true });
    const { caller } = await setUp('executive');
    await caller.get('/customers').expect(200);
    await (await app.as('sales.li')).get('/customers').expect(200);
  });
});
