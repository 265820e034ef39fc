import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

describe('Users', () => {
  let app: TestApp;
  let admin: Caller;
  let roles: Map<string, string>;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    const { body } = await admin.get('/roles').expect(200);
    roles = new Map(body.items.map((role: { code: string; id: string }) => [role.code, role.id]));
  });
  afterAll(() => app.close());

  const idOf = async (username: string) =>
    (await app.database.query<{ id: string }>(`select id from users where username = $1`, [username]))[0]!.id;
  const add = (username: string, ...codes: string[]) =>
    admin
      .post('/users')
      .send({ username, displayName: '新同事', roleIds: codes.map((code) => roles.get(code)) });

  it('are added with a one-time password that must be changed first', async () => {
    const { body } = await add('new.one', 'salesperson').expect(201);
    expect(body).toMatchObject({
      username: 'new.one',
      mustChangePassword: true,
      state: 'active',
      allowedActions: ['change', 'disable', 'reset-password', 'hand-over', 'see-as'],
    });
    const fresh = await app.as('new.one', body.temporaryPassword);
    expect((await fresh.get('/customers').expect(403)).body.code).toBe('auth.password-change-due');
    await fresh
      .post('/me/password')
      .send({ currentPassword: body.temporaryPassword, newPassword: 'Bamboo-grove-58' })
      .expect(204);
    await fresh.get('/customers').expect(200);
    await add('new.one', 'salesperson').expect(409);
    await add('Bad Name', 'salesperson').expect(422);
    expect(
      JSON.stringify(await app.database.query(`select * from audit_entries where record_id = $1`, [body.id])),
    ).not.toContain('argon2');
  });

  it('that are disabled are out at once', async () => {
    const service = await app.as('service');
    await service.get('/customers').expect(200);
    const id = await idOf('service');
    expect((await admin.post(`/users/${id}/disable`).expect(200)).body).toMatchObject({
      state: 'disabled',
      allowedActions: ['change', 'enable', 'hand-over', 'remove'],
    });
    await service.get('/customers').expect(401);
    await admin.post(`/users/${id}/enable`).expect(200);
    await service.get('/customers').expect(401);
    await app.as('service');
  });

  it('lose what a role loses at once', async () => {
    const agent = await app.as('service.lead');
    await agent.get('/statistics/sales').expect(200);
    await admin
      .patch(`/users/${await idOf('service.lead')}`)
      .send({ roleIds: [roles.get('legal')] })
      .expect(200);
    await agent.get('/statistics/sales').expect(403);
  });

  it('never lose their last administrator, and nobody locks herself out', async () => {
    const id = await idOf('admin');
    await admin.post(`/users/${id}/disable`).expect(409);
    expect(
      (
        await admin
          .patch(`/users/${id}`)
          .send({ roleIds: [roles.get('legal')] })
          .expect(409)
      ).body.code,
    ).toBe('user.last-administrator');
    await admin.get('/users').expect(200);
  });

  it('are changed only in the version that was read', async () => {
    const id = await idOf('pricing');
    const { headers } = await admin.get(`/users/${id}`).expect(200);
    await admin
      .patch(`/users/${id}`)
      .set('if-match', headers.etag!)
      .send({ displayName: '孙莉' })
      .expect(200);
    await admin
      .patch(`/users/${id}`)
      .set('if-match', headers.etag!)
      .send({ displayName: '孙力' })
      .expect(412);
    expect((await admin.get('/users?q=孙莉').expect(200)).body.items).toHaveLength(1);
  });

  it('are managed only by those whose own rights reach as far', async () => {
    const [role] = await app.database.query<{ id: string }>(`select id from roles where code = 'legal'`);
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      insert into role_permissions (role_id, permission, scope) values ('${role!.id}', 'user:manage', 'all'); commit`);
    const legal = await app.as('legal');
    const { body } = await legal
      .patch(`/users/${await idOf('executive')}`)
      .send({ displayName: '我' })
      .expect(403);
    expect(body.code).toBe('user.role-beyond-own');
    await legal
      .post('/users')
      .send({ username: 'trojan', displayName: '木马', roleIds: [roles.get('administrator')] })
      .expect(403);
    expect(await app.database.query(`select 1 from users where username = 'trojan'`)).toEqual([]);
    await legal.post(`/users/${await idOf('admin')}/reset-password`).expect(403);
  });
});
