import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { openMailbox, type Mailbox } from '../../../test/mailbox.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { NoticeDigests } from '../../platform/notifications/notice-digests.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import type { NotificationPreferencesDto } from './notification-preferences.dto.js';

const PATH = '/me/notification-preferences';
const HOUR_MS = 3_600_000;

describe('Being told', () => {
  let app: TestApp;
  let mailbox: Mailbox;
  let li: Caller;
  let liId: string;
  beforeAll(async () => {
    mailbox = await openMailbox();
    app = await startTestApp({
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'crm@example.com',
      PUBLIC_URL: 'https://crm.example.com',
    });
    li = await app.as('sales.li');
    liId = (await li.get('/me').expect(200)).body.id;
    const admin = await app.as('admin');
    await admin.patch(`/users/${liId}`).send({ email: 'li@example.com' }).expect(200);
  });
  afterAll(async () => {
    await app.close();
    await mailbox.close();
  });

  const tell = (count: number, userId = liId) =>
    app.nest.get(UnitOfWork).run(SYSTEM_ACTOR, 'test', (unit) =>
      app.nest.get(Notifications).notify(unit, userId, {
        kind: 'user.handed-over',
        params: { name: '王芳', count },
        link: '/customers',
      }),
    );
  const choose = async (channel: string, caller = li): Promise<NotificationPreferencesDto> =>
    (
      await caller
        .patch(PATH)
        .send({ kinds: [{ kind: 'user.handed-over', channel }] })
        .expect(200)
    ).body;
  const unread = async (): Promise<number> =>
    (await li.get('/notifications/unread-count').expect(200)).body.count;
  const mails = (): number => mailbox.received.length;

  it('is declared by each kind, chosen by each person, and audited', async () => {
    const { body: before } = await li.get(PATH).expect(200);
    expect(before).toMatchObject({ quietFrom: null, quietTo: null, isMailed: true });
    expect(before.kinds).toEqual(
      expect.arrayContaining([
        {
          kind: 'user.handed-over',
          labelZh: '同事的记录移交给我',
          labelEn: expect.any(String),
          channel: 'mail',
          usual: 'mail',
        },
      ]),
    );
    // Who may have no webhooks is not asked about them.
    expect(JSON.stringify(before)).not.toContain('webhook');
    expect((await choose('daily')).kinds).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'user.handed-over', channel: 'daily', usual: 'mail' }),
      ]),
    );
    const log = await app.database.query(
      `select 1 from audit_entries where resource = 'notification-preference' and actor_id = '${liId}'`,
    );
    expect(log).toHaveLength(1);
  });

  it('goes by mail at once, in the language of the person, with the way to switch it off', async () => {
    await choose('mail');
    await tell(3);
    const chinese = await mailbox.next('li@example.com');
    expect(chinese).toContain('王芳 的 3 条记录已移交给您');
    expect(chinese).toContain('https://crm.example.com/customers');
    expect(chinese).toContain('https://crm.example.com/me/notifications');
    await li.patch('/me').send({ locale: 'en' }).expect(200);
    await tell(4);
    expect(await mailbox.next('li@example.com')).toContain('4 records of 王芳 were handed over to you');
    await li.patch('/me').send({ locale: 'zh-CN' }).expect(200);
  });

  it('is only on the screen, or not at all, where she wants it so', async () => {
    const [before, sent] = [await unread(), mails()];
    await choose('in-app');
    await tell(5);
    expect(await unread()).toBe(before + 1);
    await choose('off');
    await tell(6);
    expect(await unread()).toBe(before + 1);
    expect((await app.database.query(`select 1 from mails where state = 'queued'`)).length).toBe(0);
    expect(mails()).toBe(sent);
  });

  it('waits for the end of the quiet hours', async () => {
    await choose('mail');
    const wall = (ms: number) => onCompanyClock(new Date(Date.now() + ms)).slice(11, 16);
    const { body } = await li
      .patch(PATH)
      .send({ quietFrom: wall(-HOUR_MS), quietTo: wall(2 * HOUR_MS) })
      .expect(200);
    expect(body).toMatchObject({ quietFrom: wall(-HOUR_MS), quietTo: wall(2 * HOUR_MS) });
    await tell(7);
    const [queued] = await app.database.query<{ wait: number }>(
      `select extract(epoch from next_attempt_at - now())::float as wait from mails where state = 'queued'`,
    );
    expect(queued!.wait).toBeGreaterThan(1.9 * 3600);
    expect(queued!.wait).toBeLessThan(2.1 * 3600);
    expect(
      (await li.patch(PATH).send({ quietFrom: null, quietTo: null }).expect(200)).body.quietFrom,
    ).toBeNull();
  });

  it('gathers what is still unread into one mail a day, once, however many processes look', async () => {
    await li.post('/notifications/read-all').expect(204);
    await choose('daily');
    await tell(11);
    await tell(12);
    await choose('weekly');
    await tell(13);
    const { body: listed } = await li.get('/notifications?limit=3').expect(200);
    const twelve = listed.items.find((item: { params: { count: number } }) => item.params.count === 12);
    await li.post(`/notifications/${twelve.id}/read`).expect(204);
    const digests = app.nest.get(NoticeDigests);
    const clock = app.nest.get(Clock);
    const real = clock.now.bind(clock);
    // A Sunday: the weekly one waits for Monday.
    const now = new Date();
    const toSunday = (7 - new Date(`${onCompanyClock(now)}Z`).getUTCDay()) % 7;
    const sunday = new Date(now.getTime() + toSunday * 24 * HOUR_MS);
    await app.database.query(`update notifications set created_at = $1 where digest is not null`, [
      new Date(sunday.getTime() - 49 * HOUR_MS),
    ]);
    clock.now = () => sunday;
    await Promise.all([digests.send(), digests.send(), digests.send()]);
    clock.now = real;
    const mail = await mailbox.next('li@example.com');
    expect(mail).toContain('您有 1 条未读通知');
    expect(mail).toContain('王芳 的 11 条记录已移交给您');
    const count = mails();
    clock.now = () => new Date(sunday.getTime() + 48 * HOUR_MS);
    await Promise.all([digests.send(), digests.send()]);
    clock.now = real;
    expect(await mailbox.next('li@example.com')).toContain('王芳 的 13 条记录已移交给您');
    expect(mails()).toBe(count + 1);
  });

  it('refuses what makes no sense, and keys', async () => {
    for (const [body, pointer] of [
      [{ kinds: [{ kind: 'no.such', channel: 'mail' }] }, '/kinds/0/kind'],
      [{ kinds: [{ kind: 'webhook.given-up', channel: 'mail' }] }, '/kinds/0/kind'],
      [{ kinds: [{ kind: 'import.done', channel: 'loud' }] }, '/kinds/0/channel'],
      [{ quietFrom: '22:00' }, '/quietTo'],
      [{ quietFrom: '22:00', quietTo: '22:00' }, '/quietTo'],
      [{ quietFrom: '25:00', quietTo: '07:00' }, '/quietFrom'],
      [{ quietFrom: null, quietTo: '07:00' }, '/quietTo'],
    ] as const)
      expect([body, (await li.patch(PATH).send(body).expect(422)).body.errors[0].pointer]).toEqual([
        body,
        pointer,
      ]);
    await expect(
      app.nest
        .get(UnitOfWork)
        .run(SYSTEM_ACTOR, 'test', (unit) =>
          app.nest.get(Notifications).notify(unit, liId, { kind: 'never.declared' }),
        ),
    ).rejects.toThrow('not declared');
  });
});
