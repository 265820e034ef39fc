import request from 'supertest';
import { startTestApp, type TestApp } from '../../../test/app.js';

describe('Bounds', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({
      CHANGES_PER_MINUTE: '5',
      ANONYMOUS_PER_MINUTE: '40',
      CORS_ORIGINS: 'https://portal.example.com',
    });
  });
  afterAll(() => app.close());

  it('an account may make so many changes a minute; reading and colleagues go on', async () => {
    const li = await app.as('sales.li');
    const wang = await app.as('sales.wang');
    for (let at = 0; at < 5; at += 1)
      await li
        .post('/customers')
        .send({ name: `第${at}家` })
        .expect(201);
    const refused = await li.post('/customers').send({ name: '多一家' }).expect(429);
    expect(refused.body).toMatchObject({ code: 'request.too-many', params: { seconds: expect.any(Number) } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await li.get('/customers').expect(200);
    await wang.post('/customers').send({ name: '同事的' }).expect(201);
  });

  it('an API key is counted apart from its owner', async () => {
    const admin = await app.as('admin');
    const permissions = [
      { code: 'customer:read', scope: 'own' },
      { code: 'customer:create', scope: 'own' },
    ];
    const { body: key } = await admin.post('/api-keys').send({ name: 'ERP', permissions }).expect(201);
    const byKey = (at: number) =>
      request(app.nest.getHttpServer())
        .post('/api/v1/customers')
        .set('authorization', `Bearer ${key.secret}`)
        .send({ name: `接口第${at}家` });
    for (let at = 0; at < 5; at += 1) await byKey(at).expect(201);
    await byKey(5).expect(429);
    await admin.post('/customers').send({ name: '本人的' }).expect(201);
  });

  it('an address without an account may ask so often', async () => {
    const attempts = [];
    for (let at = 0; at < 60; at += 1)
      attempts.push(
        (await app.anonymous.post('/auth/login').send({ username: `nobody${at}`, password: 'x' })).status,
      );
    expect(attempts.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(attempts.slice(-10).every((status) => status === 429)).toBe(true);
  });

  it('only the origins named may call from a browser', async () => {
    const from = (origin: string) => app.anonymous.get('/health/live').set('origin', origin);
    const named = await from('https://portal.example.com');
    expect(named.headers['access-control-allow-origin']).toBe('https://portal.example.com');
    const other = await from('https://evil.example.com');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('a program is refused whatever it is called, and leaves no file', async () => {
    const wang = await app.as('sales.wang');
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]);
    const { body } = await wang.post('/files').attach('file', program, '报价.xlsx').expect(422);
    expect(body.code).toBe('file.not-allowed');
    expect(await app.database.query('select 1 from files')).toEqual([]);
  });
});
