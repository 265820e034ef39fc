import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile } from '../../../test/imports.js';

interface Contact {
  id: string;
  version: number;
  name: string;
  consents: { channel: string; state: string; decidedOn: string; source: string | null }[];
}

const DAY_MS = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(4, 10);

describe('Contacts', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let legal: Caller;
  let home: { id: string; name: string };
  let other: { id: string };

  const customer = async (name: string, who = li) =>
    (await who.post('/customers').send({ name }).expect(201)).body as { id: string; name: string };
  const enter = async (fields: object, who = li) =>
    (
      await who
        .post('/contacts')
        .send({ customerId: home.id, ...fields })
        .expect(201)
    ).body as Contact;
  const names = async (query: string, who = li) =>
    (await who.get(`/contacts?sort=name&${query}`).expect(200)).body.items.map(
      ({ name }: Contact) => name,
    ) as string[];

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao, legal] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'legal'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller];
    home = await customer('融氏食品');
    other = await customer('东方化工');
  });
  afterAll(() => app.close());

  it('are entered with their part in the decision, ways of reaching and what they allow', async () => {
    const made = await enter({
      name: '张伟',
      title: '采购总监',
      department: '供应链部',
      role: 'decision-maker',
      influence: 'high',
      phone: '+86 138 1234 8000',
      wechatId: 'zhangwei88',
      preferredChannel: 'wechat',
      birthday: '1985-06-18',
      consents: [
        { channel: 'call', state: 'allowed', source: '展会登记表', decidedOn: '2026-03-01' },
        { channel: 'sms', state: 'refused' },
      ],
    });
    expect(made).toMatchObject({
      role: 'decision-maker',
      influence: 'high',
      department: '供应链部',
      birthday: '1985-06-18',
      state: 'active',
      leftOn: null,
      consentCall: 'allowed',
      consentSms: 'refused',
      consentWechat: null,
      ownerName: '李娜',
      allowedActions: ['change', 'move', 'delete'],
    });
    expect(made.consents).toMatchObject([
      { channel: 'call', state: 'allowed', decidedOn: '2026-03-01', source: '展会登记表' },
      { channel: 'sms', state: 'refused', source: null },
    ]);
    // Found by what people know of him, the number in any writing.
    for (const q of ['13812348000', 'zhangwei', '供应链', 'zw'])
      expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(['张伟']);
    const { body: changed } = await li
      .patch(`/contacts/${made.id}`)
      .send({
        consents: [
          { channel: 'call', state: 'not-asked' },
          { channel: 'wechat', state: 'allowed', source: '微信回复' },
        ],
      })
      .expect(200);
    expect(changed).toMatchObject({ consentCall: null, consentWechat: 'allowed', consentSms: 'refused' });
    const trail = await app.database.query<{ operation: string }>(
      `select operation from audit_entries where resource = 'contact-consent' and coalesce(after, before) ->> 'contact_id' = $1 order by id`,
      [made.id],
    );
    expect(trail.map(({ operation }) => operation)).toEqual(['insert', 'insert', 'delete', 'insert']);
  });

  it('are filtered by part, influence, consent and state, sorted and counted', async () => {
    await enter({
      name: '李雷',
      role: 'user',
      influence: 'low',
      consents: [{ channel: 'call', state: 'refused' }],
    });
    expect(await names('role=decision-maker&role=user')).toEqual(['李雷', '张伟']);
    expect(await names('influence=low')).toEqual(['李雷']);
    expect(await names('allows=wechat')).toEqual(['张伟']);
    expect(await names('refuses=call&refuses=sms')).toEqual(['李雷', '张伟']);
    expect((await li.get('/contacts/count?role=user').expect(200)).body).toEqual({ count: 1, exact: true });
    await li.get('/contacts?role=king').expect(422);
    expect(await names('role=user', zhao)).toEqual([]);
  });

  it('leave the firm on a day, and may come back', async () => {
    const { id } = await enter({ name: '王芳' });
    const path = `/contacts/${id}`;
    const { body: left } = await li.patch(path).send({ state: 'left', leftOn: '2026-05-01' }).expect(200);
    expect(left).toMatchObject({ state: 'left', leftOn: '2026-05-01' });
    expect(await names('state=left')).toEqual(['王芳']);
    expect((await li.patch(path).send({ state: 'active' }).expect(200)).body).toMatchObject({
      state: 'active',
      leftOn: null,
    });
    const { body: today } = await li.patch(path).send({ state: 'left' }).expect(200);
    expect(today.leftOn.slice(4)).toBe(inDays(0));
    expect(await enter({ name: '已走', leftOn: '2025-01-01' })).toMatchObject({ state: 'left' });
  });

  it('have birthdays that come back every year', async () => {
    const day = (days: number) => {
      const key = inDays(days);
      return key === '-02-29' ? '1988-02-29' : `1987${key}`;
    };
    await enter({ name: '今天生日', birthday: day(0) });
    await enter({ name: '下周生日', birthday: day(7) });
    await enter({ name: '以后生日', birthday: day(40) });
    expect(await names('birthdayWithin=0')).toEqual(['今天生日']);
    expect((await names('birthdayWithin=7')).sort()).toEqual(['下周生日', '今天生日']);
    expect(await names('birthdayWithin=366')).toEqual(expect.arrayContaining(['以后生日', '张伟']));
    expect(await names('birthdayWithin=-5')).toEqual([]);
    // In a year without one the 29th of February is the 28th.
    const leap = await app.database.query<{ keys: number[] }>(`select birthdays_within(array[366]) as keys`);
    expect(leap[0]!.keys).toEqual(expect.arrayContaining([229]));
  });

  it('refuse what cannot be', async () => {
    const wrong = async (fields: object, pointer: string) => {
      const { body } = await li
        .post('/contacts')
        .send({ customerId: home.id, name: '错', ...fields })
        .expect(422);
      expect(body.errors[0].pointer).toContain(pointer);
    };
    await wrong({ role: 'king' }, '/role');
    await wrong({ influence: 'huge' }, '/influence');
    await wrong({ birthday: '2999-01-01' }, '/birthday');
    await wrong({ birthday: '1850-01-01' }, '/birthday');
    await wrong({ wechatId: '138****8000' }, '/wechatId');
    await wrong({ consents: [{ channel: 'call', state: 'allowed' }] }, '/consents');
    await wrong({ consents: [{ channel: 'pigeon', state: 'allowed', source: 'x' }] }, '/consents');
    await legal.post('/contacts').send({ customerId: home.id, name: '错' }).expect(403);
    await zhao.post('/contacts').send({ customerId: home.id, name: '错' }).expect(404);
  });

  it('come from a file and go into one with all of it', async () => {
    const admin = await app.as('admin');
    const csv = [
      '客户名称,联系人,决策角色,影响力,联系人部门,微信号,首选联系方式,联系人生日,离职日期,允许电话,允许微信',
      '融氏食品,周杰,把关人,高,质检部,zhoujie,微信,1979-02-28,,是,拒绝',
      '融氏食品,张伟,,,,,,,,允许,拒绝',
      '融氏食品,早走,,,,,,,2024-03-01,,',
      '融氏食品,未来,,,,,,2999-01-01,,,',
    ].join('\n');
    const ended = await importFile(admin, 'contacts.csv', Buffer.from(csv));
    expect(ended).toMatchObject({ state: 'succeeded', result: { withProblems: 1 } });
    const { body } = await li.get(`/contacts?q=${encodeURIComponent('周杰')}`).expect(200);
    expect(body.items).toMatchObject([
      {
        role: 'gatekeeper',
        influence: 'high',
        department: '质检部',
        preferredChannel: 'wechat',
        birthday: '1979-02-28',
        state: 'active',
        consentCall: 'allowed',
        consentWechat: 'refused',
      },
    ]);
    // A file does not take back what somebody said herself.
    const { body: zhang } = await li.get(`/contacts?q=${encodeURIComponent('张伟')}`).expect(200);
    expect(zhang.items).toMatchObject([
      { role: 'decision-maker', consentCall: 'allowed', consentWechat: 'allowed' },
    ]);
    const { body: gone } = await li.get(`/contacts?q=${encodeURIComponent('早走')}`).expect(200);
    expect(gone.items).toMatchObject([{ state: 'left', leftOn: '2024-03-01' }]);
  });

  describe('who move to another customer', () => {
    const deal = async (fields: object, who = li) =>
      (
        await who
          .post('/opportunities')
          .send({ name: '年度采购', customerId: home.id, ...fields })
          .expect(201)
      ).body as { id: string; name: string; version: number };
    const moves = async (id: string) =>
      (await li.get(`/customers/${id}/timeline?kind=contact-move`).expect(200)).body.items as object[];

    it('stand in no open deal of the one before, and leave their history there', async () => {
      const contact = await enter({ name: '赵敏', isPrimary: true });
      const path = `/contacts/${contact.id}/move`;
      await li
        .post('/activities')
        .send({ customerId: home.id, contactId: contact.id, content: '谈价' })
        .expect(201);
      const open = await deal({ primaryContactId: contact.id });
      const lost = await deal({ name: '去年的', primaryContactId: contact.id });
      await li.post(`/opportunities/${lost.id}/lose`).send({ lossReason: 'price' }).expect(200);

      const { body: refusal } = await li.post(path).send({ customerId: other.id }).expect(409);
      expect(refusal).toMatchObject({
        code: 'contacts.open-deals',
        params: { count: 1, hidden: 0 },
      });
      expect(refusal.params.deals).toEqual([{ id: open.id, name: '年度采购' }]);
      await li
        .post(path)
        .set('if-match', '"9"')
        .send({ customerId: other.id, openDeals: 'detach' })
        .expect(412);
      const { body: moved } = await li
        .post(path)
        .send({ customerId: other.id, openDeals: 'detach', reason: '跳槽' })
        .expect(200);
      expect(moved).toMatchObject({ customerId: other.id, customerName: '东方化工', isPrimary: false });
      expect((await li.get(`/opportunities/${open.id}`).expect(200)).body).toMatchObject({
        primaryContactId: null,
        version: open.version + 1,
      });
      // A deal that is over goes on naming who it was, until it is taken up again.
      expect((await li.get(`/opportunities/${lost.id}`).expect(200)).body.primaryContactName).toBe('赵敏');
      await (
        await app.as('manager.east')
      )
        .post(`/opportunities/${lost.id}/reopen`)
        .send({ reason: '又来询价' })
        .expect(200);
      expect((await li.get(`/opportunities/${lost.id}`).expect(200)).body.primaryContactId).toBeNull();
      const { body: kept } = await li.get(`/activities?customerId=${home.id}`).expect(200);
      expect(kept.items).toMatchObject([{ contactName: '赵敏', content: '谈价' }]);
      expect(await moves(home.id)).toMatchObject([
        { what: 'went', title: '赵敏', text: '跳槽', with: '东方化工' },
      ]);
      expect(await moves(other.id)).toMatchObject([
        { what: 'came', title: '赵敏', with: '融氏食品', personName: '李娜' },
      ]);
      const events = await app.database.query(
        `select payload from domain_events where name = 'contact.moved' and record_id = $1 order by id`,
        [contact.id],
      );
      expect(events).toMatchObject([
        { payload: { fromCustomerId: home.id } },
        { payload: { toCustomerId: other.id } },
      ]);
    });

    it('go only where the caller may change both, and take off only deals that are the caller’s', async () => {
      const far = await customer('西部煤业', zhao);
      const contact = await enter({ name: '钱多' });
      const path = `/contacts/${contact.id}/move`;
      for (const customerId of [far.id, home.id, contact.id]) {
        const { body } = await li.post(path).send({ customerId }).expect(422);
        expect(body.errors[0].pointer).toBe('/customerId');
      }
      await zhao.post(path).send({ customerId: far.id }).expect(404);
      await legal.post(path).send({ customerId: other.id }).expect(403);
      await li.post(path).send({ customerId: other.id, openDeals: 'ignore' }).expect(422);
      const admin = await app.as('admin');
      const { body: zhaoMe } = await zhao.get('/me').expect(200);
      await deal({ name: '赵的单', primaryContactId: contact.id, ownerId: zhaoMe.id }, admin);
      const { body: hidden } = await li.post(path).send({ customerId: other.id }).expect(409);
      expect(hidden).toMatchObject({ code: 'contacts.open-deals', params: { deals: [], hidden: 1 } });
      expect(JSON.stringify(hidden)).not.toContain('赵的单');
      await li.post(path).send({ customerId: other.id, openDeals: 'detach' }).expect(409);
      // The other customer's name is not said to whom it does not belong.
      await admin.post(path).send({ customerId: far.id, openDeals: 'detach' }).expect(200);
      expect((await moves(home.id))[0]).toMatchObject({ what: 'went', title: '钱多', with: null });
    });

    it('are held by the database while a deal takes them: one of the two gives way', async () => {
      const contact = await enter({ name: '孙快' });
      const outcomes = await Promise.all([
        ...[1, 2, 3, 4].map((n) =>
          li
            .post('/opportunities')
            .send({ name: `抢 ${n}`, customerId: home.id, primaryContactId: contact.id }),
        ),
        li.post(`/contacts/${contact.id}/move`).send({ customerId: other.id }),
      ]);
      expect(outcomes.every(({ status }) => [200, 201, 409, 422].includes(status))).toBe(true);
      const wrong = await app.database.query(
        `select 1 from opportunities o join contacts k on k.id = o.primary_contact_id where o.state = 'open' and k.customer_id <> o.customer_id`,
      );
      expect(wrong).toEqual([]);
    });
  });
});
