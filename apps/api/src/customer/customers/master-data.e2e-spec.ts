import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile } from '../../../test/imports.js';

const CODE = '91350100M000100Y43';
const BANK = '6222021001012345678';

describe('Master data of customers', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let legal: Caller;
  let admin: Caller;
  const enter = async (fields: Record<string, unknown>, who = li) =>
    (
      await who
        .post('/customers')
        .send({ name: '融氏食品', ...fields })
        .expect(201)
    ).body as {
      id: string;
      version: number;
    };

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao, legal, admin] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'legal', 'admin'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => app.close());

  it('hold a credit code whose check digit fits, stored tidily', async () => {
    const { id } = await enter({ creditCode: '9135 0100 m000 100y43' });
    expect((await li.get(`/customers/${id}`).expect(200)).body.creditCode).toBe(CODE);
    const { body } = await li
      .patch(`/customers/${id}`)
      .send({ creditCode: '91350100M000100Y44' })
      .expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/creditCode', rule: 'creditCode' });
    expect((await li.get(`/customers?q=${CODE.toLowerCase()}`).expect(200)).body.items).toHaveLength(1);
    expect((await li.get(`/customers?creditCode=${CODE}`).expect(200)).body.items).toHaveLength(1);
    await li.patch(`/customers/${id}`).send({ creditCode: null }).expect(200);
    await expect(
      app.database
        .query(`select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "x", "action": "x"}', false);
        update customers set credit_code = '91350100M000100Y44' where id = '${id}'`),
    ).rejects.toThrow('ck_customers_credit_code');
  });

  it('keep a phone as it was typed, and compare it by its digits', async () => {
    const { id } = await enter({ phone: '+86 138-1234-8000', email: 'Info@Rongshi.example' });
    expect((await li.get(`/customers/${id}`)).body.phone).toBe('+86 138-1234-8000');
    const [row] = await app.database.query(`select phone_normal, email_normal from customers where id = $1`, [
      id,
    ]);
    expect(row).toEqual({ phone_normal: '13812348000', email_normal: 'info@rongshi.example' });
    for (const q of ['13812348000', 'rongshi.example'])
      expect((await li.get(`/customers?q=${q}`).expect(200)).body.items).toHaveLength(1);
    const [entry] = await app.database.query(`select after from audit_entries where record_id = $1`, [id]);
    expect(Object.keys(entry!.after as object)).not.toContain('phone_normal');
  });

  it('stand in several classifications at once, which are data, and can be filtered by each', async () => {
    const words = {
      importance: 'key',
      industry: 'food',
      channel: 'direct',
      region: 'east',
      lifeCycle: 'new',
    };
    const { id } = await enter({ name: '多重分类', ...words });
    for (const [field, value] of Object.entries(words)) {
      const { body } = await li.get(`/customers?${field}=${value}`).expect(200);
      expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    }
    for (const field of Object.keys(words)) {
      const { body } = await li
        .patch(`/customers/${id}`)
        .send({ [field]: 'no-such' })
        .expect(422);
      expect(body.errors[0]).toMatchObject({ pointer: `/${field}`, rule: 'choice' });
    }
    await li.patch(`/customers/${id}`).send({ lifeCycle: 'growing' }).expect(200);
    const { body } = await li.get(`/customers/${id}/stage-changes`).expect(200);
    expect(body.items).toMatchObject([
      { aspect: 'life-cycle', before: 'new', after: 'growing', changedByName: '李娜' },
    ]);
  });

  it('come in from a file, and a wrong credit code is named in its row', async () => {
    const csv = [
      '客户名称,统一社会信用代码,行业,生命周期,下次跟进日期',
      '进口一号,91350100m000100y43,食品饮料,成长,2026-12-01',
      '进口二号,91350100M000100Y44,食品饮料,成长,',
    ].join('\n');
    const ended = await importFile(li, 'master.csv', Buffer.from(csv));
    expect(ended.result).toMatchObject({ withProblems: 1 });
    const { body } = await li.get(`/customers?q=${encodeURIComponent('进口')}`).expect(200);
    expect(body.items).toMatchObject([
      {
        name: '进口一号',
        creditCode: CODE,
        industry: 'food',
        lifeCycle: 'growing',
        nextFollowUpOn: '2026-12-01',
      },
    ]);
  });

  it('have addresses with administrative divisions, one of them the usual one', async () => {
    const { id } = await enter({ name: '多地址' });
    const kept = await li
      .put(`/customers/${id}/addresses`)
      .send({
        items: [
          { kind: 'office', divisionCode: '310115', detail: '世纪大道 1 号', isDefault: true },
          { kind: 'delivery', divisionCode: '320583', detail: '长江路 2 号', receiver: '仓库' },
        ],
      })
      .expect(200);
    expect(kept.body.items).toMatchObject([
      { divisionName: '上海市 浦东新区', isDefault: true },
      { divisionName: '江苏省 苏州市 昆山市', isDefault: false },
    ]);
    const [office, delivery] = kept.body.items;
    const { divisionName: _a, ...rest } = delivery;
    const again = await li
      .put(`/customers/${id}/addresses`)
      .send({ items: [{ ...rest, isDefault: true }] })
      .expect(200);
    expect(again.body.items).toMatchObject([{ id: delivery.id, isDefault: true }]);
    expect(again.body.items).not.toContainEqual(expect.objectContaining({ id: office.id }));
    const put = (items: object[], status: number, who = li) =>
      who.put(`/customers/${id}/addresses`).send({ items }).expect(status);
    const wrong = await put([{ kind: 'office', divisionCode: '999999', detail: 'x' }], 422);
    expect(wrong.body.errors[0]).toMatchObject({ pointer: '/items/0/divisionCode' });
    await put([{ kind: 'nowhere', detail: 'x' }], 422);
    await put(
      [
        { kind: 'office', detail: 'x', isDefault: true },
        { kind: 'office', detail: 'y', isDefault: true },
      ],
      422,
    );
    await put([], 404, zhao);
    await put([], 403, legal);
    await li.get(`/customers/${id}/addresses`).expect(200);
    await zhao.get(`/customers/${id}/addresses`).expect(404);
  });

  it('tell divisions level by level, and the places of customers', async () => {
    expect((await li.get('/administrative-divisions').expect(200)).body.items).toHaveLength(34);
    const { body } = await li.get('/administrative-divisions?parent=3205').expect(200);
    expect(body.items).toContainEqual({ code: '320583', name: '昆山市', hasChildren: false });
    await enter({ province: '江苏', city: '苏州' });
    await enter({ province: '江苏', city: '南京' });
    await enter({ province: '江苏', city: '苏州' });
    expect((await li.get('/customer-places').expect(200)).body.items).toEqual([
      { province: '江苏', city: '南京' },
      { province: '江苏', city: '苏州' },
    ]);
  });

  it('hide bank and invoice data from whoever may not see them: everywhere', async () => {
    const { id } = await enter({ name: '开户行' });
    const path = `/customers/${id}/finance`;
    expect((await li.get(path).expect(200)).body).toMatchObject({ version: 0, bankAccount: null });
    const kept = await li
      .put(path)
      .send({ bankName: '工商银行', bankAccount: '6222 0210 0101 2345 678', taxNumber: CODE })
      .expect(200);
    expect(kept.body).toMatchObject({ bankAccount: BANK, version: 1 });
    await li.put(path).set('if-match', '"0"').send({ bankName: '建设银行' }).expect(412);
    expect((await li.put(path).send({ bankName: '建设银行' }).expect(200)).body).toMatchObject({
      bankName: '建设银行',
      bankAccount: BANK,
      version: 2,
    });
    await li.put(path).send({ bankAccount: 'abc' }).expect(422);
    await li.put(path).send({ taxNumber: '1' }).expect(422);
    await legal.get(path).expect(403);
    await legal.put(path).send({}).expect(403);
    await zhao.get(path).expect(404);
    await zhao.put(path).send({}).expect(404);
    // Finance may see it, and changes no customers.
    await (await app.as('finance')).get(path).expect(200);
    await (await app.as('finance')).put(path).send({}).expect(403);
    // Legal gets the log as well: the entries say that something changed, not what.
    const { body } = await admin.get('/roles?code=legal').expect(200);
    await admin
      .patch(`/roles/${body.items[0].id}`)
      .send({ permissions: [...body.items[0].permissions, { code: 'audit:read', scope: 'all' }] })
      .expect(200);
    const log = await legal.get('/audit-entries?resource=customer-finance').expect(200);
    expect(log.body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(log.body)).not.toMatch(/6222|工商|建设|91350100/);
    expect(JSON.stringify((await legal.get(`/customers/${id}`)).body)).not.toMatch(/6222|银行/);
    expect((await li.get(`/customers?q=6222`).expect(200)).body.items).toEqual([]);
  });

  it('become formal by hand, once, with the reason kept', async () => {
    const customer = await enter({ name: '转正' });
    await zhao.post(`/customers/${customer.id}/convert`).send({ reason: 'x' }).expect(404);
    await legal.post(`/customers/${customer.id}/convert`).send({ reason: 'x' }).expect(403);
    await li.post(`/customers/${customer.id}/convert`).send({}).expect(422);
    await li
      .post(`/customers/${customer.id}/convert`)
      .set('if-match', '"9"')
      .send({ reason: 'x' })
      .expect(412);
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        li.post(`/customers/${customer.id}/convert`).send({ reason: `样品合格 ${n}` }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const won = tries.find(({ status }) => status === 200)!;
    expect(won.body).toMatchObject({ stage: 'formal', allowedActions: ['change', 'delete'] });
    const { body } = await li.get(`/customers/${customer.id}/stage-changes`).expect(200);
    expect(body.items).toMatchObject([{ aspect: 'stage', before: 'potential', after: 'formal' }]);
    expect(body.items[0].reason).toMatch(/^样品合格/);
    await zhao.get(`/customers/${customer.id}/stage-changes`).expect(404);
  });

  it('become formal when their first contract takes effect, also when told twice', async () => {
    const { id } = await enter({ name: '首份合同' });
    for (const number of ['HT-1', 'HT-2'])
      await app.database.query(
        `insert into domain_events (name, resource, record_id, payload, audience, actor_id) values ('contract.effective', 'contract', null, $1, '{}', null)`,
        [JSON.stringify({ customerId: id, number })],
      );
    let stage = '';
    for (let round = 0; round < 100 && stage !== 'formal'; round += 1) {
      stage = (await li.get(`/customers/${id}`).expect(200)).body.stage;
      if (stage !== 'formal') await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(stage).toBe('formal');
    const { body } = await li.get(`/customers/${id}/stage-changes`).expect(200);
    expect(body.items).toMatchObject([{ after: 'formal', reason: '首份合同生效：HT-1' }]);
    expect(body.items).toHaveLength(1);
  });
});
