import { startTestApp, type TestApp } from '../../test/app.js';
import { DemoCompany } from './index.js';

describe('The demo company', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await app.nest.get(DemoCompany).fill();
  }, 60_000);
  afterAll(() => app.close());

  it('has approvals in every state, and something in the inboxes of those who decide', async () => {
    const { body } = await (await app.as('admin')).get('/approvals').expect(200);
    const states = (body.items as { state: string; round: number }[]).map(
      ({ state, round }) => `${state} ${round}`,
    );
    expect([...new Set(states)].sort()).toEqual([
      'approved 1',
      'returned 1',
      'running 1',
      'running 2',
      'withdrawn 1',
    ]);
    for (const who of ['manager.east', 'finance', 'manager.west']) {
      const inbox = await (await app.as(who)).get('/approvals/inbox').expect(200);
      expect([who, inbox.body.items.length > 0]).toEqual([who, true]);
    }
    const credit = await app.database.query<{ count: number }>(
      `select count(*)::int as count from customers where credit_limit is not null`,
    );
    expect(credit[0]!.count).toBeGreaterThan(50);
  });

  it('has flows that are sound', async () => {
    const admin = await app.as('admin');
    const { body } = await admin.get('/approval-flows').expect(200);
    for (const { id } of body.items as { id: string }[])
      expect((await admin.get(`/approval-flows/${id}`).expect(200)).body.problems).toEqual([]);
    const credit = (body.items as { documentType: string; isActive: boolean }[]).filter(
      ({ documentType }) => documentType === 'credit-limit-change',
    );
    expect(credit.map(({ isActive }) => isActive).sort()).toEqual([false, true]);
  });
});
