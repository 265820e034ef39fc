import { Clock } from '../../platform/clock/clock.js';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { AppointmentReminders } from './appointment-reminders.js';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly day: string | null;
  readonly startsAt: string | null;
  readonly isDone: boolean;
  readonly version: number;
  readonly allowedActions: string[];
}

describe('Calendar', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let manager: Caller;
  let legal: Caller;
  let customer: { id: string };
  const ids: Record<string, string> = {};

  const plan = async (fields: object, who = li) =>
    (
      await who
        .post('/appointments')
        .send({ customerId: customer.id, startsAt: '2027-03-02T02:00:00Z', ...fields })
        .expect(201)
    ).body as { id: string; version: number; endsAt: string; assigneeId: string };
  const calendar = async (query: string, who = li): Promise<Entry[]> =>
    (await who.get(`/calendar?${query}`).expect(200)).body.items;
  const told = async (kind: string) =>
    (await li.get('/notifications').expect(200)).body.items.filter(
      (item: { kind: string }) => item.kind === kind,
    );

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao, manager, legal] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'manager.east', 'legal'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller, Caller];
    customer = (await li.post('/customers').send({ name: '融氏食品' }).expect(201)).body;
    for (const row of await app.database.query<{ id: string; username: string }>(
      `select id, username from users`,
    ))
      ids[row.username] = row.id;
  });
  afterAll(() => app.close());

  it('takes a plan, which is no contact yet; done, it is an activity with a next step', async () => {
    const visit = await plan({ kind: 'visit', startsAt: '2026-03-02T02:00:00Z', subject: '送样' });
    expect(visit).toMatchObject({
      endsAt: '2026-03-02T03:00:00.000Z',
      state: 'planned',
      assigneeName: '李娜',
      customerName: '融氏食品',
      allowedActions: ['change', 'complete', 'delete'],
    });
    const seen = async () => (await li.get(`/customers/${customer.id}`).expect(200)).body;
    expect(await seen()).toMatchObject({ lastContactAt: null, nextFollowUpOn: null });

    const result = { content: '样品合格', nextStep: '报价', nextStepOn: '2026-03-09' };
    await li.post(`/appointments/${visit.id}/complete`).send({ nextStepOn: 'soon' }).expect(422);
    const tries = await Promise.all(
      [1, 2].map(() => li.post(`/appointments/${visit.id}/complete`).send(result)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body: done } = await li.get(`/appointments/${visit.id}`).expect(200);
    expect(done).toMatchObject({ state: 'done', allowedActions: ['delete'] });
    const { body: activity } = await li.get(`/activities/${done.activityId}`).expect(200);
    expect(activity).toMatchObject({ kind: 'visit', subject: '送样', durationMinutes: 60, ...result });
    expect(await seen()).toMatchObject({ nextFollowUpOn: '2026-03-09' });
    expect(new Date((await seen()).lastContactAt).toISOString()).toBe('2026-03-02T02:00:00.000Z');
    await li.patch(`/appointments/${visit.id}`).send({ subject: 'x' }).expect(409);

    // One thing, one entry; and the next step stands on its day.
    const entries = await calendar('dayFrom=2026-03-02&dayTo=2026-03-09');
    expect(entries.map(({ kind, isDone, day }) => [kind, isDone, day])).toEqual([
      ['appointment', true, null],
      ['follow-up', false, '2026-03-09'],
    ]);
    expect(entries.map(({ allowedActions }) => allowedActions)).toEqual([[], ['move']]);
  });

  it('moves, keeps the length, and tells who comes second', async () => {
    const { id } = await plan({ endsAt: '2027-03-02T03:30:00Z' });
    const move = (version: number, startsAt: string) =>
      li.patch(`/appointments/${id}`).set('if-match', `"${version}"`).send({ startsAt });
    const { body } = await move(1, '2027-03-03T06:00:00Z').expect(200);
    expect(body).toMatchObject({ endsAt: '2027-03-03T07:30:00.000Z', version: 2 });
    expect((await move(1, '2027-03-04T06:00:00Z').expect(412)).body.code).toBe('record.stale');
    const longer = await li.patch(`/appointments/${id}`).send({ endsAt: '2027-03-03T09:00:00Z' }).expect(200);
    expect(longer.body).toMatchObject({
      startsAt: '2027-03-03T06:00:00.000Z',
      endsAt: '2027-03-03T09:00:00.000Z',
    });
    await li.delete(`/appointments/${id}`).set('if-match', '"1"').expect(412);
    await li.delete(`/appointments/${id}`).expect(204);
    await li.get(`/appointments/${id}`).expect(404);
    expect(await calendar('dayFrom=2027-03-01&dayTo=2027-03-05&kind=appointment')).toEqual([]);
  });

  it('has the days of the company’s clock: half past eleven at night is still that day', async () => {
    const late = await plan({ startsAt: '2027-05-01T15:30:00Z', endsAt: '2027-05-01T15:45:00Z' });
    const fair = await plan({
      startsAt: '2027-05-20T01:00:00Z',
      endsAt: '2027-05-24T09:00:00Z',
      subject: '展会',
    });
    const on = async (from: string, to = from) =>
      (await calendar(`dayFrom=${from}&dayTo=${to}&kind=appointment`)).map(({ id }) => id);
    expect(await on('2027-05-01')).toEqual([late.id]);
    expect(await on('2027-05-02')).toEqual([]);
    expect(await on('2027-05-23')).toEqual([fair.id]);
    expect(await on('2027-05-25')).toEqual([]);
    expect(await on('2027-05-01', '2027-06-01')).toEqual([late.id, fair.id]);
  });

  it('shows tasks, follow-ups and closings of the day, and what was done without a plan', async () => {
    const day = '2027-07-01';
    await li.post('/tasks').send({ title: '寄样品', dueOn: day, priority: 'high' }).expect(201);
    await li.post('/customers').send({ name: '乙', nextFollowUpOn: day }).expect(201);
    await li
      .post('/opportunities')
      .send({ name: '年度采购', customerId: customer.id, expectedCloseOn: day })
      .expect(201);
    await li
      .post('/activities')
      .send({ customerId: customer.id, occurredAt: `${day}T02:00:00Z` })
      .expect(201);
    const entries = await calendar(`dayFrom=${day}&dayTo=${day}`);
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['activity', 'closing', 'follow-up', 'task']);
    const movable = entries.filter(({ allowedActions }) => allowedActions.includes('move'));
    expect(movable.map(({ kind }) => kind).sort()).toEqual(['closing', 'follow-up', 'task']);
    // The version of the entry is the record's.
    const closing = entries.find(({ kind }) => kind === 'closing')!;
    const change = (version: number) =>
      li
        .patch(`/opportunities/${closing.id}`)
        .set('if-match', `"${version}"`)
        .send({ expectedCloseOn: '2027-07-02' });
    await change(closing.version).expect(200);
    await change(closing.version).expect(412);
  });

  it('is seen by its owner and whoever leads her, and by no colleague', async () => {
    const { id } = await plan({ startsAt: '2027-08-03T02:00:00Z' });
    const week = `dayFrom=2027-08-02&dayTo=2027-08-08&ownerId=${ids['sales.li']}`;
    expect((await calendar(week, manager)).map((entry) => entry.id)).toEqual([id]);
    expect(await calendar(week, zhao)).toEqual([]);
    expect(await calendar('dayFrom=2027-08-02&dayTo=2027-08-08', manager)).toEqual([]);
    const path = `/appointments/${id}`;
    await zhao.get(path).expect(404);
    await zhao.patch(path).send({ subject: 'x' }).expect(404);
    await zhao.post(`${path}/complete`).send({}).expect(404);
    await zhao.delete(path).expect(404);
    expect((await zhao.get('/appointments').expect(200)).body.items).toEqual([]);
    await legal.get(`/calendar?${week}`).expect(403);
    await legal.post('/appointments').send({}).expect(403);

    await manager.patch(path).send({ subject: '带上报价' }).expect(200);
    const theirs = await plan({ startsAt: '2027-08-04T02:00:00Z', assigneeId: ids['sales.li'] }, manager);
    expect(theirs.assigneeId).toBe(ids['sales.li']);
    expect((await told('appointment.planned'))[0].params).toMatchObject({
      title: '融氏食品',
      at: '2027-08-04 10:00',
    });
    // Done on her behalf, it is hers.
    const { body: done } = await manager.post(`/appointments/${theirs.id}/complete`).send({}).expect(200);
    const { body: activity } = await manager.get(`/activities/${done.activityId}`).expect(200);
    expect(activity.authorId).toBe(ids['sales.li']);
  });

  it('refuses what is wrong, and says where', async () => {
    const { body: stranger } = await zhao.post('/customers').send({ name: '别人的' }).expect(201);
    const wrong = async (fields: object, pointer: string) => {
      const sent = { customerId: customer.id, startsAt: '2027-03-02T02:00:00Z', ...fields };
      const { body } = await li.post('/appointments').send(sent).expect(422);
      expect(body.errors[0].pointer).toBe(pointer);
    };
    await wrong({ customerId: stranger.id }, '/customerId');
    await wrong({ contactId: stranger.id }, '/contactId');
    await wrong({ assigneeId: ids['sales.zhao'] }, '/assigneeId');
    await wrong({ kind: 'fax' }, '/kind');
    await wrong({ endsAt: '2027-03-02T02:00:00Z' }, '/endsAt');
    await wrong({ endsAt: '2027-05-02T02:00:00Z' }, '/endsAt');
    await wrong({ remindMinutes: 2000 }, '/remindMinutes');
    await wrong({ customerId: null }, '/subject');
    await wrong({ startsAt: 'tomorrow' }, '/startsAt');
    const many = Array.from({ length: 21 }, () => `ownerId=${customer.id}`).join('&');
    for (const [query, pointer] of [
      ['dayTo=2027-01-01', 'dayFrom'],
      ['dayFrom=2027-01-01', 'dayTo'],
      ['dayFrom=2027-01-01&dayTo=2027-04-01', 'dayTo'],
      ['dayFrom=2027-01-02&dayTo=2027-01-01', 'dayTo'],
      ['dayFrom=2027-01-01&dayTo=2027-01-02&kind=rumour', 'kind'],
      [`dayFrom=2027-01-01&dayTo=2027-01-02&${many}`, 'ownerId'],
    ])
      expect((await li.get(`/calendar?${query}`).expect(422)).body.errors[0].pointer).toBe(pointer);
  });

  it('reminds once, as long before as was asked; moved, once more', async () => {
    const { id } = await plan({ startsAt: '2028-01-10T02:00:00Z', remindMinutes: 30, subject: '验货' });
    const clock = app.nest.get(Clock);
    const reminders = app.nest.get(AppointmentReminders);
    const at = async (instant: string) => {
      clock.now = () => new Date(instant);
      await Promise.all([reminders.round(), reminders.round()]);
      clock.now = () => new Date();
      return (await told('appointment.soon')).length;
    };
    expect(await at('2028-01-10T01:29:00Z')).toBe(0);
    expect(await at('2028-01-10T01:30:00Z')).toBe(1);
    expect(await at('2028-01-10T01:31:00Z')).toBe(1);
    expect((await told('appointment.soon'))[0]).toMatchObject({
      params: { title: '验货', at: '10:00' },
      link: `/calendar?open=${id}`,
    });
    await li.patch(`/appointments/${id}`).send({ startsAt: '2028-01-11T02:00:00Z' }).expect(200);
    expect(await at('2028-01-10T01:32:00Z')).toBe(1);
    expect(await at('2028-01-11T01:45:00Z')).toBe(2);
  });
});
