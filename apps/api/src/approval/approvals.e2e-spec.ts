import { approvalsOf } from '../../test/approvals.js';
import { startTestApp, type TestApp } from '../../test/app.js';

describe('An approval', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  beforeAll(async () => {
    app = await startTestApp();
    given = approvalsOf(app);
  });
  afterAll(() => app.close());

  const people = async (id: string, ...usernames: string[]) => ({
    id,
    approvers: [{ kind: 'people', userIds: await Promise.all(usernames.map(given.user)) }],
  });
  const creditOf = async (customerId: string) =>
    (await (await app.as('admin')).get(`/customers/${customerId}`).expect(200)).body.creditLimit as
      string | null;

  it('goes from request to effect by the first flow, which asks the leader of the submitter', async () => {
    const { change, id } = await given.submitted('sales.li');
    const inbox = await (await app.as('manager.east')).get('/approvals/inbox').expect(200);
    expect(inbox.body.items).toMatchObject([{ id, submitterName: '李娜', stageName: '部门负责人审批' }]);
    expect(await creditOf(change.customerId)).toBeNull();
    const page = await given.read('manager.east', id);
    expect(page.allowedActions).toEqual(
      expect.arrayContaining(['approve', 'return', 'delegate', 'add-approver', 'comment']),
    );
    const answer = await given.decide('manager.east', id, 'approve', { opinion: '同意' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'approved', allowedActions: ['comment', 'copy'] });
    expect(await creditOf(change.customerId)).toBe('50000.00');
    const { body } = await (await app.as('sales.li')).get(`/credit-limit-changes/${change.id}`).expect(200);
    expect(body).toMatchObject({ state: 'effective', oldLimit: null, newLimit: '50000.00', approvalId: id });
    const told = await (await app.as('sales.li')).get('/notifications?kind=approval.approved').expect(200);
    expect(told.body.items[0]).toMatchObject({ link: `/approvals/${id}` });
  });

  it('is not there for a third person, and not to be decided by who only takes part', async () => {
    const { id } = await given.submitted('sales.li');
    for (const path of ['', '/approve', '/comment', '/urge', '/withdraw']) {
      const caller = await app.as('transport');
      const body = { snapshotId: await given.snapshotOf(id), text: 'x' };
      const call = path === '' ? caller.get(`/approvals/${id}`) : caller.post(`/approvals/${id}${path}`);
      const sent =
        path === '/approve' ? { snapshotId: body.snapshotId } : path === '/comment' ? { text: 'x' } : {};
      const { status } = await (path === '' ? call : call.send(sent));
      expect([path, status]).toEqual([path, 404]);
    }
    const own = await given.decide('sales.li', id, 'approve');
    expect(own.status).toBe(409);
    expect(own.body).toMatchObject({ code: 'approval.not-waiting-for-you', params: { reason: 'not-asked' } });
    for (const verb of ['terminate', 'release', 'reassign'])
      expect((await given.decide('manager.east', id, verb, { reason: 'x' })).status).toBe(403);
  });

  it('comes back with what changed, and asks only stages that the change touches', async () => {
    await given.flow(
      given.stages(
        { ...(await people('terms-check', 'legal')), reask: 'touched', touchedBy: ['reason'] },
        await people('money-check', 'finance'),
      ),
    );
    const { change, id } = await given.submitted('sales.li');
    const first = await given.snapshotOf(id);
    await given.decide('legal', id, 'approve');
    const returned = await given.decide('finance', id, 'return', { reason: '额度太高' });
    expect(returned.body).toMatchObject({ state: 'returned' });
    const salesperson = await app.as('sales.li');
    const back = await salesperson.get(`/credit-limit-changes/${change.id}`).expect(200);
    expect(back.body).toMatchObject({ state: 'returned', returnReason: '额度太高' });
    await salesperson.patch(`/credit-limit-changes/${change.id}`).send({ newLimit: '40000' }).expect(200);
    expect(await given.submit('sales.li', change.id)).toBe(id);
    const page = await given.read('finance', id);
    expect(page).toMatchObject({ state: 'running', round: 2, stageName: 'money-check' });
    expect(page.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'newLimit', before: '50000.00', after: '40000.00' }),
      ]),
    );
    expect(page.nodes.find((node) => node.id === 'terms-check')).toMatchObject({ state: 'kept' });
    const late = await given.decide('finance', id, 'approve', { snapshotId: first });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'approval.version-outdated' });
    expect((await given.decide('finance', id, 'approve')).body).toMatchObject({ state: 'approved' });
    expect(await creditOf(change.customerId)).toBe('40000.00');
  });

  it('asks everybody again where the change touches them', async () => {
    await given.flow(
      given.stages(
        { ...(await people('terms-check', 'legal')), reask: 'touched', touchedBy: ['amount'] },
        await people('money-check', 'finance'),
      ),
    );
    const { change, id } = await given.submitted('sales.li');
    await given.decide('legal', id, 'approve');
    await given.decide('finance', id, 'return', { reason: '再低一点' });
    await (
      await app.as('sales.li')
    )
      .patch(`/credit-limit-changes/${change.id}`)
      .send({ newLimit: '30000' })
      .expect(200);
    await given.submit('sales.li', change.id);
    expect(await given.read('legal', id)).toMatchObject({ stageName: 'terms-check', waitsFor: '冯律' });
  });

  it('is returned to an earlier stage, which is asked again with all after it', async () => {
    await given.flow(
      given.stages(
        await people('one', 'legal'),
        await people('two', 'finance'),
        await people('three', 'executive'),
      ),
    );
    const { id } = await given.submitted('sales.li');
    await given.decide('legal', id, 'approve');
    await given.decide('finance', id, 'approve');
    expect((await given.read('executive', id)).returnTargets.map(({ nodeId }) => nodeId)).toEqual([
      'one',
      'two',
    ]);
    const wrong = await given.decide('executive', id, 'return', { reason: 'x', toNodeId: 'three' });
    expect(wrong.status).toBe(422);
    const answer = await given.decide('executive', id, 'return', { reason: '法务再看', toNodeId: 'one' });
    expect(answer.body).toMatchObject({ state: 'running', stageName: 'one', round: 1 });
    for (const who of ['legal', 'finance', 'executive']) await given.decide(who, id, 'approve');
    expect(await given.read('sales.li', id)).toMatchObject({ state: 'approved' });
  });

  it('is withdrawn by its submitter; a decision after that is refused with the reason', async () => {
    await given.flow(given.stages(await people('one', 'legal')));
    const { change, id } = await given.submitted('sales.li');
    const snapshotId = await given.snapshotOf(id);
    const { body } = await (
      await app.as('sales.li')
    )
      .post(`/credit-limit-changes/${change.id}/withdraw`)
      .send({ reason: '算错了' })
      .expect(200);
    expect(body).toMatchObject({ state: 'withdrawn' });
    const late = await given.decide('legal', id, 'approve', { snapshotId });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'approval.over', params: { state: 'withdrawn' } });
    const again = await given.submit('sales.li', change.id);
    expect(again).not.toBe(id);
  });

  it('is delegated, gets approvers before and after, and asks in order', async () => {
    await given.flow(given.stages({ ...(await people('line', 'legal', 'finance')), mode: 'in-order' }));
    const { id } = await given.submitted('sales.li');
    const early = await given.decide('finance', id, 'approve');
    expect(early.body).toMatchObject({
      code: 'approval.not-waiting-for-you',
      params: { reason: 'not-your-turn' },
    });
    const toSubmitter = await given.decide('legal', id, 'delegate', { userId: await given.user('sales.li') });
    expect(toSubmitter.status).toBe(422);
    await given.decide('legal', id, 'delegate', { userId: await given.user('contract'), reason: '出差' });
    expect((await given.decide('legal', id, 'approve')).body).toMatchObject({
      params: { reason: 'passed-on' },
    });
    const before = await given.decide('contract', id, 'add-approver', {
      position: 'before',
      userIds: [await given.user('pricing')],
    });
    expect(before.status).toBe(200);
    expect((await given.read('contract', id)).waitsFor).toBe('孙丽');
    await given.decide('pricing', id, 'approve');
    expect((await given.read('contract', id)).waitsFor).toBe('郑洁');
    await given.decide('contract', id, 'add-approver', {
      position: 'after',
      userIds: [await given.user('planner')],
      opinion: '同意,请计划部看看',
    });
    expect(await given.read('planner', id)).toMatchObject({ state: 'running', waitsFor: '何平' });
    await given.decide('planner', id, 'approve');
    await given.decide('finance', id, 'approve');
    expect(await given.read('sales.li', id)).toMatchObject({ state: 'approved' });
  });

  it('takes the opinion sheet of each department before it counts an approval', async () => {
    const [finance, sales] = [await given.department('finance'), await given.department('sales-east')];
    await given.flow(
      given.stages({
        id: 'joint',
        approvers: [
          { kind: 'department-leader', departmentId: finance },
          { kind: 'department-leader', departmentId: sales },
        ],
        sheets: [
          { departmentId: finance, items: [{ id: 'overdue', text: '无逾期欠款', isRequired: true }] },
          { items: [{ id: 'seen', text: '已看合同', isRequired: false }] },
        ],
      }),
    );
    const { id } = await given.submitted('sales.li');
    expect((await given.read('finance', id)).ownChecklist.map((item) => item.id)).toEqual([
      'overdue',
      'seen',
    ]);
    expect((await given.read('manager.east', id)).ownChecklist.map((item) => item.id)).toEqual(['seen']);
    const missing = await given.decide('finance', id, 'approve');
    expect(missing.status).toBe(422);
    expect(missing.body.errors).toMatchObject([{ pointer: '/answers', rule: 'required' }]);
    const foreign = await given.decide('manager.east', id, 'approve', {
      answers: [{ id: 'overdue', answer: 'yes' }],
    });
    expect(foreign.body.errors).toMatchObject([{ pointer: '/answers/0/id', rule: 'reference' }]);
    await given.decide('finance', id, 'approve', { answers: [{ id: 'overdue', answer: 'yes' }] });
    const page = await given.read('manager.east', id);
    expect(page.nodes.find((node) => node.id === 'joint')).toMatchObject({
      needed: 2,
      given: 1,
      state: 'active',
    });
    await given.decide('manager.east', id, 'approve');
    expect(await given.read('sales.li', id)).toMatchObject({ state: 'approved' });
  });

  it('has a history of who saw and said what, on which version', async () => {
    await given.flow(given.stages(await people('one', 'legal', 'finance')));
    const { id } = await given.submitted('sales.li');
    await given.read('legal', id);
    await given.read('legal', id);
    await given.decide('legal', id, 'comment', {
      text: '@陈建国 请看',
      mentionIds: [await given.user('executive')],
    });
    await given.read('executive', id);
    await given.decide('legal', id, 'approve', { opinion: '可以' });
    await given.decide('finance', id, 'return', { reason: '不行' });
    const { entries } = await given.read('sales.li', id);
    const told = entries.map(({ kind, actor, words }) => [kind, actor?.name ?? null, words]);
    expect(told).toEqual([
      ['submitted', '李娜', null],
      ['stage-entered', null, null],
      ['viewed', '冯律', null],
      ['commented', '冯律', '@陈建国 请看'],
      ['viewed', '陈建国', null],
      ['approved', '冯律', '可以'],
      // The answers of their decisions are the first time these two have seen it.
      ['returned', '钱会', '不行'],
      ['viewed', '钱会', null],
      ['viewed', '李娜', null],
    ]);
    expect(new Set(entries.map(({ snapshotId }) => snapshotId)).size).toBe(1);
    const audited = await app.database.query<{ after: { snapshot_id: string } }>(
      `select after from audit_entries where resource = 'approval-task' and action = 'approval.approve' and after ? 'snapshot_id'
         and record_id in (select id from approval_tasks where approval_id = $1)`,
      [id],
    );
    expect(audited.map(({ after }) => after.snapshot_id)).toEqual([await given.snapshotOf(id)]);
    await expect(app.database.query(`update approval_snapshots set hash = repeat('0', 64)`)).rejects.toThrow(
      'not changed any more',
    );
    await expect(app.database.query(`delete from approval_entries`)).rejects.toThrow('not changed any more');
  });
});
