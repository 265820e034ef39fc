import { approvalsOf } from '../../../test/approvals.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { setAsAuthor } from '../../../test/author.js';
import { Upkeep } from '../runs/upkeep.js';

const DAY_MS = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

describe('A substitute', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off' });
    given = approvalsOf(app);
    await given.flow(
      given.stages({ id: 'one', approvers: [{ kind: 'people', userIds: [await given.user('legal')] }] }),
    );
  });
  afterAll(() => app.close());

  const name = async (who: string, substitute: string, more: object = {}) =>
    (await app.as(who)).post('/delegations').send({
      substituteId: await given.user(substitute),
      startsAt: inDays(-1),
      endsAt: inDays(3),
      ...more,
    });
  const end = async (who: string, id: string) => (await app.as(who)).post(`/delegations/${id}/end`);

  it('gets what waits already and what comes, and decides for whom she stands', async () => {
    const { id: open } = await given.submitted('sales.li');
    const { status, body } = await name('legal', 'contract', { reason: '年假' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'running', substituteName: '郑洁', allowedActions: ['end'] });
    const { id: later } = await given.submitted('sales.li');
    for (const id of [open, later])
      expect(await given.read('contract', id)).toMatchObject({ waitsFor: '郑洁' });
    const inbox = await (await app.as('contract')).get('/approvals/inbox').expect(200);
    expect(inbox.body.items.map((item: { onBehalfOfName: string }) => item.onBehalfOfName)).toEqual([
      '冯律',
      '冯律',
    ]);
    expect((await given.decide('legal', open, 'approve')).body).toMatchObject({
      params: { reason: 'passed-on' },
    });
    expect((await given.decide('contract', open, 'approve')).body).toMatchObject({ state: 'approved' });
    expect((await end('legal', body.id)).status).toBe(200);
    expect((await end('legal', body.id)).status).toBe(409);
    const { id: after } = await given.submitted('sales.li');
    expect(await given.read('legal', after)).toMatchObject({ waitsFor: '冯律' });
  });

  it('never decides on her own document', async () => {
    const { body } = await name('legal', 'sales.li');
    const { id } = await given.submitted('sales.li');
    expect(await given.read('sales.li', id)).toMatchObject({ waitsFor: '冯律' });
    await end('legal', body.id);
  });

  it('begins when her time comes, without anybody doing anything', async () => {
    const { body } = await name('legal', 'finance', { startsAt: inDays(1) });
    expect(body.state).toBe('planned');
    const { id } = await given.submitted('sales.zhao');
    await app.nest.get(Upkeep).round();
    expect(await given.read('sales.zhao', id)).toMatchObject({ waitsFor: '冯律' });
    await setAsAuthor(app, `update approval_delegations set starts_at = now() where id = $1`, [body.id]);
    await app.nest.get(Upkeep).round();
    expect(await given.read('finance', id)).toMatchObject({ waitsFor: '钱会' });
    await end('legal', body.id);
  });

  it('is one at a time for each kind of document', async () => {
    const first = await name('executive', 'finance', { documentTypes: ['credit-limit-change'] });
    expect(first.status).toBe(201);
    const [second, third] = await Promise.all([name('executive', 'legal'), name('executive', 'contract')]);
    expect([second.status, third.status]).toEqual([409, 409]);
    expect(second.body.code).toBe('delegation.overlap');
    const both = await Promise.all([name('planner', 'legal'), name('planner', 'contract')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['herself', 'legal', {}, '/substituteId'],
    ['a time that ends before it begins', 'contract', { endsAt: inDays(-2) }, '/endsAt'],
    ['a time that is over', 'contract', { startsAt: inDays(-3), endsAt: inDays(-2) }, '/endsAt'],
    ['an unknown kind of document', 'contract', { documentTypes: ['moon'] }, '/documentTypes/0'],
    [
      'somebody else’s time',
      'contract',
      { principalId: '01990000-0000-7000-8000-000000000000' },
      '/principalId',
    ],
  ])('is refused for %s', async (_, substitute, more, pointer) => {
    const { status, body } = await name('legal', substitute, more);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer }]);
  });

  it('is not ended by a third person, but by an administrator', async () => {
    const { body } = await name('service', 'service.lead');
    expect((await end('legal', body.id)).status).toBe(404);
    const listed = await (await app.as('service.lead')).get('/delegations/received').expect(200);
    expect(listed.body.items).toMatchObject([{ id: body.id, allowedActions: [] }]);
    expect((await (await app.as('service.lead')).get('/delegations/all')).status).toBe(403);
    expect((await end('admin', body.id)).body).toMatchObject({ state: 'ended' });
  });
});
