import { Clock } from '../../platform/clock/clock.js';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile } from '../../../test/imports.js';
import { Reminders } from './reminders.js';

describe('Activities and tasks', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let manager: Caller;
  let legal: Caller;
  let customer: { id: string };
  let contact: { id: string };

  const log = async (fields: object, who = li) =>
    (
      await who
        .post('/activities')
        .send({ customerId: customer.id, ...fields })
        .expect(201)
    ).body as {
      id: string;
      version: number;
      allowedActions: string[];
    };
  const seen = async () => (await li.get(`/customers/${customer.id}`).expect(200)).body;
  const userId = async (username: string): Promise<string> =>
    (await app.database.query<{ id: string }>(`select id from users where username = $1`, [username]))[0]!.id;

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao, manager, legal] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'manager.east', 'legal'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller, Caller];
    customer = (await li.post('/customers').send({ name: '融氏食品' }).expect(201)).body;
    contact = (await li.post('/contacts').send({ customerId: customer.id, name: '张伟' }).expect(201)).body;
  });
  afterAll(() => app.close());

  it('are logged with two words, and give the customer its last contact and next follow-up', async () => {
    const call = await log({
      kind: 'call',
      contactId: contact.id,
      occurredAt: '2026-03-01T02:00:00Z',
      nextStepOn: '2026-03-10',
    });
    expect(call).toMatchObject({
      contactName: '张伟',
      authorName: '李娜',
      allowedActions: ['change', 'delete'],
    });
    expect(await seen()).toMatchObject({ nextFollowUpOn: '2026-03-10', version: 1 });
    expect(new Date((await seen()).lastContactAt).toISOString()).toBe('2026-03-01T02:00:00.000Z');
    // A note is no contact; an older call changes nothing of what is next.
    await log({ kind: 'note', content: '看了官网', occurredAt: '2026-03-02T02:00:00Z' });
    await log({ kind: 'visit', occurredAt: '2026-02-01T02:00:00Z', nextStepOn: '2026-02-03' });
    expect(await seen()).toMatchObject({ nextFollowUpOn: '2026-03-10' });
    expect(new Date((await seen()).lastContactAt).toISOString()).toBe('2026-03-01T02:00:00.000Z');
    // The day has come, and nothing new was agreed.
    const done = await log({ kind: 'visit', occurredAt: '2026-03-10T02:00:00Z' });
    expect((await seen()).nextFollowUpOn).toBeNull();
    await li.delete(`/activities/${done.id}`).expect(204);
    expect(new Date((await seen()).lastContactAt).toISOString()).toBe('2026-03-01T02:00:00.000Z');
  });

  it('logged at the same moment agree on the latest', async () => {
    const { body: other } = await li.post('/customers').send({ name: '同时' }).expect(201);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        li
          .post('/activities')
          .send({
            customerId: other.id,
            occurredAt: `2026-04-0${n + 1}T02:00:00Z`,
            nextStepOn: `2026-05-0${n + 1}`,
          })
          .expect(201),
      ),
    );
    const { body } = await li.get(`/customers/${other.id}`).expect(200);
    expect(body).toMatchObject({ nextFollowUpOn: '2026-05-08' });
    expect(new Date(body.lastContactAt).toISOString()).toBe('2026-04-08T02:00:00.000Z');
  });

  it('sort and filter the customers by the next follow-up', async () => {
    await li.post('/customers').send({ name: '甲', nextFollowUpOn: '2026-07-02' }).expect(201);
    await li.post('/customers').send({ name: '乙', nextFollowUpOn: '2026-07-01' }).expect(201);
    const { body } = await li
      .get('/customers?nextFollowUpOnFrom=2026-07-01&nextFollowUpOnTo=2026-07-31&sort=nextFollowUpOn')
      .expect(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['乙', '甲']);
  });

  it('are found by a piece of their text, by kind, author and day', async () => {
    const { id } = await log({
      kind: 'meeting',
      subject: '季度回顾',
      content: '客户抱怨交期，要求月底前补货',
    });
    for (const query of [
      `q=${encodeURIComponent('交期')}`,
      'kind=meeting',
      `authorId=${await userId('sales.li')}&kind=meeting`,
    ]) {
      const { body } = await li.get(`/activities?${query}`).expect(200);
      expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    }
    expect((await li.get('/activities/count?kind=meeting').expect(200)).body).toEqual({
      count: 1,
      exact: true,
    });
  });

  it('are seen with their customer and changed by their author and whoever leads her', async () => {
    const mine = await log({ kind: 'call', content: '第一版' });
    const path = `/activities/${mine.id}`;
    await zhao.get(path).expect(404);
    await zhao.patch(path).send({ content: 'x' }).expect(404);
    await zhao.delete(path).expect(404);
    expect((await legal.get(path).expect(200)).body.allowedActions).toEqual([]);
    await legal.patch(path).send({ content: 'x' }).expect(403);
    await legal.post('/activities').send({ customerId: customer.id }).expect(403);
    expect((await manager.patch(path).send({ content: '经理补充' }).expect(200)).body.content).toBe(
      '经理补充',
    );
    await li.patch(path).set('if-match', '"1"').send({ content: '晚了' }).expect(412);
    await li.delete(path).expect(204);
    await li.get(path).expect(404);
  });

  it('refuse what does not belong together', async () => {
    const { body: stranger } = await zhao.post('/customers').send({ name: '别人的' }).expect(201);
    const wrong = async (fields: object, pointer: string) => {
      const { body } = await li
        .post('/activities')
        .send({ customerId: customer.id, ...fields })
        .expect(422);
      expect(body.errors[0].pointer).toBe(pointer);
    };
    await wrong({ customerId: stranger.id }, '/customerId');
    await wrong({ contactId: stranger.id }, '/contactId');
    await wrong({ opportunityId: stranger.id }, '/opportunityId');
    await wrong({ participantIds: [stranger.id] }, '/participantIds');
    await wrong({ kind: 'telepathy' }, '/kind');
    await wrong({ durationMinutes: 2000 }, '/durationMinutes');
    await wrong({ occurredAt: 'yesterday' }, '/occurredAt');
  });

  it('come from a file with their own author and day, not the importer’s', async () => {
    const admin = await app.as('admin');
    const csv = [
      '客户名称,跟进内容,跟进时间,跟进方式,跟进人,下一步日期',
      '融氏食品,老系统里的拜访,2025-05-06,拜访,王强,',
      '没有这个客户,孤儿记录,2025-05-06,电话,王强,',
    ].join('\n');
    const [wang] = await app.database.query<{ name: string }>(
      `select display_name as name from users where username = 'sales.wang'`,
    );
    const ended = await importFile(admin, 'activities.csv', Buffer.from(csv.replaceAll('王强', wang!.name)));
    expect(ended.state).toBe('succeeded');
    const { body } = await li.get(`/activities?q=${encodeURIComponent('老系统')}`).expect(200);
    expect(body.items).toMatchObject([{ kind: 'visit', authorName: wang!.name, customerName: '融氏食品' }]);
    expect(body.items[0].occurredAt).toMatch(/^2025-05-0[56]/);
    expect((await admin.get(`/customers?q=${encodeURIComponent('没有这个客户')}`)).body.items).toEqual([]);
  });

  it('give tasks to oneself and to whom one leads, who are told; done once', async () => {
    const assigneeId = await userId('sales.li');
    const { body: task } = await manager
      .post('/tasks')
      .send({ title: '寄样品', customerId: customer.id, assigneeId, dueOn: '2026-03-05', priority: 'high' })
      .expect(201);
    expect(task).toMatchObject({
      state: 'open',
      isOverdue: true,
      allowedActions: ['change', 'complete', 'delete'],
    });
    const { body: told } = await li.get('/notifications').expect(200);
    expect(told.items[0]).toMatchObject({ kind: 'activity.task', params: { title: '寄样品' } });
    await li
      .post('/tasks')
      .send({ title: 'x', assigneeId: await userId('sales.zhao') })
      .expect(422);
    await li.post('/tasks').send({ title: '' }).expect(422);
    await legal.post('/tasks').send({ title: 'x' }).expect(403);
    await zhao.get(`/tasks/${task.id}`).expect(404);
    await zhao.post(`/tasks/${task.id}/complete`).expect(404);
    const tries = await Promise.all([1, 2, 3].map(() => li.post(`/tasks/${task.id}/complete`)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await li.get('/tasks?state=open&isOverdue=true').expect(200)).body.items).toEqual([]);
    await li.post(`/tasks/${task.id}/reopen`).set('if-match', '"9"').expect(412);
    expect((await li.post(`/tasks/${task.id}/reopen`).expect(200)).body.state).toBe('open');
    expect((await li.patch(`/tasks/${task.id}`).send({ dueOn: '2026-08-01' }).expect(200)).body.dueOn).toBe(
      '2026-08-01',
    );
    expect((await li.get(`/tasks?q=${encodeURIComponent('样品')}`).expect(200)).body.items).toHaveLength(1);
    await li.delete(`/tasks/${task.id}`).expect(204);
    await li.get(`/tasks/${task.id}`).expect(404);
  });

  it('remind in the morning, once, of the customers and tasks of the day', async () => {
    const day = '2026-09-15';
    await li.post('/customers').send({ name: '今天跟进', nextFollowUpOn: day }).expect(201);
    await li.post('/tasks').send({ title: '今天到期', dueOn: day }).expect(201);
    const clock = app.nest.get(Clock);
    const reminders = app.nest.get(Reminders);
    const told = async () =>
      (await li.get('/notifications').expect(200)).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'activity.today',
      );
    const at = (time: string) => {
      clock.now = () => new Date(`${day}T${time}+08:00`);
    };
    at('07:59:00');
    await reminders.round();
    expect(await told()).toEqual([]);
    at('08:00:00');
    await Promise.all([reminders.round(), reminders.round()]);
    await reminders.round();
    clock.now = () => new Date();
    expect(await told()).toMatchObject([{ params: { customers: 1, tasks: 1, day } }]);
  });

  it('lie in the timeline of their customer with everything else, page by page', async () => {
    const { body: deal } = await li
      .post('/opportunities')
      .send({ name: '木糖醇年度采购', customerId: customer.id })
      .expect(201);
    await li.post(`/customers/${customer.id}/convert`).send({ reason: '签了合同' }).expect(200);
    const path = `/customers/${customer.id}/timeline`;
    const { body: all } = await li.get(`${path}?limit=200`).expect(200);
    const kinds = new Set(all.items.map(({ kind }: { kind: string }) => kind));
    expect([...kinds].sort()).toEqual(['activity', 'change', 'contact', 'opportunity', 'stage']);
    const times = all.items.map(({ at }: { at: string }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const paged: { id: string }[] = [];
    let cursor: string | null = '';
    do {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await li
        .get(`${path}?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      paged.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged.map(({ id }) => id)).toEqual(all.items.map(({ id }: { id: string }) => id));
    const { body: deals } = await li.get(`${path}?kind=opportunity`).expect(200);
    expect(deals.items).toMatchObject([{ recordId: deal.id, title: '木糖醇年度采购' }]);
    await zhao.get(path).expect(404);
    await li.get(`${path}?kind=rumour`).expect(422);
    await li.get(`${path}?cursor=x`).expect(422);
    // Legal sees customers, and neither deals nor tasks.
    const { body: seenByLegal } = await legal.get(path).expect(200);
    expect(seenByLegal.items.map(({ kind }: { kind: string }) => kind)).not.toContain('opportunity');
  });
});
