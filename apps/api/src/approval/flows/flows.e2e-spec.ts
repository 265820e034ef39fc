import { approvalsOf, type FlowNodeBody } from '../../../test/approvals.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

const NOWHERE = '01990000-0000-7000-8000-000000000000';

describe('Approval flows', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  beforeAll(async () => {
    app = await startTestApp();
    given = approvalsOf(app);
  });
  afterAll(() => app.close());

  const admin = () => app.as('admin');
  const check = async (nodes: FlowNodeBody[]) => {
    const { body } = await (
      await admin()
    )
      .post('/approval-flows/check')
      .send({ documentType: 'credit-limit-change', definition: { nodes } })
      .expect(200);
    return (body as { problems: { code: string; nodeId: string | null; pointer: string }[] }).problems;
  };
  const legalStage = async () => ({
    id: 'one',
    approvers: [{ kind: 'people', userIds: [await given.user('legal')] }],
  });

  it('are there from the first start, one for each kind of document, switched on', async () => {
    const { body } = await (await admin()).get('/approval-flows').expect(200);
    const known = await (await admin()).get('/approval-flows/document-types').expect(200);
    const kinds = (known.body.items as { name: string }[]).map(({ name }) => name);
    const flows = body.items as { documentType: string; isActive: boolean; activeNumber: number }[];
    expect(flows.map(({ documentType }) => documentType).sort()).toEqual([...kinds].sort());
    expect(flows.every(({ isActive, activeNumber }) => isActive && activeNumber === 1)).toBe(true);
    const facts = known.body.items.find(({ name }: { name: string }) => name === 'credit-limit-change')
      .facts as { name: string; operators: string[] }[];
    expect(facts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['amount', 'increase', 'ratio', 'department']),
    );
    expect(facts.find(({ name }) => name === 'amount')!.operators).toContain('above');
  });

  it('are changed as a draft beside the version that is on; what is under way keeps its own', async () => {
    const caller = await admin();
    const flowId = await given.flow(given.stages(await legalStage()));
    const { id } = await given.submitted('sales.li');
    const finance = { id: 'two', approvers: [{ kind: 'people', userIds: [await given.user('finance')] }] };
    const changed = await caller
      .patch(`/approval-flows/${flowId}`)
      .send({ definition: { nodes: given.stages(await legalStage(), finance) } })
      .expect(200);
    expect(changed.body).toMatchObject({
      isActive: true,
      activeNumber: 1,
      hasDraft: true,
      shown: { number: 2, state: 'draft' },
    });
    const on = await caller.post(`/approval-flows/${flowId}/activate`).expect(200);
    expect(on.body).toMatchObject({ activeNumber: 2, hasDraft: false, runningCount: 1 });
    const old = await caller.get(`/approval-flows/${flowId}?number=1`).expect(200);
    expect(old.body).toMatchObject({ shown: { state: 'retired', runningCount: 1 } });
    expect((old.body.definition.nodes as unknown[]).length).toBe(3);
    expect((await given.decide('legal', id, 'approve')).body).toMatchObject({ state: 'approved' });
    const { id: next } = await given.submitted('sales.li');
    expect((await given.decide('legal', next, 'approve')).body).toMatchObject({ state: 'running' });
    await expect(
      app.database.query(`update approval_flow_versions set definition = '{"nodes": []}' where number = 1`),
    ).rejects.toThrow('not changed any more');
  });

  it('are switched on only when every document finds its way', async () => {
    const caller = await admin();
    const { body } = await caller
      .post('/approval-flows')
      .send({ documentType: 'credit-limit-change', name: '缺终点' })
      .expect(201);
    const nodes = [
      { id: 'start', kind: 'start', next: 'one' },
      { ...(await legalStage()), kind: 'stage', name: '法务', mode: 'all', next: null },
    ];
    await caller.patch(`/approval-flows/${body.id}`).send({ definition: { nodes } }).expect(200);
    const refused = await caller.post(`/approval-flows/${body.id}/activate`).expect(422);
    expect(refused.body.errors.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(['no-end', 'no-successor']),
    );
    await caller.delete(`/approval-flows/${body.id}`).expect(204);
    await caller.get(`/approval-flows/${body.id}`).expect(404);
  });

  it('name people, roles and departments that are there', async () => {
    const stage = (approvers: object[]) => given.stages({ id: 'one', approvers });
    await (await admin()).post(`/users/${await given.user('planner')}/disable`).expect(200);
    const found = async (approvers: object[]) => (await check(stage(approvers))).map(({ code }) => code);
    expect(await found([{ kind: 'people', userIds: [await given.user('planner')] }])).toEqual([
      'person-inactive',
    ]);
    expect(await found([{ kind: 'people', userIds: [NOWHERE] }])).toEqual(['unknown-person']);
    expect(await found([{ kind: 'role', roleId: NOWHERE }])).toEqual(['unknown-role']);
    expect(await found([{ kind: 'department-leader', departmentId: NOWHERE }])).toEqual([
      'unknown-department',
    ]);
    expect(
      await found([{ kind: 'department-leader', departmentId: await given.department('sales') }]),
    ).toEqual(['department-without-leader']);
    expect(
      await found([{ kind: 'department-members', departmentId: await given.department('sales') }]),
    ).toEqual(['department-empty']);
    expect(await found([{ kind: 'submitter-leader', level: 2 }])).toEqual([]);
    await (await admin()).post(`/users/${await given.user('planner')}/enable`).expect(200);
  });

  it('are refused with the place of what is not a flow at all', async () => {
    const caller = await admin();
    const sent = async (node: object) =>
      (
        await caller
          .post('/approval-flows/check')
          .send({ documentType: 'credit-limit-change', definition: { nodes: [node] } })
          .expect(422)
      ).body.errors[0].pointer;
    expect(await sent({ id: 'x', kind: 'gateway' })).toBe('/definition/nodes/0/kind');
    expect(await sent({ id: 'X Y', kind: 'end' })).toBe('/definition/nodes/0/id');
    expect(await sent({ id: 'x', kind: 'stage', approvers: [{ kind: 'dog' }] })).toBe(
      '/definition/nodes/0/approvers/0/kind',
    );
    await caller
      .post('/approval-flows/check')
      .send({ documentType: 'moon', definition: { nodes: [] } })
      .expect(422);
    await caller.post('/approval-flows').send({ documentType: 'moon', name: 'x' }).expect(422);
  });

  it('are tried with facts before they are switched on', async () => {
    const condition = {
      match: 'all',
      groups: [{ match: 'all', rules: [{ fact: 'amount', operator: 'above', values: ['50000'] }] }],
    };
    const nodes = [
      { id: 'start', kind: 'start', next: 'size' },
      { id: 'size', kind: 'branch', branches: [{ name: '', condition, next: 'one' }], otherwise: 'end' },
      { ...(await legalStage()), kind: 'stage', name: '法务', mode: 'all', next: 'end' },
      { id: 'end', kind: 'end' },
    ];
    const tried = { documentType: 'credit-limit-change', definition: { nodes } };
    const caller = await admin();
    const route = async (facts: unknown) =>
      (
        await caller
          .post('/approval-flows/route')
          .send({ ...tried, facts })
          .expect(200)
      ).body.nodeIds;
    expect(await route({ amount: '50000.01' })).toEqual(['start', 'size', 'one', 'end']);
    expect(await route({ amount: '50000' })).toEqual(['start', 'size', 'end']);
    expect(await route({ amount: { not: 'a text' } })).toEqual(['start', 'size', 'end']);
    await caller
      .post('/approval-flows/route')
      .send({ ...tried, facts: 'much' })
      .expect(422);
    await caller
      .post('/approval-flows/route')
      .send({ ...tried, documentType: 'x', facts: {} })
      .expect(422);
    await (
      await app.as('sales.li')
    )
      .post('/approval-flows/route')
      .send({ ...tried, facts: {} })
      .expect(403);
  });

  it('stay where approvals have taken them; without one on, nothing is submitted', async () => {
    const caller = await admin();
    const flowId = await given.flow(given.stages(await legalStage()), '会签流程');
    await given.submitted('sales.li');
    await caller.delete(`/approval-flows/${flowId}`).expect(409);
    const off = await caller.post(`/approval-flows/${flowId}/deactivate`).expect(200);
    const gone = await caller.delete(`/approval-flows/${flowId}`).expect(409);
    expect(gone.body.code).toBe('approval-flow.in-use');
    const change = await given.draft('sales.li');
    const refused = await (
      await app.as('sales.li')
    )
      .post(`/credit-limit-changes/${change.id}/submit`)
      .send({})
      .expect(409);
    expect(refused.body.code).toBe('approval.no-flow');
    await caller.patch(`/approval-flows/${flowId}`).set('if-match', '"1"').send({ name: 'x' }).expect(412);
    await caller
      .post('/approval-flows')
      .send({ documentType: 'credit-limit-change', name: '会签流程' })
      .expect(409);
    expect(off.body.allowedActions).toEqual(['change', 'activate', 'delete']);
  });

  it('are for administrators: others may not even look, executives may', async () => {
    await (await app.as('sales.li')).get('/approval-flows').expect(403);
    // What kinds of documents there are is on everybody's lists.
    await (await app.as('sales.li')).get('/approval-flows/document-types').expect(200);
    const { body } = await (await app.as('executive')).get('/approval-flows').expect(200);
    expect(body.items[0].allowedActions).toEqual([]);
    await (
      await app.as('executive')
    )
      .post('/approval-flows')
      .send({ documentType: 'x', name: 'x' })
      .expect(403);
  });
});
