import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { BUILT_IN_ROLES } from '../first-run/built-in-roles.js';
import type { RoleDto } from './role.dto.js';
import { grantProblems, type Grant } from './grants.js';

const READS: Grant[] = [
  { code: 'customer:read', scope: 'department' },
  { code: 'order:read', scope: 'own' },
];

describe('Roles', () => {
  let app: TestApp;
  let admin: Caller;
  let keeper: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    // May keep roles and users, and sees the customers of her department, but no more.
    const { id } = await makeRole('角色管理员', [
      ...READS,
      { code: 'role:read', scope: 'all' },
      { code: 'role:manage', scope: 'all' },
      { code: 'user:read', scope: 'all' },
      { code: 'user:manage', scope: 'all' },
      { code: 'department:read', scope: 'all' },
    ]);
    keeper = await newUser('role.keeper', id);
  });
  afterAll(() => app.close());

  async function makeRole(name: string, permissions: Grant[], by = admin): Promise<RoleDto> {
    return (await by.post('/roles').send({ name, permissions }).expect(201)).body;
  }

  async function newUser(username: string, ...roleIds: string[]): Promise<Caller> {
    const { body } = await admin
      .post('/users')
      .send({ username, displayName: username, roleIds })
      .expect(201);
    const first = await app.as(username, body.temporaryPassword);
    const own = 'a password of her own 1';
    await first
      .post('/me/password')
      .send({ currentPassword: body.temporaryPassword, newPassword: own })
      .expect(204);
    return app.as(username, own);
  }

  const roleOf = async (code: string): Promise<RoleDto> =>
    (await admin.get(`/roles?code=${code}`).expect(200)).body.items[0];

  it('are made, changed and deleted, and the log says who did what', async () => {
    const role = await makeRole('区域助理', READS);
    expect(role).toMatchObject({
      name: '区域助理',
      isBuiltIn: false,
      userCount: 0,
      permissions: READS,
      allowedActions: ['change', 'delete'],
    });
    const { body: changed } = await admin
      .patch(`/roles/${role.id}`)
      .set('if-match', `"${role.version}"`)
      .send({ name: '区域专员', permissions: [{ code: 'customer:read', scope: 'all' }] })
      .expect(200);
    expect(changed).toMatchObject({
      name: '区域专员',
      permissions: [{ code: 'customer:read', scope: 'all' }],
    });
    await admin
      .patch(`/roles/${role.id}`)
      .set('if-match', `"${role.version}"`)
      .send({ name: 'x' })
      .expect(412);
    const log = await app.database.query<{ operation: string; actor_name: string }>(
      `select operation, actor_name from audit_entries where action = 'role.change' order by id`,
    );
    expect(log.map(({ operation }) => operation).sort()).toEqual(['delete', 'update', 'update']);
    expect(log[0]!.actor_name).toBe('周明');
    await admin.delete(`/roles/${role.id}`).expect(204);
    await admin.get(`/roles/${role.id}`).expect(404);
    await admin.patch(`/roles/${role.id}`).send({ name: 'x' }).expect(404);
    await admin.delete(`/roles/${role.id}`).expect(404);
  });

  it('take effect at once for who has them, as the union of all of them', async () => {
    const narrow = await makeRole('只看本人', [{ code: 'customer:read', scope: 'own' }]);
    const wide = await makeRole('看全部', [{ code: 'customer:read', scope: 'all' }]);
    const caller = await newUser('two.roles', narrow.id);
    await (await app.as('sales.li')).post('/customers').send({ name: '别人的客户' }).expect(201);
    expect((await caller.get('/customers').expect(200)).body.items).toEqual([]);
    const { body: users } = await admin.get('/users?q=two.roles').expect(200);
    await admin
      .patch(`/users/${users.items[0].id}`)
      .send({ roleIds: [narrow.id, wide.id] })
      .expect(200);
    expect((await caller.get('/customers').expect(200)).body.items).toHaveLength(1);
    await admin.patch(`/roles/${wide.id}`).send({ permissions: [] }).expect(200);
    expect((await caller.get('/customers').expect(200)).body.items).toEqual([]);
    const { body: refused } = await admin.delete(`/roles/${wide.id}`).expect(409);
    expect(refused).toMatchObject({ code: 'role.in-use', params: { users: 1 } });
  });

  it('give nothing that their editor lacks, neither an action nor a reach nor a field', async () => {
    for (const grant of [
      { code: 'customer:delete', scope: 'own' },
      { code: 'customer:read', scope: 'all' },
      { code: 'cost:read', scope: 'all' },
      { code: 'audit:read', scope: 'all' },
    ]) {
      const permissions = [{ code: 'customer:read', scope: 'own' }, grant].filter(
        ({ code }, index, all) => all.findLastIndex((one) => one.code === code) === index,
      );
      const { body } = await keeper.post('/roles').send({ name: '越权', permissions }).expect(403);
      expect(body).toMatchObject({ code: 'user.role-beyond-own', params: { permissions: [grant.code] } });
    }
    expect(await roleOf('越权')).toBeUndefined();
    const own = await makeRole('助手', [{ code: 'customer:read', scope: 'own' }], keeper);
    await keeper
      .patch(`/roles/${own.id}`)
      .send({ permissions: [{ code: 'customer:read', scope: 'all' }] })
      .expect(403);
    expect((await keeper.get(`/roles/${own.id}`).expect(200)).body.permissions).toEqual([
      { code: 'customer:read', scope: 'own' },
    ]);
  });

  it('that reach further than their reader are neither changed, emptied, deleted nor given by her', async () => {
    const executive = await roleOf('executive');
    await keeper.patch(`/roles/${executive.id}`).send({ permissions: [] }).expect(403);
    await keeper.patch(`/roles/${executive.id}`).send({ name: 'x' }).expect(403);
    await keeper.delete(`/roles/${executive.id}`).expect(403);
    const { body: users } = await keeper.get('/users?q=role.keeper').expect(200);
    await keeper
      .patch(`/users/${users.items[0].id}`)
      .send({ roleIds: [executive.id] })
      .expect(403);
    const listed = (await keeper.get('/roles').expect(200)).body.items as {
      code: string;
      allowedActions: string[];
    }[];
    expect(listed.find(({ code }) => code === 'executive')!.allowedActions).toEqual([]);
  });

  it('that the product needs stay: the administrator as it is, built-in ones at all', async () => {
    const administrator = await roleOf('administrator');
    expect(administrator.allowedActions).toEqual([]);
    const { body } = await admin.patch(`/roles/${administrator.id}`).send({ permissions: [] }).expect(409);
    expect(body.code).toBe('role.fixed');
    await admin.delete(`/roles/${administrator.id}`).expect(409);
    const legal = await roleOf('legal');
    expect((await admin.delete(`/roles/${legal.id}`).expect(409)).body.code).toBe('role.built-in');
    expect(
      (await admin.patch(`/roles/${legal.id}`).send({ name: '法务专员' }).expect(200)).body.allowedActions,
    ).toEqual(['change']);
  });

  it('are refused with the field that is wrong', async () => {
    const send = (permissions: unknown[]) => admin.post('/roles').send({ name: '错误', permissions });
    for (const [permissions, rule] of [
      [[{ code: 'everything:do', scope: 'all' }], 'unknown'],
      [[READS[0], READS[0]], 'repeated'],
      [[{ code: 'customer:change', scope: 'own' }], 'needs'],
      [
        [
          { code: 'customer:read', scope: 'own' },
          { code: 'customer:change', scope: 'all' },
        ],
        'needs',
      ],
    ] as const) {
      const { body } = await send([...permissions]).expect(422);
      expect(body.errors[0]).toMatchObject({ rule });
    }
    await send([{ code: 'customer:read', scope: 'galaxy' }]).expect(422);
    await admin.post('/roles').send({ permissions: [] }).expect(422);
    const { body } = await admin.post('/roles').send({ name: '财务', permissions: [] }).expect(409);
    expect(body).toMatchObject({ code: 'record.duplicate', params: { value: '财务' } });
  });

  it('are nobody else’s to keep', async () => {
    for (const username of ['executive', 'manager.east', 'sales.li']) {
      const caller = await app.as(username);
      await caller.post('/roles').send({ name: 'x', permissions: [] }).expect(403);
      const { id } = await roleOf('finance');
      await caller.patch(`/roles/${id}`).send({ name: 'x' }).expect(403);
      await caller.delete(`/roles/${id}`).expect(403);
    }
  });
});

describe('A role that comes with the product', () => {
  it.each(
    BUILT_IN_ROLES.filter(({ grants }) => grants !== '*').map((role) => [role.code, role.grants] as const),
  )('%s is whole: nothing in it needs what it lacks', (_, grants) => {
    const all = Object.entries(grants).map(([code, scope]) => ({ code, scope }) as Grant);
    expect(grantProblems(all)).toEqual([]);
  });
});
