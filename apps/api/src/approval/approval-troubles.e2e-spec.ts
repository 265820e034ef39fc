import { approvalsOf, type FlowNodeBody } from '../../test/approvals.js';
import { SECRET, startTestApp, type TestApp } from '../../test/app.js';
import { setAsAuthor } from '../../test/author.js';
import { setupApp } from '../app.setup.js';
import { loadConfig } from '../platform/config/app-config.js';
import { Upkeep } from './runs/upkeep.js';

/** Every line of bad input that the requirements name, with its outcome. */
describe('Trouble on the way', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off' });
    given = approvalsOf(app);
  });
  afterAll(() => app.close());

  const upkeep = () => app.nest.get(Upkeep).round();
  const people = async (id: string, ...usernames: string[]) => ({
    id,
    approvers: [{ kind: 'people', userIds: await Promise.all(usernames.map(given.user)) }],
  });
  const stateOf = async (id: string) => {
    const page = await given.read('admin', id);
    return { state: page.state, waitsFor: page.waitsFor, stuckReason: page.stuckReason };
  };
  const account = async (username: string, verb: 'disable' | 'enable') =>
    (await app.as('admin')).post(`/users/${await given.user(username)}/${verb}`).expect(200);
  const kinds = async (id: string) => (await given.read('admin', id)).entries.map(({ kind }) => kind);

  it('an approver who leaves is held for an administrator, who sees it and frees it', async () => {
    await given.flow(given.stages(await people('one', 'planner')));
    const { id } = await given.submitted('sales.li');
    await account('planner', 'disable');
    expect(await stateOf(id)).toMatchObject({ stuckReason: 'no-approver' });
    await upkeep();
    const admin = await app.as('admin');
    const stuck = await admin.get('/approvals?isStuck=true').expect(200);
    expect(stuck.body.items).toMatchObject([{ id, stuckReason: 'no-approver' }]);
    const told = await admin.get('/notifications?kind=approval.stuck').expect(200);
    expect(told.body.items).toHaveLength(1);
    await upkeep();
    expect((await admin.get('/notifications?kind=approval.stuck')).body.items).toHaveLength(1);
    const task = (await given.read('admin', id)).nodes.find((node) => node.id === 'one')!.tasks[0]!;
    const gone = await given.decide('admin', id, 'reassign', {
      taskId: task.id,
      userId: await given.user('planner'),
      reason: 'x',
    });
    expect(gone.status).toBe(422);
    const freed = await given.decide('admin', id, 'reassign', {
      taskId: task.id,
      userId: await given.user('legal'),
      reason: '何平已离职',
    });
    expect(freed.body).toMatchObject({ stuckReason: null, waitsFor: '冯律' });
    expect((await given.decide('legal', id, 'approve')).body).toMatchObject({ state: 'approved' });
    await account('planner', 'enable');
  });

  it('where any voice is enough, one who leaves is no trouble; where all are asked, she is', async () => {
    const flow = async (mode: string) =>
      given.flow(given.stages({ ...(await people('one', 'planner', 'legal')), mode }));
    await flow('any');
    const { id: any } = await given.submitted('sales.li');
    await flow('all');
    const { id: all } = await given.submitted('sales.li');
    await account('planner', 'disable');
    await upkeep();
    expect(await stateOf(any)).toEqual({ state: 'running', waitsFor: '冯律', stuckReason: null });
    expect(await stateOf(all)).toMatchObject({ stuckReason: 'no-approver' });
    await account('planner', 'enable');
    await upkeep();
    expect(await stateOf(all)).toMatchObject({ stuckReason: null });
  });

  it('an approver who leaves is followed by her leader, where the stage says so', async () => {
    await given.flow(given.stages({ ...(await people('one', 'sales.wang')), whenLeft: 'leader' }));
    const { id } = await given.submitted('sales.zhao');
    await account('sales.wang', 'disable');
    await upkeep();
    expect(await stateOf(id)).toEqual({ state: 'running', waitsFor: '林海燕', stuckReason: null });
    expect(await kinds(id)).toContain('approver-left');
    await account('sales.wang', 'enable');
  });

  it('what waits for a leaver is part of the hand-over', async () => {
    await given.flow(given.stages(await people('one', 'transport')));
    const { id } = await given.submitted('sales.li');
    const admin = await app.as('admin');
    const leaver = await given.user('transport');
    const { body } = await admin.get(`/users/${leaver}/holdings`).expect(200);
    const held = (body as { resource: string; count: number }[]).find(
      ({ resource }) => resource === 'approval-task',
    )!;
    expect(held.count).toBeGreaterThan(0);
    const transfers = [
      {
        resource: 'approval-task',
        group: 'credit-limit-change',
        successorId: await given.user('legal'),
        count: held.count,
      },
    ];
    await admin.post(`/users/${leaver}/hand-over`).send({ transfers, disable: false }).expect(200);
    expect(await stateOf(id)).toMatchObject({ waitsFor: '冯律' });
    await (await app.as('legal')).get(`/approvals/${id}`).expect(200);
  });

  it('an empty role is refused when the flow is switched on, and later goes to an administrator', async () => {
    const admin = await app.as('admin');
    const roles = await admin
      .post('/roles')
      .send({ name: '无人角色', permissions: [{ code: 'approval:read', scope: 'all' }] })
      .expect(201);
    const roleId = (roles.body as { id: string }).id;
    const nodes = given.stages({ id: 'empty', approvers: [{ kind: 'role', roleId }] });
    await expect(given.flow(nodes)).rejects.toThrow('role-empty');
    const legal = await given.user('legal');
    const [{ id: legalRole }] = (await app.database.query<{ id: string }>(
      `select id from roles where code = 'legal'`,
    )) as [{ id: string }];
    await admin
      .patch(`/users/${legal}`)
      .send({ roleIds: [legalRole, roleId] })
      .expect(200);
    await given.flow(nodes);
    await admin
      .patch(`/users/${legal}`)
      .send({ roleIds: [legalRole] })
      .expect(200);
    const { id } = await given.submitted('sales.li');
    expect(await stateOf(id)).toEqual({ state: 'running', waitsFor: '周明', stuckReason: null });
  });

  it.each([
    ['leader', '陈建国'],
    ['allow', '蒋欣'],
  ])('a submitter who alone is asked: %s', async (whenSubmitter, waitsFor) => {
    await given.flow(
      given.stages({
        id: 'own',
        approvers: [{ kind: 'department-leader', departmentId: await given.department('service') }],
        whenSubmitter,
      }),
    );
    await grantCredit('service-manager');
    const { id } = await given.submitted('service.lead');
    expect(await stateOf(id)).toMatchObject({ state: 'running', waitsFor });
  });

  it('a submitter who is the only member of the approving department goes to an administrator, or is skipped where the stage says so', async () => {
    await grantCredit('service-manager');
    const stage = (whenEmpty: string) => ({
      id: 'own',
      approvers: [{ kind: 'department-leader', departmentId: '' }],
      whenSubmitter: 'skip',
      whenEmpty,
    });
    const departmentId = await given.department('service');
    await given.flow(
      given.stages({ ...stage('administrator'), approvers: [{ kind: 'department-leader', departmentId }] }),
    );
    expect(await stateOf((await given.submitted('service.lead')).id)).toMatchObject({ waitsFor: '周明' });
    await given.flow(
      given.stages({ ...stage('skip'), approvers: [{ kind: 'department-leader', departmentId }] }),
    );
    const { id } = await given.submitted('service.lead');
    expect(await stateOf(id)).toMatchObject({ state: 'approved' });
    expect(await kinds(id)).toEqual(expect.arrayContaining(['stage-skipped', 'finished']));
  });

  it('a document changed under way is refused, listed as stuck, and can be returned', async () => {
    await given.flow(given.stages(await people('one', 'legal')));
    const { change, id } = await given.submitted('sales.li');
    await setAsAuthor(app, `update credit_limit_changes set new_limit = 999999 where id = $1`, [change.id]);
    const answer = await given.decide('legal', id, 'approve');
    expect([answer.status, answer.body.code]).toEqual([409, 'approval.document-changed']);
    expect(answer.body.params.changes).toContain('newLimit');
    expect(await stateOf(id)).toMatchObject({ state: 'running', stuckReason: 'document-changed' });
    expect((await given.decide('legal', id, 'return', { reason: '单据被改' })).body).toMatchObject({
      state: 'returned',
    });
  });

  it('a document deleted under way is refused and ended by an administrator', async () => {
    await given.flow(given.stages(await people('one', 'legal')));
    const { change, id } = await given.submitted('sales.li');
    await setAsAuthor(app, `update customers set deleted_at = now() where id = $1`, [change.customerId]);
    const answer = await given.decide('legal', id, 'approve');
    expect([answer.status, answer.body.code]).toEqual([409, 'approval.document-gone']);
    expect(await stateOf(id)).toMatchObject({ stuckReason: 'document-gone' });
    const ended = await given.decide('admin', id, 'terminate', { reason: '客户已删除' });
    expect(ended.body).toMatchObject({ state: 'terminated' });
  });

  it('credit that moved meanwhile is refused at the last approval; the request is returned and renewed', async () => {
    await given.flow(given.stages(await people('one', 'legal')));
    const { change, id } = await given.submitted('sales.li');
    await setAsAuthor(app, `update customers set credit_limit = 80000 where id = $1`, [change.customerId]);
    const answer = await given.decide('legal', id, 'approve');
    expect([answer.status, answer.body.code]).toEqual([409, 'credit-limit-change.moved']);
    expect(answer.body.params).toMatchObject({ limitThen: null, limitNow: '80000.00' });
    expect(await stateOf(id)).toMatchObject({ state: 'running' });
    await given.decide('legal', id, 'return', { reason: '额度已变' });
    await given.submit('sales.li', change.id);
    const page = await given.read('legal', id);
    expect(page.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'increase', after: '-30000.00' })]),
    );
    expect((await given.decide('legal', id, 'approve')).body).toMatchObject({ state: 'approved' });
  });

  describe('a stage that nobody decides in time', () => {
    const deadline = (more: object) => ({
      within: 2,
      unit: 'days',
      remindBefore: 1,
      escalation: 'remind',
      ...more,
    });
    const timed = async (more: object) => {
      await given.flow(
        given.stages({ ...(await people('one', 'sales.wang')), deadline: deadline(more) } as Omit<
          FlowNodeBody,
          'kind'
        > & { id: string }),
      );
      return (await given.submitted('sales.zhao')).id;
    };
    const passDays = (id: string, days: number) =>
      setAsAuthor(
        app,
        `update approval_stages set due_at = due_at - make_interval(days => $2), remind_at = remind_at - make_interval(days => $2) where approval_id = $1`,
        [id, days],
      );

    it('is reminded before, then its leader is asked as well, once, however often and by how many processes it is looked at', async () => {
      const id = await timed({ escalation: 'leader' });
      await upkeep();
      expect(await kinds(id)).not.toContain('reminded');
      await passDays(id, 1);
      await upkeep();
      expect(await kinds(id)).toContain('reminded');
      await passDays(id, 1);
      await Promise.all([upkeep(), upkeep(), upkeep()]);
      await upkeep();
      expect((await kinds(id)).filter((kind) => kind === 'escalated')).toHaveLength(1);
      expect((await stateOf(id)).waitsFor!.split(', ').sort()).toEqual(['林海燕', '王磊'].sort());
      expect((await given.decide('manager.east', id, 'approve')).body).toMatchObject({ state: 'approved' });
    });

    it('whose time runs out while nothing runs is taken up by the next start', async () => {
      const id = await timed({ escalation: 'return' });
      await passDays(id, 3);
      const next = await setupApp(
        loadConfig({
          DATABASE_URL: app.database.url,
          MIGRATION_DATABASE_URL: app.database.ownerUrl,
          JWT_SECRET: SECRET,
          FILES_DIR: '/tmp',
          LOG_LEVEL: 'silent',
        }),
      );
      await next.init();
      for (let tries = 0; tries < 100 && (await stateOf(id)).state !== 'returned'; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      await next.close();
      expect(await stateOf(id)).toMatchObject({ state: 'returned' });
      expect((await kinds(id)).filter((kind) => kind === 'escalated')).toHaveLength(1);
    });

    it('is returned where the stage says so, once', async () => {
      const id = await timed({ escalation: 'return' });
      await passDays(id, 3);
      await upkeep();
      expect(await stateOf(id)).toMatchObject({ state: 'returned' });
      const { documentId } = await given.read('admin', id);
      const document = await (await app.as('admin')).get(`/credit-limit-changes/${documentId}`).expect(200);
      expect(document.body.returnReason).toBe('deadline-passed');
      await upkeep();
      expect((await kinds(id)).filter((kind) => kind === 'escalated')).toHaveLength(1);
    });
  });
  // The grants of a role as an administrator would give them.
  async function grantCredit(code: string) {
    await setAsAuthor(
      app,
      `insert into role_permissions (role_id, permission, scope)
      select r.id, p, 'all' from roles r, unnest(array['customer:create', 'customer:see-credit', 'credit-limit-change:read', 'credit-limit-change:create']) p
       where r.code = $1 on conflict do nothing`,
      [code],
    );
    await app.database.query(
      `insert into domain_events (name, resource, payload, audience) values ('role.changed', 'role', '{}', '{}')`,
    );
  }
});
