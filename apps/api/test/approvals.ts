import type { Caller, TestApp } from './app.js';

export interface ApprovalBody {
  documentId: string;
  id: string;
  state: string;
  round: number;
  snapshotId: string;
  stageName: string | null;
  waitsFor: string | null;
  stuckReason: string | null;
  allowedActions: string[];
  changes: { field: string; before: string | null; after: string | null }[];
  nodes: {
    id: string;
    state: string;
    needed: number | null;
    given: number | null;
    tasks: {
      id: string;
      seat: number;
      state: string;
      assignee: { name: string };
      origin: string;
      seenAt: string | null;
    }[];
  }[];
  entries: {
    kind: string;
    actor: { name: string } | null;
    words: string | null;
    snapshotId: string | null;
  }[];
  returnTargets: { nodeId: string }[];
  ownChecklist: { id: string }[];
}

export interface FlowNodeBody {
  id: string;
  kind: string;
  [field: string]: unknown;
}

/** What specs about approvals give and do: customers with credit changes, flows that are on, decisions. */
export function approvalsOf(app: TestApp) {
  const ids = async (text: string, value: string): Promise<string> =>
    (await app.database.query<{ id: string }>(text, [value]))[0]!.id;
  const user = (username: string) => ids(`select id from users where username = $1`, username);
  const role = (code: string) => ids(`select id from roles where code = $1`, code);
  const department = (code: string) => ids(`select id from departments where code = $1`, code);

  /** A flow of these stages one after the other, switched on. */
  const flow = async (nodes: readonly FlowNodeBody[], name = `flow ${Math.random()}`): Promise<string> => {
    const admin = await app.as('admin');
    const made = await admin
      .post('/approval-flows')
      .send({ documentType: 'credit-limit-change', name })
      .expect(201);
    const flowId = (made.body as { id: string }).id;
    await admin.patch(`/approval-flows/${flowId}`).send({ definition: { nodes } }).expect(200);
    const on = await admin.post(`/approval-flows/${flowId}/activate`);
    if (on.status !== 200) throw new Error(JSON.stringify(on.body));
    return flowId;
  };

  const stages = (...made: (Omit<FlowNodeBody, 'kind'> & { id: string })[]): FlowNodeBody[] => [
    { id: 'start', kind: 'start', next: made[0]!.id },
    ...made.map((stage, at) =>
      Object.assign({ name: stage.id, mode: 'all' }, stage, {
        kind: 'stage',
        next: made[at + 1]?.id ?? 'end',
      }),
    ),
    { id: 'end', kind: 'end' },
  ];

  const draft = async (who: string, fields: Record<string, unknown> = {}) => {
    const caller = await app.as(who);
    const customer = await caller
      .post('/customers')
      .send({ name: `客户 ${Math.random()}` })
      .expect(201);
    const change = await caller
      .post('/credit-limit-changes')
      .send({
        customerId: (customer.body as { id: string }).id,
        newLimit: '50000',
        newTermsDays: 30,
        reason: '旺季备货',
        ...fields,
      })
      .expect(201);
    return change.body as { id: string; customerId: string; number: string; version: number };
  };

  const submit = async (who: string, changeId: string, body: Record<string, unknown> = {}) => {
    const caller = await app.as(who);
    const { body: change } = await caller
      .post(`/credit-limit-changes/${changeId}/submit`)
      .send(body)
      .expect(200);
    return (change as { approvalId: string }).approvalId;
  };

  const submitted = async (who: string, fields: Record<string, unknown> = {}) => {
    const change = await draft(who, fields);
    return { change, id: await submit(who, change.id) };
  };

  const read = async (who: string, id: string): Promise<ApprovalBody> =>
    (await (await app.as(who)).get(`/approvals/${id}`).expect(200)).body as ApprovalBody;

  const decide = async (who: string, id: string, verb: string, body: Record<string, unknown> = {}) => {
    const caller: Caller = await app.as(who);
    const snapshotId = body.snapshotId ?? (await snapshotOf(id));
    const needsVersion = ['approve', 'return', 'add-approver'].includes(verb);
    return caller.post(`/approvals/${id}/${verb}`).send({ ...(needsVersion && { snapshotId }), ...body });
  };

  const snapshotOf = async (id: string): Promise<string> =>
    (
      await app.database.query<{ id: string }>(`select snapshot_id as id from approvals where id = $1`, [id])
    )[0]!.id;

  return { user, role, department, flow, stages, draft, submit, submitted, read, decide, snapshotOf };
}
