import { approvalsOf } from '../../test/approvals.js';
import { startTestApp, type TestApp } from '../../test/app.js';

describe('Around the decisions', () => {
  let app: TestApp;
  let given: ReturnType<typeof approvalsOf>;
  beforeAll(async () => {
    app = await startTestApp();
    given = approvalsOf(app);
  });
  afterAll(() => app.close());

  const people = async (...usernames: string[]) => [
    { kind: 'people', userIds: await Promise.all(usernames.map(given.user)) },
  ];

  it('the submitter chooses who is asked, among whom the flow allows, and sees the way before', async () => {
    const roleId = await given.role('sales-manager');
    await given.flow(given.stages({ id: 'chosen', approvers: [{ kind: 'choice', roleId, most: 1 }] }));
    const change = await given.draft('sales.li');
    const salesperson = await app.as('sales.li');
    const way = await salesperson
      .post('/approvals/preview')
      .send({ documentType: 'credit-limit-change', documentId: change.id })
      .expect(200);
    expect(way.body.stages).toMatchObject([{ nodeId: 'chosen', isChoice: true, most: 1 }]);
    expect(way.body.stages[0].allowed.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['林海燕', '马志强'].sort(),
    );
    const submit = (choices: object) =>
      salesperson.post(`/credit-limit-changes/${change.id}/submit`).send({ choices });
    const none = await submit({}).expect(422);
    expect(none.body.errors).toMatchObject([{ pointer: '/choices/chosen', rule: 'required' }]);
    const foreign = await submit({ chosen: [await given.user('legal')] }).expect(422);
    expect(foreign.body.errors).toMatchObject([{ rule: 'reference' }]);
    await submit({ chosen: 'x' }).expect(422);
    await submit({ chosen: [await given.user('manager.west'), await given.user('manager.east')] }).expect(
      422,
    );
    const { body } = await submit({ chosen: [await given.user('manager.west')] }).expect(200);
    expect(await given.read('sales.li', body.approvalId)).toMatchObject({ waitsFor: '马志强' });
    await (
      await app.as('sales.zhao')
    )
      .post('/approvals/preview')
      .send({ documentType: 'credit-limit-change', documentId: change.id })
      .expect(404);
  });

  it('takes another way above an amount', async () => {
    const amount = (value: string) => ({
      match: 'all',
      groups: [{ match: 'all', rules: [{ fact: 'amount', operator: 'above', values: [value] }] }],
    });
    const [small, big] = [
      { id: 'small', approvers: await people('manager.east') },
      { id: 'big', approvers: await people('executive') },
    ];
    await given.flow([
      { id: 'start', kind: 'start', next: 'size' },
      {
        id: 'size',
        kind: 'branch',
        name: '金额',
        branches: [{ name: '大额', condition: amount('100000'), next: 'big' }],
        otherwise: 'small',
      },
      { ...small, kind: 'stage', name: '主管', mode: 'all', next: 'end' },
      { ...big, kind: 'stage', name: '总经理', mode: 'all', next: 'tell' },
      {
        id: 'tell',
        kind: 'copy',
        name: '抄送财务',
        recipients: [{ kind: 'people', userIds: [await given.user('finance')] }],
        next: 'end',
      },
      { id: 'end', kind: 'end' },
    ]);
    const { id: little } = await given.submitted('sales.li', { newLimit: '100000' });
    expect(await given.read('sales.li', little)).toMatchObject({ stageName: '主管' });
    const { id: much } = await given.submitted('sales.li', { newLimit: '100000.01' });
    const page = await given.read('sales.li', much);
    expect(page).toMatchObject({ stageName: '总经理' });
    expect(Object.fromEntries(page.nodes.map((node) => [node.id, node.state]))).toEqual({
      start: 'done',
      size: 'done',
      small: 'not-taken',
      big: 'active',
      tell: 'upcoming',
      end: 'upcoming',
    });
    await given.decide('executive', much, 'approve');
    const copied = await (await app.as('finance')).get('/approvals/copied').expect(200);
    expect(copied.body.items).toMatchObject([{ id: much, reason: 'flow', readAt: null }]);
    await given.read('finance', much);
    const read = await (await app.as('finance')).get('/approvals/copied?isRead=false').expect(200);
    expect(read.body.items).toEqual([]);
  });

  it('files come with a remark and are opened by who may see the approval', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal') }));
    const { id } = await given.submitted('sales.li');
    const lawyer = await app.as('legal');
    const file = await lawyer.post('/files').attach('file', Buffer.from('证明'), '证明.txt').expect(201);
    const foreign = await (
      await app.as('sales.li')
    )
      .post(`/approvals/${id}/comment`)
      .send({ text: 'x', fileIds: [file.body.id] });
    expect(foreign.status).toBe(422);
    await lawyer
      .post(`/approvals/${id}/comment`)
      .send({ text: '见附件', fileIds: [file.body.id] })
      .expect(200);
    await (await app.as('sales.li')).get(`/approvals/${id}/files/${file.body.id}`).expect(200);
    await (await app.as('transport')).get(`/approvals/${id}/files/${file.body.id}`).expect(404);
    await (await app.as('sales.li')).get(`/approvals/${id}/files/${id}`).expect(404);
  });

  it('files of a document are named on its page and opened by its reviewers', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal') }));
    const seller = await app.as('sales.li');
    const names = ['对账单.txt', '合同.txt'];
    const fileIds: string[] = [];
    for (const name of names) {
      const { body } = await seller.post('/files').attach('file', Buffer.from(name), name).expect(201);
      fileIds.push((body as { id: string }).id);
    }
    const { change, id } = await given.submitted('sales.li', { fileIds });
    const { body } = await seller.get(`/credit-limit-changes/${change.id}`).expect(200);
    expect((body.files as { id: string; name: string }[]).map((file) => [file.id, file.name])).toEqual(
      fileIds.map((fileId, at) => [fileId, names[at]]),
    );
    await (await app.as('legal')).get(`/approvals/${id}/files/${fileIds[0]}`).expect(200);
    await (await app.as('transport')).get(`/approvals/${id}/files/${fileIds[0]}`).expect(404);
  });

  it('the submitter urges, but not every minute', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal') }));
    const { id } = await given.submitted('sales.li');
    expect((await given.decide('sales.li', id, 'urge')).status).toBe(200);
    const again = await given.decide('sales.li', id, 'urge');
    expect([again.status, again.body.code]).toEqual([409, 'approval.urged-recently']);
    expect((await given.decide('legal', id, 'urge')).status).toBe(404);
    const inbox = await (await app.as('legal')).get('/approvals/inbox').expect(200);
    expect(inbox.body.items.find((item: { id: string }) => item.id === id).urgedAt).not.toBeNull();
  });

  it('whoever is told may see and comment, and everybody named is active', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal') }));
    const { id } = await given.submitted('sales.li');
    expect(
      (await given.decide('legal', id, 'copy', { userIds: [await given.user('pricing')], text: '供参考' }))
        .status,
    ).toBe(200);
    expect((await given.decide('pricing', id, 'comment', { text: '收到' })).status).toBe(200);
    const ghost = '01990000-0000-7000-8000-000000000000';
    for (const [verb, body] of [
      ['copy', { userIds: [ghost] }],
      ['copy', { userIds: [] }],
      ['comment', { text: 'x', mentionIds: [ghost] }],
      ['delegate', { userId: ghost }],
      ['add-approver', { position: 'after', userIds: [ghost] }],
      ['add-approver', { position: 'after', userIds: [await given.user('legal')] }],
    ] as const)
      expect([verb, (await given.decide('legal', id, verb, body)).status]).toEqual([verb, 422]);
  });

  it('several are approved together where their stage allows it, each for itself', async () => {
    await given.flow(given.stages({ id: 'quick', approvers: await people('legal'), allowsBulk: true }));
    const quick = [await given.submitted('sales.li'), await given.submitted('sales.li')];
    await given.flow(given.stages({ id: 'slow', approvers: await people('legal') }));
    const slow = await given.submitted('sales.li');
    await given.decide('legal', quick[1]!.id, 'return', { reason: 'x' });
    const items = await Promise.all(
      [...quick, slow].map(async ({ id }) => ({ approvalId: id, snapshotId: await given.snapshotOf(id) })),
    );
    const { body } = await (
      await app.as('legal')
    )
      .post('/approvals/bulk-approve')
      .send({ items, opinion: '同意' })
      .expect(200);
    expect(body.items).toMatchObject([
      { approvalId: quick[0]!.id, isApproved: true, code: null },
      { isApproved: false, code: 'approval.over' },
      { isApproved: false, code: 'approval.not-in-bulk' },
    ]);
  });

  it('whoever has agreed to this version is not asked again where once is enough', async () => {
    await given.flow(
      given.stages(
        { id: 'one', approvers: await people('legal') },
        { id: 'two', approvers: await people('legal'), whenRepeated: 'once' },
        { id: 'three', approvers: await people('legal') },
      ),
    );
    const { id } = await given.submitted('sales.li');
    const { body } = await given.decide('legal', id, 'approve');
    expect(body).toMatchObject({ state: 'running', stageName: 'three' });
    expect(body.entries.map(({ kind }: { kind: string }) => kind)).toContain('seat-skipped');
  });

  it('a leader who sees the document sees how far it is; the lists keep apart what is whose', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal') }));
    const { id } = await given.submitted('sales.wang');
    const page = await given.read('manager.east', id);
    expect(page.allowedActions).toEqual([]);
    await (await app.as('manager.west')).get(`/approvals/${id}`).expect(404);
    const ids = async (who: string, path: string) =>
      ((await (await app.as(who)).get(path).expect(200)).body.items as { id: string }[]).map((one) => one.id);
    expect(await ids('sales.wang', '/approvals/sent')).toEqual([id]);
    expect(await ids('legal', '/approvals/inbox')).toContain(id);
    await given.decide('legal', id, 'approve');
    expect(await ids('legal', '/approvals/inbox')).not.toContain(id);
    expect(await ids('legal', '/approvals/done?decision=approved')).toContain(id);
    await (await app.as('legal')).get('/approvals').expect(403);
    expect(await ids('admin', '/approvals?state=approved')).toContain(id);
    const found = await (
      await app.as('sales.wang')
    )
      .get(`/search?q=${encodeURIComponent('信用额度')}`)
      .expect(200);
    expect(found.body.groups).toMatchObject([{ resource: 'approval', items: [{ id }] }]);
  });

  it('a decision with the same key is answered once', async () => {
    await given.flow(given.stages({ id: 'one', approvers: await people('legal', 'finance') }));
    const { id } = await given.submitted('sales.li');
    const body = { snapshotId: await given.snapshotOf(id), opinion: '同意' };
    const lawyer = await app.as('legal');
    const first = await lawyer
      .post(`/approvals/${id}/approve`)
      .set('idempotency-key', 'k1')
      .send(body)
      .expect(200);
    const second = await lawyer
      .post(`/approvals/${id}/approve`)
      .set('idempotency-key', 'k1')
      .send(body)
      .expect(200);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.body.entries.length).toBe(first.body.entries.length);
  });

  it('is released by an administrator with a reason, and says so', async () => {
    await given.flow(
      given.stages(
        { id: 'one', approvers: await people('legal') },
        { id: 'two', approvers: await people('finance') },
      ),
    );
    const { id } = await given.submitted('sales.li');
    const { body } = await given.decide('admin', id, 'release', { reason: '冯律休产假' });
    expect(body).toMatchObject({ stageName: 'two' });
    expect(body.nodes.find((node: { id: string }) => node.id === 'one')).toMatchObject({ state: 'skipped' });
    expect(body.entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'released', words: '冯律休产假' })]),
    );
    expect((await given.decide('admin', id, 'release', {})).status).toBe(422);
  });
});
