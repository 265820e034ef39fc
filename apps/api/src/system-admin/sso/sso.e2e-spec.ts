/* oxlint-disable no-console -- the provider says there that its pages and keys are for development, which is what is wanted of them */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { startTestApp, type TestApp } from '../../../test/app.js';

const SECRET = 'a-client-secret-of-the-test-provider';

/** People at the provider, by subject. */
const PEOPLE: Record<string, Record<string, unknown>> = {
  'subject-li': {
    email: 'li.na@example.com',
    email_verified: true,
    preferred_username: 'sales.li',
    name: '李娜',
  },
  'subject-unverified': { email: 'cfo@example.com', email_verified: false, name: '冒名者' },
  'subject-new': {
    email: 'fresh@example.com',
    email_verified: true,
    preferred_username: 'fresh.face',
    name: '新面孔',
  },
};

interface TestProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

/** A certified OpenID Connect provider that lets in whoever is named at its sign-in page. */
async function startProvider(redirectUri: () => string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'juke',
        client_secret: SECRET,
        redirect_uris: [redirectUri()],
        post_logout_redirect_uris: [redirectUri().replace(/\/api.*/, '/sign-in')],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...PEOPLE[sub] }) }),
    cookies: { keys: ['a-cookie-key-for-tests-only'] },
  });
  server.on('request', provider.callback());
  return { issuer, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A browser as far as redirects and cookies go; it forgets nothing and follows no script. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  async open(url: string, body?: Record<string, string>): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const response = await fetch(url, {
      redirect: 'manual',
      method: body ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { body: new URLSearchParams(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    return response;
  }

  /** Follows until an answer is a page, or until an address passes `until`. */
  async follow(
    url: string,
    until: (url: string) => boolean = () => false,
  ): Promise<{ url: string; page: string }> {
    let at = url;
    for (let steps = 0; steps < 20; steps += 1) {
      if (until(at)) return { url: at, page: '' };
      const response = await this.open(at);
      const location = response.headers.get('location');
      if (!location) return { url: at, page: await response.text() };
      at = new URL(location, at).href;
    }
    throw new Error(`Too many redirects, the last to ${at}`);
  }

  /** Fills in the provider's two pages: who it is, and that she agrees. */
  async signInAs(subject: string, start: string, until: (url: string) => boolean): Promise<string> {
    let { url, page } = await this.follow(start, until);
    for (let forms = 0; forms < 3 && page.includes('<form'); forms += 1) {
      const action = new URL(/action="([^"]+)"/.exec(page)![1]!, url).href;
      const isLogin = page.includes('name="login"');
      const answer = await this.open(
        action,
        isLogin ? { prompt: 'login', login: subject, password: 'x' } : { prompt: 'consent' },
      );
      ({ url, page } = await this.follow(new URL(answer.headers.get('location')!, action).href, until));
    }
    return url;
  }
}

describe('Single sign-on', () => {
  let app: TestApp;
  let provider: TestProvider;
  let port: number;
  const { warn, info } = console;
  beforeAll(() => Object.assign(console, { warn: () => undefined, info: () => undefined }));
  afterAll(() => Object.assign(console, { warn, info }));

  async function start(env: Record<string, string> = {}): Promise<void> {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    ({ port } = free.address() as AddressInfo);
    await new Promise((resolve) => free.close(resolve));
    provider = await startProvider(() => `http://127.0.0.1:${port}/api/v1/auth/sso/callback`);
    app = await startTestApp({
      TEST_PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'juke',
      OIDC_CLIENT_SECRET: SECRET,
      OIDC_LABEL: '企业统一登录',
      ...env,
    });
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      update users set email = 'Li.Na@example.com' where username = 'sales.li'; update users set email = 'cfo@example.com' where username = 'finance'; commit`);
  }
  afterEach(async () => {
    await app.close();
    await provider.close();
  });

  const here = (path: string) => `http://127.0.0.1:${port}${path}`;
  const isSignInPage = (url: string) => url.startsWith(here('/sign-in'));
  const signInAs = (browser: Browser, subject: string, next = '/customers?q=x') =>
    browser.signInAs(subject, here(`/api/v1/auth/sso/start?next=${encodeURIComponent(next)}`), isSignInPage);

  it('lets a known person in, remembers her by subject, and signs out at the provider, too', async () => {
    await start();
    expect((await app.anonymous.get('/auth/info').expect(200)).body).toMatchObject({
      ssoLabel: '企业统一登录',
    });
    const browser = new Browser();
    const end = new URL(await signInAs(browser, 'subject-li'));
    expect([end.searchParams.get('sso'), end.searchParams.get('next')]).toEqual(['done', '/customers?q=x']);
    const refreshed = await browser.open(here('/api/v1/auth/refresh'), {});
    expect(await refreshed.json()).toMatchObject({ user: { username: 'sales.li' } });
    expect(
      await app.database.query(`select sso_issuer, sso_subject from users where username = 'sales.li'`),
    ).toEqual([{ sso_issuer: provider.issuer, sso_subject: 'subject-li' }]);
    // Another address by now: the subject still names her.
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      update users set email = 'married@example.com' where username = 'sales.li'; commit`);
    expect(await signInAs(new Browser(), 'subject-li')).toContain('sso=done');
    const out = (await (await browser.open(here('/api/v1/auth/logout'), {})).json()) as {
      continueAt: string;
    };
    expect(out.continueAt).toContain(`${provider.issuer}/session/end`);
    expect((await browser.open(here('/api/v1/auth/refresh'), {})).status).toBe(401);
    expect(
      await app.database.query(
        `select method, succeeded from sign_in_attempts where method = 'sso' group by 1, 2`,
      ),
    ).toEqual([{ method: 'sso', succeeded: true }]);
  });

  it('lets nobody in by an address that the provider did not check, nobody unknown, and nobody who was disabled', async () => {
    await start();
    expect(await signInAs(new Browser(), 'subject-unverified')).toContain('problem=auth.sso-unknown-person');
    expect(await signInAs(new Browser(), 'subject-new')).toContain('problem=auth.sso-unknown-person');
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      update users set state = 'disabled', sso_issuer = '${provider.issuer}', sso_subject = 'subject-li' where username = 'sales.li'; commit`);
    expect(await signInAs(new Browser(), 'subject-li')).toContain('problem=auth.sso-unknown-person');
    expect(await app.database.query(`select count(*)::int as count from sessions`)).toEqual([{ count: 0 }]);
  });

  it('makes an account with the role the operator named, where he did', async () => {
    await start({ OIDC_NEW_PEOPLE_ROLE: 'salesperson' });
    expect(await signInAs(new Browser(), 'subject-new')).toContain('sso=done');
    expect(
      await app.database.query(
        `select u.display_name, u.state, r.code from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id where u.username = 'fresh.face'`,
      ),
    ).toEqual([{ display_name: '新面孔', state: 'active', code: 'salesperson' }]);
  });

  it('refuses an answer that this browser did not ask for, one that comes twice, and never leads away', async () => {
    await start();
    const failed = 'problem=auth.sso-failed';
    const stranger = await new Browser().follow(
      here('/api/v1/auth/sso/callback?code=x&state=y'),
      isSignInPage,
    );
    expect(stranger.url).toContain(failed);

    const victim = new Browser();
    const isCallback = (url: string) => url.includes('/sso/callback');
    const attacker = new Browser();
    const stolen = await attacker.signInAs('subject-li', here('/api/v1/auth/sso/start'), isCallback);
    await victim.open(here('/api/v1/auth/sso/start'));
    expect((await victim.follow(stolen, isSignInPage)).url).toContain(failed);

    expect((await attacker.follow(stolen, isSignInPage)).url).toContain('sso=done');
    expect((await attacker.follow(stolen, isSignInPage)).url).toContain(failed);
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect(new URL(await signInAs(new Browser(), 'subject-li', next)).searchParams.get('next')).toBe('/');
  });

  it('says so when the provider is away, and is not there where it is not set up', async () => {
    await start();
    await provider.close();
    await app.anonymous.get('/auth/sso/start').expect(502);
    const without = await startTestApp();
    await without.anonymous.get('/auth/sso/start').expect(404);
    await without.close();
    provider = { issuer: '', close: () => Promise.resolve() };
  });
});
