import iconv from 'iconv-lite';
import { startTestApp, type TestApp } from '../../test/app.js';
import { step, upload } from '../../test/imports.js';

/** As a salesperson keeps it: a title, a running number, two contacts a firm, empty lines, a sum at the end. */
const OWN_LIST = `2026年客户通讯录,,,,,,,,,,
序号,单位全称,联系人1,电话1,联系人2,电话2,座机,省市区,*公司地址（必填）,客户级别,备注说明
1,湖州永昌机械有限公司,王建国,138 1234 5678,李会计,13912345678,0572-2123456,浙江省湖州市吴兴区,富民路18号,A,月结
,,,,,,,,,,
2,嘉兴恒大化工厂,张敏,13800001111,,,(0573)82123456,浙江-嘉兴-南湖,中环路1号,超级大客户,
合计,2家,,,,,,,,,
`;
/** As a bookkeeping program gives it out. */
const BOOKKEEPING = `客户代码,客户全称,税号,开户行,银行账号,联系人,移动电话,电话,专营业务员
01.001,宁波东方贸易有限公司,91330200ma2812345x,中国银行宁波分行,6217 0012 3456 7890 123,赵强,13566667777,0574-87654321,李娜
`;

describe('Lists of customers as people have them', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('her own: what is what is recognised, the sum is no customer, unknown words may be left empty', async () => {
    const li = await app.as('sales.li');
    const begun = await upload(li, '通讯录.csv', Buffer.from(OWN_LIST));
    const whole = begun.mapping.filter(({ rule }) => rule === 'as-is');
    expect(Object.fromEntries(whole.map(({ column, field }) => [column, field]))).toEqual({
      单位全称: 'customer.name',
      联系人1: 'contact.name',
      电话1: 'contact.phone',
      联系人2: 'contact-2.name',
      电话2: 'contact-2.phone',
      座机: 'customer.phone',
      '*公司地址（必填）': 'customer.address',
      客户级别: 'customer.importance',
      备注说明: 'customer.note',
    });
    expect((await step(li, begun.id, 'check')).result).toMatchObject({
      rows: 3,
      withProblems: 2,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'total-row', count: 1 })]),
    });
    await li
      .patch(`/imports/${begun.id}`)
      .send({ options: { aliases: { 'customer.importance': { 超级大客户: '' } } } })
      .expect(200);
    const { result } = await step(li, begun.id, 'run');
    expect(result).toMatchObject({ withProblems: 1 });
    const { body } = await li.get('/customers?sort=name').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        name: '湖州永昌机械有限公司',
        phone: '0572-2123456',
        importance: 'a',
        province: '浙江',
        city: '湖州',
      }),
      expect.objectContaining({ name: '嘉兴恒大化工厂', importance: null, city: '嘉兴' }),
    ]);
  });

  it('of a bookkeeping program: bank and tax number go where few may see them', async () => {
    const manager = await app.as('manager.east');
    const begun = await upload(manager, '客户.csv', iconv.encode(BOOKKEEPING, 'gbk'));
    expect(begun.resources).toEqual(['owner', 'customer', 'customer-finance', 'contact']);
    expect((await step(manager, begun.id, 'run')).result).toMatchObject({ withProblems: 0 });
    const { body } = await manager.get('/customers?q=宁波东方').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ number: '01.001', ownerName: '李娜' })]);
    const { id } = body.items[0];
    expect((await manager.get(`/customers/${id}/finance`).expect(200)).body).toMatchObject({
      taxNumber: '91330200MA2812345X',
      bankName: '中国银行宁波分行',
      bankAccount: '6217001234567890123',
    });
    // Who may not change it cannot bring it in, and is not offered to.
    const planner = await app.as('service.lead');
    await planner.get(`/customers/${id}/finance`).expect(403);
    await step(manager, begun.id, 'undo');
    expect((await manager.get('/customers?q=宁波东方').expect(200)).body.items).toEqual([]);
  });

  it('bank data of a customer beyond her reach are refused', async () => {
    const zhao = await app.as('sales.zhao');
    const { body: own } = await zhao.post('/customers').send({ name: '西部客户一' }).expect(201);
    const li = await app.as('sales.li');
    const begun = await upload(
      li,
      '账号.csv',
      Buffer.from(`客户编号,银行账号\n${own.number},6222020200001234567\n`),
    );
    expect((await step(li, begun.id, 'check')).result).toMatchObject({ rows: 1, withProblems: 1 });
    expect((await zhao.get(`/customers/${own.id}/finance`).expect(200)).body.bankAccount).toBeNull();
  });
});
