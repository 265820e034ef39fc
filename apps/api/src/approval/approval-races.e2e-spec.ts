import { approvalsOf } from '../../test/approvals.js';
import { startTestApp, type TestApp } from '../../test/app.js';

const DECIDERS = 50;
const NAMES = Array.from({ length: DECIDERS }, (_, at) => `decider.${at}`);
/** Colleagues of the lawyer, with her password and role. */
const ADD_DECIDERS = `
  with author as (select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "test", "action": "test"}', true)),
  added as (
    insert into users (username, display_name, department_id, password_hash, must_change_password, is_demo)
    select n, n, u.department_id, u.password_hash, false, true from users u, unnest($1::text[]) n, author where u.username = 'legal' returning id)
  insert into user_roles (user_id, role_id) select a.id, r.id from added a, roles r where r.code = 'legal'`;

describe('Many who decide at once', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  let userIds: string[];
  beforeAll(async () => {
    app = await startTestApp();
    given = approvalsOf(app);
    await app.database.query(ADD_DECIDERS, [NAMES]);
    userIds = await Promise.all(NAMES.map(given.user));
    await Promise.all(NAMES.map((name) => app.as(name)));
  }, 60_000);
  afterAll(() => app.close());

  const stage = (mode: string, more: object = {}) =>
    given.flow(given.stages({ id: 'joint', mode, approvers: [{ kind: 'people', userIds }], ...more }));

  /** How often each answer came: status and, for refusals, its code. */
  async function answers(calls: Promise<{ status: number; body: { code?: string } }>[]) {
    const came = (await Promise.all(calls)).map(({ status, body }) =>
      status === 200 ? '200' : `${status} ${body.code}`,
    );
    return Object.fromEntries(
      [...Map.groupBy(came, (one) => one)].map(([answer, all]) => [answer, all.length]),
    );
  }
  const finished = (id: string) =>
    app.database.query(
      `select kind from approval_entries where approval_id = $1 and kind in ('finished', 'returned') order by position`,
      [id],
    );
  const approvals = async (id: string) =>
    (
      await app.database.query<{ count: number }>(
        `select count(*)::int as count from approval_tasks where approval_id = $1 and state = 'approved'`,
        [id],
      )
    )[0]!.count;

  it('or-sign: the first decides, the others are told so, and it takes effect once', async () => {
    await stage('any');
    const { change, id } = await given.submitted('sales.li');
    const found = await answers(NAMES.map((name) => given.decide(name, id, 'approve')));
    expect(found).toEqual({ '200': 1, '409 approval.over': DECIDERS - 1 });
    const late = await given.decide('decider.1', id, 'delegate', { userId: userIds[2] });
    expect(late.body.params).toMatchObject({
      state: 'approved',
      decidedBy: expect.stringContaining('decider'),
    });
    expect(await approvals(id)).toBe(1);
    expect(await finished(id)).toEqual([{ kind: 'finished' }]);
    const effects = await app.database.query(
      `select 1 from audit_entries where resource = 'customer' and record_id = $1 and after ? 'credit_limit' and operation = 'update'`,
      [change.customerId],
    );
    expect(effects).toHaveLength(1);
  });

  it('countersign: all count, and the last one finishes it', async () => {
    await stage('all');
    const { id } = await given.submitted('sales.li');
    expect(await answers(NAMES.map((name) => given.decide(name, id, 'approve')))).toEqual({
      '200': DECIDERS,
    });
    expect(await approvals(id)).toBe(DECIDERS);
    expect(await finished(id)).toEqual([{ kind: 'finished' }]);
  });

  it('half approve and half return: one outcome', async () => {
    await stage('all', { minimumShare: '3/5' });
    const { id } = await given.submitted('sales.li');
    await answers(
      NAMES.map((name, at) => given.decide(name, id, at % 2 ? 'approve' : 'return', { reason: 'nein' })),
    );
    expect(await given.read('sales.li', id)).toMatchObject({ state: 'returned' });
    expect(
      await app.database.query(
        `select 1 from domain_events where name = 'approval.returned' and record_id = $1`,
        [id],
      ),
    ).toHaveLength(1);
  });

  it('one person fifty times: one decision, fifty times the same answer', async () => {
    await stage('all');
    const { id } = await given.submitted('sales.li');
    const found = await answers(
      NAMES.map(() => given.decide('decider.0', id, 'approve', { opinion: '同意' })),
    );
    expect(found).toEqual({ '200': DECIDERS });
    const entries = await app.database.query(
      `select 1 from approval_entries where approval_id = $1 and kind = 'approved'`,
      [id],
    );
    expect(entries).toHaveLength(1);
  });

  it('approvals against a withdrawal: one of the two, never both', async () => {
    await stage('any');
    const { change, id } = await given.submitted('sales.li');
    const salesperson = await app.as('sales.li');
    const found = await Promise.all([
      ...NAMES.slice(0, 10).map((name) => given.decide(name, id, 'approve')),
      salesperson.post(`/approvals/${id}/withdraw`).send({}),
    ]);
    expect(found.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const [document] = await app.database.query<{ state: string }>(
      `select state from credit_limit_changes where id = $1`,
      [change.id],
    );
    const [run] = await app.database.query<{ state: string }>(`select state from approvals where id = $1`, [
      id,
    ]);
    expect([
      ['approved', 'effective'],
      ['withdrawn', 'withdrawn'],
    ]).toContainEqual([run!.state, document!.state]);
  });

  it('the same document submitted many times: one run', async () => {
    await stage('any');
    const change = await given.draft('sales.li');
    const salesperson = await app.as('sales.li');
    const found = await answers(
      Array.from({ length: 10 }, () =>
        Promise.resolve(salesperson.post(`/credit-limit-changes/${change.id}/submit`).send({})),
      ),
    );
    expect(found['200']).toBe(1);
    expect(Object.keys(found).filter((answer) => answer.startsWith('5'))).toEqual([]);
    expect(
      await app.database.query(`select 1 from approvals where document_id = $1`, [change.id]),
    ).toHaveLength(1);
  });
});
