import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { openMailbox, type Mailbox } from '../../../test/mailbox.js';

const tokenIn = (text: string): string => /set-password#(\S+)/.exec(text)![1]!;

async function addInvited(app: TestApp, username: string, email: string | null, roleCode = 'salesperson') {
  const admin = await app.as('admin');
  const [role] = await app.database.query<{ id: string }>(`select id from roles where code = $1`, [roleCode]);
  const { body } = await admin
    .post('/users')
    .send({ username, displayName: '新同事', email, roleIds: [role!.id], firstSignIn: 'invitation' })
    .expect(201);
  return body as {
    id: string;
    state: string;
    temporaryPassword: null;
    invitation: { isMailed: boolean; link: string | null };
  };
}

describe('Invitations and reset links by mail', () => {
  let app: TestApp;
  let admin: Caller;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await openMailbox();
    app = await startTestApp({
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'crm@example.com',
      PUBLIC_URL: 'https://crm.example.com/',
    });
    admin = await app.as('admin');
  });
  afterAll(async () => {
    await app.close();
    await mailbox.close();
  });

  const setPassword = (token: string, newPassword: string) =>
    app.anonymous.post('/auth/set-password').send({ token, newPassword });
  const signIn = (username: string, password: string) =>
    app.anonymous.post('/auth/login').send({ username, password });
  const forget = (account: string) => app.anonymous.post('/auth/forgotten-password').send({ account });

  it('let somebody in who chooses a password of her own', async () => {
    const invited = await addInvited(app, 'xin.ren', 'xin@example.com');
    expect(invited).toMatchObject({
      state: 'invited',
      temporaryPassword: null,
      invitation: { isMailed: true, link: null },
    });
    const mail = await mailbox.next('xin@example.com');
    expect(mail).toContain('xin.ren');
    expect(mail).toContain('https://crm.example.com/set-password#');
    const token = tokenIn(mail);
    const { body: link } = await app.anonymous.post('/auth/link').send({ token }).expect(200);
    expect(link).toMatchObject({ username: 'xin.ren', purpose: 'invitation', minPasswordLength: 10 });
    expect((await setPassword(token, 'short').expect(422)).body.errors[0]).toMatchObject({
      rule: 'passwordTooShort',
    });
    await setPassword(token, 'Bamboo-grove-58').expect(204);
    const signedIn = await signIn('xin.ren', 'Bamboo-grove-58').expect(200);
    expect(signedIn.body.user.mustChangePassword).toBe(false);
    expect((await setPassword(token, 'Another-pond-77').expect(410)).body.code).toBe('auth.link-over');
    expect(
      (
        await admin
          .post('/users/invite')
          .send({ userIds: [invited.id] })
          .expect(409)
      ).body.code,
    ).toBe('record.illegal-action');
  });

  it('are good once, also when fifty use one at the same moment, and end with the next one', async () => {
    const invited = await addInvited(app, 'zai.lai', 'zai@example.com');
    const first = tokenIn(await mailbox.next('zai@example.com'));
    await admin
      .post('/users/invite')
      .send({ userIds: [invited.id] })
      .expect(200);
    const second = tokenIn(await mailbox.next('zai@example.com'));
    await setPassword(first, 'Bamboo-grove-58').expect(410);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => setPassword(second, `Bamboo-grove-${index}x`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(49);
  });

  it('expire', async () => {
    await addInvited(app, 'wan.le', 'wan@example.com');
    const token = tokenIn(await mailbox.next('wan@example.com'));
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      update one_time_links set expires_at = now() - interval '1 second'; commit`);
    await setPassword(token, 'Bamboo-grove-58').expect(410);
  });

  it('replace a forgotten password, end every session, and tell nobody who has an account', async () => {
    await addInvited(app, 'wang.le', 'wang@example.com');
    await setPassword(tokenIn(await mailbox.next('wang@example.com')), 'Bamboo-grove-58').expect(204);
    const old = await app.as('wang.le', 'Bamboo-grove-58');
    const known = await forget('WANG@example.com').expect(202);
    const unknown = await forget('nobody@example.com').expect(202);
    expect(known.body).toEqual(unknown.body);
    const token = tokenIn(await mailbox.next('wang@example.com'));
    expect(mailbox.received.some(({ to }) => to === 'nobody@example.com')).toBe(false);
    expect((await setPassword(token, 'Bamboo-grove-58').expect(422)).body.errors[0].rule).toBe(
      'passwordUsed',
    );
    await setPassword(token, 'Lotus-pond-71').expect(204);
    await old.get('/me').expect(401);
    await signIn('wang.le', 'Bamboo-grove-58').expect(401);
    await signIn('wang.le', 'Lotus-pond-71').expect(200);
  });

  it('come three an hour and not more, and end when the person is disabled', async () => {
    const invited = await addInvited(app, 'duo.ci', 'duo@example.com');
    await setPassword(tokenIn(await mailbox.next('duo@example.com')), 'Bamboo-grove-58').expect(204);
    await Promise.all(Array.from({ length: 8 }, () => forget('duo.ci')));
    const last = tokenIn(await mailbox.next('duo@example.com'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mailbox.received.filter(({ to }) => to === 'duo@example.com')).toHaveLength(4);
    await admin.post(`/users/${invited.id}/disable`).expect(200);
    await setPassword(last, 'Lotus-pond-71').expect(410);
    await forget('duo.ci').expect(202);
    expect(mailbox.received.filter(({ to }) => to === 'duo@example.com')).toHaveLength(4);
  });

  it('are kept sealed until they are out, and tried again when the server is away', async () => {
    mailbox.refuseWith(451);
    await addInvited(app, 'man.le', 'man@example.com');
    const stored = async () =>
      (
        await app.database.query<{
          state: string;
          attempts: number;
          sealed_content: string | null;
          problem: string | null;
        }>(`select state, attempts, sealed_content, problem from mails where recipient = 'man@example.com'`)
      )[0]!;
    for (let tries = 0; tries < 100 && !(await stored()).problem; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await stored()).toMatchObject({ state: 'queued', attempts: 1 });
    expect((await stored()).sealed_content).not.toContain('set-password');
    mailbox.refuseWith(undefined);
    await app.database.query(`update mails set next_attempt_at = now() where recipient = 'man@example.com'`);
    await addInvited(app, 'hou.lai', 'hou@example.com');
    expect(await mailbox.next('man@example.com')).toContain('man.le');
    for (let tries = 0; tries < 100 && (await stored()).state !== 'sent'; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await stored()).toMatchObject({ state: 'sent', sealed_content: null });
  });

  it('are given up when the server refuses for good', async () => {
    mailbox.refuseWith(550);
    await addInvited(app, 'bu.shou', 'bu@example.com');
    const state = async () =>
      (
        await app.database.query<{ state: string }>(
          `select state from mails where recipient = 'bu@example.com'`,
        )
      )[0]!.state;
    for (let tries = 0; tries < 100 && (await state()) === 'queued'; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await state()).toBe('failed');
    mailbox.refuseWith(undefined);
  });

  it('are nothing a salesperson can make', async () => {
    const invited = await addInvited(app, 'mu.biao', null);
    const salesperson = await app.as('sales.li');
    await salesperson
      .post('/users/invite')
      .send({ userIds: [invited.id] })
      .expect(403);
    for (const token of ['', 'x', "' or 1=1 --", 'a'.repeat(100)]) {
      expect([410, 422]).toContain((await app.anonymous.post('/auth/link').send({ token })).status);
    }
  });
});

describe('Without a mail server', () => {
  it('links are shown to the administrator, once, and nothing pretends to have been mailed', async () => {
    const app = await startTestApp();
    expect((await app.anonymous.get('/auth/info').expect(200)).body).toMatchObject({ canResetByMail: false });
    const { invitation } = await addInvited(app, 'shou.gong', 'shou@example.com');
    expect(invitation).toMatchObject({ isMailed: false, link: expect.stringContaining('/set-password#') });
    await app.anonymous
      .post('/auth/set-password')
      .send({ token: tokenIn(invitation.link!), newPassword: 'Bamboo-grove-58' })
      .expect(204);
    await app.anonymous
      .post('/auth/login')
      .send({ username: 'shou.gong', password: 'Bamboo-grove-58' })
      .expect(200);
    await app.anonymous.post('/auth/forgotten-password').send({ account: 'shou.gong' }).expect(202);
    const [links] = await app.database.query<{ count: number }>(
      `select count(*)::int as count from one_time_links where purpose = 'password-reset'`,
    );
    expect(links!.count).toBe(0);
    await app.close();
  });
});
