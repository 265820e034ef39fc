import { Clock } from '../../platform/clock/clock.js';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { setAsAuthor } from '../../../test/author.js';
import { importFile } from '../../../test/imports.js';
import { ReportReminders } from './report-reminders.js';

interface Fact {
  resource: string;
  recordId: string;
  what: string | null;
  title: string | null;
}
type Facts = Record<string, { total: number; items: Fact[] } | null>;

/** A Wednesday long ago: nothing else of these tests lies there. */
const DAY = '2026-03-04';

describe('Daily reports', () => {
  let app: TestApp;
  let li: Caller;
  let wang: Caller;
  let zhao: Caller;
  let manager: Caller;
  let other: Caller;
  let admin: Caller;
  let legal: Caller;
  let customer: { id: string };
  const ids: Record<string, string> = {};

  const submit = async (day: string, who = li, content = '拜访两家客户') =>
    (await who.post('/daily-reports').send({ day, content }).expect(201)).body as {
      id: string;
      version: number;
      facts: Facts;
    };
  const told = async (who: Caller, kind: string) =>
    (await who.get('/notifications').expect(200)).body.items.filter(
      (item: { kind: string }) => item.kind === kind,
    );
  const titles = (facts: Facts, section: string) => facts[section]!.items.map(({ title }) => title);

  beforeAll(async () => {
    app = await startTestApp();
    [li, wang, zhao, manager, other, admin, legal] = (await Promise.all(
      ['sales.li', 'sales.wang', 'sales.zhao', 'manager.east', 'manager.west', 'admin', 'legal'].map((who) =>
        app.as(who),
      ),
    )) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller];
    for (const { username, id } of await app.database.query<{ username: string; id: string }>(
      `select username, id from users`,
    ))
      ids[username] = id;
    customer = (await li.post('/customers').send({ name: '融氏食品' }).expect(201)).body;
  });
  afterAll(() => app.close());

  it('are drafted from the company’s day: what was done at 23:30 there belongs to it', async () => {
    const log = (occurredAt: string, subject: string) =>
      li
        .post('/activities')
        .send({ customerId: customer.id, kind: 'visit', subject, occurredAt })
        .expect(201);
    await log(`${DAY}T00:00:00+08:00`, '零点');
    await log(`${DAY}T23:30:00+08:00`, '深夜');
    await log('2026-03-03T23:59:59+08:00', '前一天');
    await log('2026-03-05T00:00:00+08:00', '后一天');
    await li.post('/tasks').send({ title: '早已过期', dueOn: '2026-03-03' }).expect(201);
    await li.post('/tasks').send({ title: '当天到期', dueOn: DAY }).expect(201);
    await li.post('/tasks').send({ title: '明天的事', dueOn: '2026-03-05' }).expect(201);
    await li.post('/tasks').send({ title: '以后的事', dueOn: '2026-03-06' }).expect(201);
    const plan = (startsAt: string, subject: string) =>
      li
        .post('/appointments')
        .send({ customerId: customer.id, kind: 'visit', subject, startsAt })
        .expect(201);
    await plan('2026-03-05T23:30:00+08:00', '明晚拜访');
    await plan('2026-03-06T00:00:00+08:00', '后天拜访');
    await plan('2026-03-10T10:00:00+08:00', '下周拜访');
    const { body } = await li.get(`/daily-reports/draft?day=${DAY}`).expect(200);
    expect(body).toMatchObject({ day: DAY, reportId: null, isWorkday: true });
    expect(body.dueAt).toBe('2026-03-05T02:00:00.000Z');
    expect(titles(body.facts, 'activities')).toEqual(['零点', '深夜']);
    expect(body.facts.activities.items[1]).toMatchObject({ what: 'visit', customerName: '融氏食品' });
    expect(titles(body.facts, 'tasksOverdue')).toEqual(['早已过期']);
    expect(titles(body.facts, 'planned')).toEqual(expect.arrayContaining(['明天的事', '明晚拜访']));
    expect(body.facts.planned.total).toBe(2);
    // Friday's next day is Monday.
    const { body: friday } = await li.get('/daily-reports/draft?day=2026-03-06').expect(200);
    expect(friday.dueAt).toBe('2026-03-09T02:00:00.000Z');
    // The list means the same day by a bare date.
    const { body: listed } = await li
      .get(`/activities?occurredAtFrom=${DAY}&occurredAtTo=${DAY}&sort=occurredAt`)
      .expect(200);
    expect(listed.items.map(({ subject }: { subject: string }) => subject)).toEqual(['零点', '深夜']);
  });

  it('keep what the system knew when they were handed in, with the deals and customers of today', async () => {
    const { body: fresh } = await li.post('/customers').send({ name: '当天新客户' }).expect(201);
    const { body: deal } = await li
      .post('/opportunities')
      .send({ name: '年度采购', customerId: fresh.id })
      .expect(201);
    const { body: task } = await li.post('/tasks').send({ title: '寄样品' }).expect(201);
    await li.post(`/tasks/${task.id}/complete`).expect(200);
    const { body: draft } = await li.get('/daily-reports/draft').expect(200);
    const report = await submit(draft.day);
    expect(titles(report.facts, 'newCustomers')).toContain('当天新客户');
    expect(report.facts.dealMoves).toMatchObject({
      total: 1,
      items: [{ resource: 'opportunity', recordId: deal.id, what: 'created', title: '年度采购' }],
    });
    expect(titles(report.facts, 'tasksDone')).toEqual(['寄样品']);
    await li.patch(`/tasks/${task.id}`).send({ title: '改了名' });
    const { body: read } = await li.get(`/daily-reports/${report.id}`).expect(200);
    expect(titles(read.facts, 'tasksDone')).toEqual(['寄样品']);
    expect(read).toMatchObject({
      isLate: false,
      state: 'submitted',
      allowedActions: ['change'],
      tasksDone: 1,
    });
    // Whoever may see no deals sees none here.
    await setAsAuthor(
      app,
      `delete from role_permissions where permission = 'opportunity:read' and role_id = (select id from roles where code = $1)`,
      ['executive'],
    );
    const executive = await app.as('executive');
    expect((await executive.get(`/daily-reports/${report.id}`).expect(200)).body.facts.dealMoves).toBeNull();
  });

  it('are one a day, however often they are handed in', async () => {
    const tries = await Promise.all(
      [1, 2, 3].map((n) => wang.post('/daily-reports').send({ day: DAY, content: `第 ${n} 次` })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(tries.find(({ status }) => status === 409)!.body.code).toBe('daily-report.already-there');
    const { body } = await wang.get('/daily-reports').expect(200);
    expect(body.items).toMatchObject([{ day: DAY, isLate: true, authorName: '王磊' }]);
    const { body: draft } = await wang.get(`/daily-reports/draft?day=${DAY}`).expect(200);
    expect(draft.reportId).toBe(body.items[0].id);
  });

  it('are changed until somebody has read them, and added to afterwards', async () => {
    const report = await submit('2026-03-10', li, '第一版');
    const path = `/daily-reports/${report.id}`;
    const { body: changed } = await li.patch(path).send({ content: '第二版', plan: '报价' }).expect(200);
    expect(changed).toMatchObject({ content: '第二版', plan: '报价' });
    await li.patch(path).set('if-match', '"1"').send({ content: '晚了' }).expect(412);
    await li.post(`${path}/additions`).send({ content: '还没人看' }).expect(409);
    const { body: read } = await manager.post(`${path}/read`).expect(200);
    expect(read).toMatchObject({ state: 'read', readByName: '林海燕', allowedActions: ['comment'] });
    expect((await manager.post(`${path}/read`).expect(200)).body.version).toBe(read.version);
    const { body: refused } = await li.patch(path).send({ content: '第三版' }).expect(409);
    expect(refused.code).toBe('daily-report.read');
    const { body: commented } = await manager
      .post(`${path}/comments`)
      .send({ content: '价格先不要松口' })
      .expect(201);
    expect(commented.remarks).toMatchObject([{ kind: 'comment', authorName: '林海燕' }]);
    expect(await told(li, 'daily-report.comment')).toMatchObject([
      { params: { by: '林海燕', day: '2026-03-10', text: '价格先不要松口' }, link: path },
    ]);
    const { body: added } = await li.post(`${path}/additions`).send({ content: '客户已回复' }).expect(201);
    expect(added).toMatchObject({ content: '第二版', comments: 1, allowedActions: ['add'] });
    expect(added.remarks.map(({ kind }: { kind: string }) => kind)).toEqual(['comment', 'addition']);
    expect(await told(manager, 'daily-report.addition')).toHaveLength(1);
    // The database keeps it too, whatever writes there.
    await expect(
      setAsAuthor(app, `update daily_reports set content = 'x' where id = $1`, [report.id]),
    ).rejects.toThrow('was read');
  });

  it('are read by whoever leads the author, and by no colleague', async () => {
    const report = await submit('2026-03-11');
    const path = `/daily-reports/${report.id}`;
    for (const stranger of [wang, zhao, other]) {
      await stranger.get(path).expect(404);
      await stranger.post(`${path}/read`).expect(404);
      await stranger.post(`${path}/comments`).send({ content: 'x' }).expect(404);
      await stranger.patch(path).send({ content: 'x' }).expect(404);
    }
    await legal.get(path).expect(403);
    await legal.get('/daily-reports').expect(403);
    await legal.get('/daily-reports/team').expect(403);
    await legal.get('/daily-reports/draft').expect(403);
    await legal.post('/daily-reports').send({ day: DAY, content: 'x' }).expect(403);
    await manager.patch(path).send({ content: 'x' }).expect(403);
    await manager.post(`${path}/additions`).send({ content: 'x' }).expect(403);
    await li.post(`${path}/read`).expect(403);
    await li.post(`${path}/comments`).send({ content: 'x' }).expect(403);
    const { body } = await manager
      .get(`/daily-reports?authorId=${ids['sales.li']}&state=submitted`)
      .expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(report.id);
    expect((await other.get('/daily-reports/count').expect(200)).body.count).toBe(0);
  });

  it('refuse what is no report', async () => {
    const wrong = async (body: object, pointer: string) => {
      const answer = await li.post('/daily-reports').send(body).expect(422);
      expect(answer.body.errors[0].pointer).toBe(pointer);
    };
    await wrong({ day: '2026-03-12', content: ' ' }, '/content');
    await wrong({ day: '2026-02-30', content: 'x' }, '/day');
    await wrong({ day: '2999-01-01', content: 'x' }, '/day');
    await li.get('/daily-reports/draft?day=2999-01-01').expect(422);
    await li.get('/daily-reports/team?from=2026-03-02&to=2026-03-01').expect(422);
    await li.get('/daily-reports/team?from=2026-01-01&to=2026-12-31').expect(422);
    await li.get('/daily-reports/team?since=2026-03-01').expect(422);
    await li.get('/daily-reports/019a0000-0000-7000-8000-000000000000').expect(404);
  });

  it('show a manager her people by figures, each as many as the rows behind it', async () => {
    const path = '/daily-reports/team?from=2026-03-02&to=2026-03-08';
    const { body } = await manager.get(path).expect(200);
    const names = body.members.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(['李娜', '林海燕', '王磊'].sort());
    expect(body).toMatchObject({ plannedFrom: '2026-03-09', plannedTo: '2026-03-15' });
    const row = body.members.find(({ userId }: { userId: string }) => userId === ids['sales.li']);
    expect(row).toMatchObject({
      handedIn: 0,
      activities: 4,
      byKind: { visit: 4 },
      customers: 1,
      plannedAppointments: 1,
      wonValue: '0.00',
    });
    const { body: rows } = await manager
      .get(`/activities/count?authorId=${ids['sales.li']}&occurredAtFrom=2026-03-02&occurredAtTo=2026-03-08`)
      .expect(200);
    expect(rows.count).toBe(row.activities);
    const { body: late } = await manager
      .get(`/tasks/count?assigneeId=${ids['sales.li']}&isOverdue=true`)
      .expect(200);
    expect(row.overdueTasks).toBe(late.count);
    // Her first report was on the fourth, a Wednesday: what came before is not missing.
    const wangs = body.members.find(({ userId }: { userId: string }) => userId === ids['sales.wang']);
    expect(wangs).toMatchObject({
      handedIn: 1,
      late: 1,
      unread: 1,
      missingDays: ['2026-03-05', '2026-03-06'],
    });
    // A salesperson sees herself alone; a figure of records that one may not see is none.
    expect((await zhao.get(path).expect(200)).body.members).toHaveLength(1);
    const executive = await app.as('executive');
    const { body: all } = await executive.get(path).expect(200);
    expect(all.members.length).toBeGreaterThan(4);
    expect(all.members[0]).toMatchObject({ newDeals: null, wonValue: null, overdueTasks: null });
    expect(all.members.map(({ userId }: { userId: string }) => userId)).not.toContain(ids.admin);
  });

  it('count the deals won with what they are worth', async () => {
    const { body: deal } = await wang
      .post('/opportunities')
      .send({ name: '已成交', amount: '1200.50' })
      .expect(201);
    await setAsAuthor(
      app,
      `update opportunities o set stage_id = s.id, closed_on = '2026-03-05', close_value = 1200.50, engaged_on = '2026-03-01'
         from pipeline_stages s where s.pipeline_id = o.pipeline_id and s.kind = 'won' and o.id = $1`,
      [deal.id],
    );
    const { body } = await manager.get('/daily-reports/team?from=2026-03-02&to=2026-03-08').expect(200);
    const row = body.members.find(({ userId }: { userId: string }) => userId === ids['sales.wang']);
    expect(row).toMatchObject({ wonDeals: 1, wonValue: '1200.50', newDeals: 0 });
  });

  it('are wanted as the company has set it, and missed at the hour set, once', async () => {
    const path = '/daily-report-settings';
    expect((await li.get(path).expect(200)).body).toMatchObject({ remindAtHour: 18, dueAtHour: 10 });
    await manager.patch(path).send({ remindAtHour: 20 }).expect(403);
    await admin.patch(path).send({ workdays: [] }).expect(422);
    await admin.patch(path).send({ remindAtHour: 24 }).expect(422);
    const { body: now } = await admin.patch(path).send({ remindAtHour: 20 }).expect(200);
    await admin.patch(path).set('if-match', '"1"').send({ dueAtHour: 9 }).expect(412);
    expect(now).toMatchObject({ remindAtHour: 20, workdays: expect.arrayContaining(['monday', 'friday']) });
    const clock = app.nest.get(Clock);
    const reminders = app.nest.get(ReportReminders);
    const at = (moment: string) => void (clock.now = () => new Date(`${moment}+08:00`));
    const missed = async (who: Caller) => (await told(who, 'daily-report.missing')).length;
    try {
      for (const moment of ['2026-03-04T19:59:00', '2026-03-07T21:00:00']) {
        at(moment);
        await reminders.round();
      }
      expect(await missed(zhao)).toBe(0);
      at(`${DAY}T20:00:00`);
      await Promise.all([reminders.round(), reminders.round()]);
      await reminders.round();
    } finally {
      clock.now = () => new Date();
    }
    expect(await told(zhao, 'daily-report.missing')).toMatchObject([
      { params: { day: DAY }, link: '/daily-reports/write' },
    ]);
    expect(await missed(wang)).toBe(0); // handed in
    expect(await missed(admin)).toBe(0);
  });

  it('come from a file with their own author and day, and change nothing that was read', async () => {
    const csv = [
      '日报日期,跟进人,今日总结,明日计划',
      '2025-05-06,李娜,老系统的日报,继续跟进',
      '2026-03-10,李娜,想改已读的日报,',
    ].join('\n');
    const ended = await importFile(admin, '日报.csv', Buffer.from(csv.replace('跟进人', '负责人')));
    expect(ended.state).toBe('succeeded');
    const { body } = await manager.get(`/daily-reports?q=${encodeURIComponent('老系统')}`).expect(200);
    expect(body.items).toMatchObject([
      {
        day: '2025-05-06',
        authorName: '李娜',
        source: 'imported',
        isLate: false,
        submittedAt: null,
        plan: '继续跟进',
      },
    ]);
    expect(body.items[0].departmentName).toBe('华东销售部');
    const { body: one } = await manager.get(`/daily-reports/${body.items[0].id}`).expect(200);
    expect(one.facts.activities).toEqual({ total: 0, items: [] });
    const { body: kept } = await manager
      .get('/daily-reports?dayFrom=2026-03-10&dayTo=2026-03-10')
      .expect(200);
    expect(kept.items[0].content).toBe('第二版');
    // Nobody hands in for another who may not.
    const own = await importFile(
      wang,
      '日报2.csv',
      Buffer.from('日报日期,负责人,今日总结\n2025-05-07,李娜,冒名\n'),
    );
    expect(own.error).toMatchObject({ code: 'import.nothing' });
    expect(
      (await manager.get(`/daily-reports?q=${encodeURIComponent('冒名')}`).expect(200)).body.items,
    ).toEqual([]);
  });
});
