import request from 'supertest';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { allRoutes } from '../../../test/routes.js';
import { ActorSource } from '../../platform/auth/actor-source.js';
import type { Grant } from '../roles/grants.js';
import { ApiKeyRevokedError } from './api-key.errors.js';
import type { CreatedApiKeyDto } from './api-key.dto.js';

const READS: Grant[] = [{ code: 'customer:read', scope: 'own' }];
const MAKES: Grant[] = [...READS, { code: 'user:read', scope: 'all' }, { code: 'role:read', scope: 'all' }];
const NOWHERE = '01990000-0000-7000-8000-000000000000';

describe('API keys', () => {
  let app: TestApp;
  let admin: Caller;
  let ids: Map<string, string>;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    const { body } = await admin.get('/users?limit=200').expect(200);
    ids = new Map((body.items as { username: string; id: string }[]).map((user) => [user.username, user.id]));
  });
  afterAll(() => app.close());

  let made = 0;
  const create = async (values: Record<string, unknown> = {}, by = admin): Promise<CreatedApiKeyDto> =>
    (
      await by
        .post('/api-keys')
        .send({ name: `键 ${++made}`, permissions: READS, ...values })
        .expect(201)
    ).body;
  const using = (secret: string, method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string) =>
    request(app.nest.getHttpServer())[method](`/api/v1${path}`).set('authorization', `Bearer ${secret}`);
  const codeOf = async (secret: string, status: number): Promise<string> =>
    (await using(secret, 'get', '/customers').expect(status)).body.code;

  async function newUser(username: string, permissions: Grant[]): Promise<{ id: string; caller: Caller }> {
    const { body: role } = await admin.post('/roles').send({ name: username, permissions }).expect(201);
    const { body: user } = await admin
      .post('/users')
      .send({ username, displayName: username, roleIds: [role.id] })
      .expect(201);
    const first = await app.as(username, user.temporaryPassword);
    const own = 'a password of her own 1';
    await first
      .post('/me/password')
      .send({ currentPassword: user.temporaryPassword, newPassword: own })
      .expect(204);
    return { id: user.id, caller: await app.as(username, own) };
  }

  it('tell their secret once and keep only its hash', async () => {
    const key = await create({ name: 'ERP', allowedAddresses: ['127.0.0.1', '::1'] });
    expect(key.secret).toMatch(/^juke_[\w-]{43}$/);
    expect(key).toMatchObject({
      name: 'ERP',
      prefix: key.secret.slice(0, 11),
      state: 'active',
      lastUsedAt: null,
      allowedAddresses: ['127.0.0.1/32', '::1/128'],
      permissions: READS,
      allowedActions: ['revoke'],
    });
    const { body: read } = await admin.get(`/api-keys/${key.id}`).expect(200);
    expect(read.secret).toBeUndefined();
    const stored = await app.database.query(`select * from api_keys where id = '${key.id}'`);
    const written = await app.database.query(`select * from audit_entries where record_id = '${key.id}'`);
    const events = await app.database.query(`select * from domain_events where record_id = '${key.id}'`);
    expect([written.length, events.length]).toEqual([1, 1]);
    expect(JSON.stringify([stored, written, events])).not.toContain(key.secret);
    expect(JSON.stringify(written)).not.toContain('secret_hash');
  });

  it('act as their owner, as far as both reach, and the log names the key', async () => {
    const manager = ids.get('manager.east')!;
    const { secret } = await create({
      name: '同步',
      userId: manager,
      permissions: [
        { code: 'customer:read', scope: 'own' },
        { code: 'customer:create', scope: 'own' },
      ],
    });
    const { body: me } = await using(secret, 'get', '/me').expect(200);
    expect(me.id).toBe(manager);
    const { body: customer } = await using(secret, 'post', '/customers')
      .send({ name: '接口客户有限公司', ownerId: manager })
      .expect(201);
    const [entry] = await app.database.query<{ actor_id: string; actor_name: string }>(
      `select actor_id, actor_name from audit_entries where record_id = '${customer.id}' and operation = 'insert'`,
    );
    expect(entry!.actor_id).toBe(manager);
    expect(entry!.actor_name).toMatch(/ \(同步\)$/);
    const { body: seen } = await using(secret, 'get', '/customers?limit=200').expect(200);
    expect(seen.items.length).toBeGreaterThan(0);
    expect(new Set((seen.items as { ownerId: string }[]).map(({ ownerId }) => ownerId))).toEqual(
      new Set([manager]),
    );
    await using(secret, 'get', '/orders').expect(403);
    await using(secret, 'patch', `/customers/${customer.id}`).send({ name: 'x' }).expect(403);
  });

  it('note their use, at most once a minute', async () => {
    const { id, secret } = await create();
    await using(secret, 'get', '/customers').expect(200);
    const { body: first } = await admin.get(`/api-keys/${id}`).expect(200);
    expect(Date.now() - new Date(first.lastUsedAt).getTime()).toBeLessThan(60_000);
    expect(first.lastUsedIp).toContain('127.0.0.1');
    await using(secret, 'get', '/customers').expect(200);
    const { body: second } = await admin.get(`/api-keys/${id}`).expect(200);
    expect([second.lastUsedAt, second.version]).toEqual([first.lastUsedAt, first.version]);
    const log = await app.database.query(`select 1 from audit_entries where record_id = '${id}'`);
    expect(log).toHaveLength(1);
  });

  it('are refused with the reason when unknown, revoked, expired, from elsewhere, or of a disabled owner', async () => {
    expect(await codeOf('juke_nonsense', 401)).toBe('auth.api-key-unknown');

    const revoked = await create();
    await using(revoked.secret, 'get', '/customers').expect(200);
    const { body: over } = await admin.post(`/api-keys/${revoked.id}/revoke`).expect(200);
    expect(over).toMatchObject({ state: 'revoked', allowedActions: [] });
    expect(await codeOf(revoked.secret, 401)).toBe('auth.api-key-revoked');
    const { body: again } = await admin.post(`/api-keys/${revoked.id}/revoke`).expect(409);
    expect(again.code).toBe('record.illegal-action');

    // Cached by its first use: the end must still come on time.
    const expired = await create({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    await using(expired.secret, 'get', '/customers').expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await codeOf(expired.secret, 401)).toBe('auth.api-key-expired');
    expect((await admin.get(`/api-keys/${expired.id}`).expect(200)).body.state).toBe('expired');

    const elsewhere = await create({ allowedAddresses: ['203.0.113.0/24'] });
    expect(await codeOf(elsewhere.secret, 403)).toBe('auth.api-key-address');

    const leaver = await newUser('key.leaver', READS);
    const orphan = await create({ userId: leaver.id });
    await using(orphan.secret, 'get', '/customers').expect(200);
    await admin.post(`/users/${leaver.id}/disable`).expect(200);
    expect(await codeOf(orphan.secret, 401)).toBe('auth.api-key-owner-inactive');
    expect((await admin.get(`/api-keys/${orphan.id}`).expect(200)).body.state).toBe('owner-inactive');
  });

  it('lose at once what their owner loses', async () => {
    const clerk = await newUser('key.clerk', READS);
    const { secret } = await create({ userId: clerk.id });
    await using(secret, 'get', '/customers').expect(200);
    const { body: roles } = await admin.get('/roles?limit=200').expect(200);
    const role = (roles.items as { id: string; name: string }[]).find(({ name }) => name === 'key.clerk')!;
    await admin
      .patch(`/roles/${role.id}`)
      .send({ permissions: [{ code: 'user:read', scope: 'all' }] })
      .expect(200);
    await using(secret, 'get', '/customers').expect(403);
  });

  it('reach no further than whoever makes them, nor than their owner', async () => {
    const keeper = await newUser('key.keeper', [...MAKES, { code: 'api-key:manage', scope: 'all' }]);
    const post = (values: object, status: number) =>
      keeper.caller
        .post('/api-keys')
        .send({ name: '越权', permissions: READS, ...values })
        .expect(status);
    expect((await post({ permissions: [{ code: 'customer:read', scope: 'all' }] }, 403)).body.code).toBe(
      'user.role-beyond-own',
    );
    expect((await post({ permissions: [{ code: 'order:read', scope: 'own' }] }, 403)).body.code).toBe(
      'user.role-beyond-own',
    );
    // Somebody else's key sees somebody else's customers: that takes what keeping her account takes.
    await post({ userId: ids.get('sales.li') }, 403);
    await post({ userId: ids.get('admin') }, 403);
    const { body: narrow } = await admin
      .post('/api-keys')
      .send({ name: '过宽', userId: keeper.id, permissions: [{ code: 'customer:read', scope: 'all' }] })
      .expect(422);
    expect(narrow.errors).toEqual([
      expect.objectContaining({ pointer: '/permissions/0', rule: 'beyond-owner' }),
    ]);
  });

  it('are listed as far as the permission reaches', async () => {
    const own = await newUser('key.own', [...MAKES, { code: 'api-key:manage', scope: 'own' }]);
    const foreign = await create();
    const mine = await create({}, own.caller);
    const { body } = await own.caller.get('/api-keys').expect(200);
    expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual([mine.id]);
    await own.caller.get(`/api-keys/${foreign.id}`).expect(404);
    await own.caller.post(`/api-keys/${foreign.id}/revoke`).expect(404);
    await own.caller
      .post('/api-keys')
      .send({ name: 'x', permissions: READS, userId: ids.get('sales.li') })
      .expect(404);
    await (await app.as('sales.li')).get('/api-keys').expect(403);
    await admin.get(`/api-keys/${NOWHERE}`).expect(404);
  });

  it('say what is wrong with them', async () => {
    await create({ name: '重名' });
    const post = (values: object, status: number) =>
      admin
        .post('/api-keys')
        .send({ name: '错', permissions: READS, ...values })
        .expect(status);
    expect((await post({ name: '重名' }, 409)).body.errors[0].pointer).toBe('/name');
    const pointers = async (values: object): Promise<string[]> =>
      ((await post(values, 422)).body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(await pointers({ permissions: [] })).toEqual(['/permissions']);
    expect(await pointers({ permissions: [{ code: 'no:such', scope: 'all' }] })).toEqual(['/permissions/0']);
    expect(await pointers({ allowedAddresses: ['10.0.0.0/8', 'example.com'] })).toEqual([
      '/allowedAddresses/1',
    ]);
    expect(await pointers({ expiresAt: '2020-01-01T00:00:00Z' })).toEqual(['/expiresAt']);
    await post({ userId: NOWHERE }, 404);
  });

  it('cannot touch what belongs to people, whatever they may do', async () => {
    const { body: me } = await admin.get('/me').expect(200);
    const { secret } = await create({ name: '全部权限', permissions: me.permissions });
    const routes = allRoutes(app.nest).filter(({ isForPeople }) => isForPeople);
    expect(routes.length).toBeGreaterThan(15);
    const open: string[] = [];
    for (const { operationId, method, path } of routes) {
      const { status, body } = await using(secret, method, path).send(method === 'get' ? undefined : {});
      if (status !== 403 || body.code !== 'auth.people-only') open.push(`${operationId}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('share no idempotency key with their owner', async () => {
    const permissions = [...READS, { code: 'customer:create', scope: 'own' }];
    const { secret } = await create({ permissions });
    const send = (test: request.Test) => test.set('idempotency-key', 'order-7').send({ name: '同一个键' });
    const { body: byKey } = await send(using(secret, 'post', '/customers')).expect(201);
    const { body: again } = await send(using(secret, 'post', '/customers')).expect(201);
    expect(again.id).toBe(byKey.id);
    const { status, body } = await send(admin.post('/customers'));
    expect([status, body.id === byKey.id]).toEqual([201, false]);
  });

  it('lend the work they ask for their own rights, and none once they are revoked', async () => {
    await (await app.as('sales.li')).post('/customers').send({ name: '李娜的客户' }).expect(201);
    await admin.post('/customers').send({ name: '周明的客户' }).expect(201);
    const key = await create({
      permissions: [...READS, { code: 'export:run', scope: 'all' }, { code: 'job:read', scope: 'all' }],
    });
    const { body: job } = await using(key.secret, 'post', '/exports')
      .send({ resource: 'customer', format: 'csv', columns: ['name'] })
      .expect(202);
    let done = job;
    for (let tries = 0; tries < 200 && ['queued', 'running'].includes(done.state); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      done = (await using(key.secret, 'get', `/jobs/${job.id}`).expect(200)).body;
    }
    expect(done.state).toBe('succeeded');
    const { body: content } = await using(key.secret, 'get', `/files/${done.result.fileId}/content`)
      .responseType('blob')
      .expect(200);
    expect(String(content)).toContain('周明的客户');
    expect(String(content)).not.toContain('李娜的客户');

    await admin.post(`/api-keys/${key.id}/revoke`).expect(200);
    await expect(app.nest.get(ActorSource).byApiKeyId(key.id)).rejects.toBeInstanceOf(ApiKeyRevokedError);
  });
});
