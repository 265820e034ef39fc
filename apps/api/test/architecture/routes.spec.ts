import { DEMO_USERS } from '../../src/system-admin/index.js';
import { isDeclaredPermission } from '../../src/platform/auth/permission-catalogue.js';
import { startTestApp, type Caller, type TestApp } from '../app.js';
import { allRoutes, type Route } from '../routes.js';

/** Routes open to the world, each for a reason: signing in, and telling whether the system lives. */
const PUBLIC = [
  'checkLive',
  'checkReady',
  'readProductInfo',
  'signIn',
  'refreshSession',
  'signOut',
  'requestPasswordReset',
  'readOneTimeLink',
  'setPasswordByLink',
  'startSso',
  'finishSso',
];
/** Passwords, second factors, sessions and keys are people's own; reading who signed in is not. */
const PERSONAL =
  /password|second-factor|recovery-codes|sessions|api-keys|invite|me\/sign-ins|security-policy$/;
/** Open-ended answers that a test cannot wait for. */
const STREAMS = ['streamEvents'];

describe('Every route', () => {
  let app: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    app = await startTestApp();
    routes = allRoutes(app.nest);
  });
  afterAll(() => app.close());

  const call = (caller: Caller, { method, path }: Route) =>
    caller[method](path).send(method === 'get' || method === 'delete' ? undefined : {});

  it('declares who may call it, with a permission that exists', () => {
    expect(routes.length).toBeGreaterThan(40);
    const open = routes.filter(({ access }) => access === 'public').map(({ operationId }) => operationId);
    expect(open.sort()).toEqual([...PUBLIC].sort());
    const undeclared = routes.filter(
      ({ access }) => !['public', 'signed-in'].includes(access) && !isDeclaredPermission(access),
    );
    expect(undeclared).toEqual([]);
  });

  it('keeps from API keys what belongs to a person', () => {
    const open = routes.filter(
      ({ access, isForPeople, path, method }) =>
        access !== 'public' &&
        !isForPeople &&
        PERSONAL.test(path) &&
        !(method === 'get' && path.endsWith('security-policy')),
    );
    expect(open.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('has a summary, an id of its own, and documented errors', () => {
    const ids = routes.map(({ operationId }) => operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(routes.filter(({ summary }) => !summary)).toEqual([]);
    const closed = routes.filter(({ access }) => access !== 'public');
    expect(
      closed.filter(({ statuses }) => !['401', '403', '422'].every((status) => statuses.includes(status))),
    ).toEqual([]);
  });

  it('is closed to whoever is not signed in', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ operationId }) => !PUBLIC.includes(operationId))) {
      const { status } = await call(app.anonymous, route);
      if (status !== 401) wrong.push(`${route.operationId}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(DEMO_USERS.map(({ username }) => username))(
    'is open to %s exactly as far as the role goes',
    async (username) => {
      const caller = await app.as(username);
      const { body: me } = await caller.get('/me').expect(200);
      const granted = new Set((me.permissions as { code: string }[]).map(({ code }) => code));
      const wrong: string[] = [];
      for (const route of routes.filter(
        ({ operationId, access }) => ![...PUBLIC, ...STREAMS].includes(operationId) && access !== 'signed-in',
      )) {
        const { status } = await call(caller, route);
        const isRefused = status === 403;
        if (isRefused === granted.has(route.access) || status >= 500)
          wrong.push(`${route.operationId}: ${status}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
