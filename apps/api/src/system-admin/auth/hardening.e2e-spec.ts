import { startTestApp, type TestApp } from '../../../test/app.js';

const CREDENTIALS = { username: 'sales.li', password: 'Juke-demo-2026' };

describe('What a browser keeps', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ SECURE_COOKIES: 'on', SESSION_IDLE_HOURS: '12' });
  });
  afterAll(() => app.close());

  const signIn = async (): Promise<string> => {
    const { headers } = await app.anonymous.post('/auth/login').send(CREDENTIALS).expect(200);
    return String((headers['set-cookie'] as unknown as string[])[0]);
  };

  it('is no answer of the API, whoever asks and whatever comes of it', async () => {
    const li = await app.as('sales.li');
    for (const [caller, path] of [
      [li, '/customers'],
      [li, '/me'],
      [li, '/audit-entries'],
      [app.anonymous, '/auth/info'],
      [app.anonymous, '/customers'],
    ] as const)
      expect([path, (await caller.get(path)).headers['cache-control']]).toEqual([path, 'no-store']);
  });

  it('is a cookie that no unsafe page can set, and nothing after signing out', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/^__Secure-juke_refresh=[\w-]{43}; .*HttpOnly; Secure; SameSite=Strict/);
    const out = await app.anonymous.post('/auth/logout').set('cookie', cookie.split(';')[0]!).expect(200);
    expect(out.headers['clear-site-data']).toBe('"cache"');
    expect(String(out.headers['set-cookie'])).toMatch(/^__Secure-juke_refresh=; .*Expires=Thu, 01 Jan 1970/);
    await app.anonymous.post('/auth/refresh').set('cookie', cookie.split(';')[0]!).expect(401);
  });

  it('is no session that nobody used for long', async () => {
    const cookie = (await signIn()).split(';')[0]!;
    await app.database.query(
      `do $$ begin perform set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
       update sessions set last_seen_at = now() - interval '13 hours'; end $$`,
    );
    await app.anonymous.post('/auth/refresh').set('cookie', cookie).expect(401);
    const other = (await signIn()).split(';')[0]!;
    await app.anonymous.post('/auth/refresh').set('cookie', other).expect(200);
  });

  it('does not tell a stranger the version', async () => {
    expect((await app.anonymous.get('/auth/info').expect(200)).body.version).toBeUndefined();
    expect((await (await app.as('sales.li')).get('/me').expect(200)).body.productVersion).toMatch(/^\d/);
  });
});
