import iconv from 'iconv-lite';
import * as xlsx from 'xlsx';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { setAsAuthor } from '../../../test/author.js';
import { importFile, step, upload, type BegunImport } from '../../../test/imports.js';

const workbook = (
  rows: unknown[][],
  bookType: 'xlsx' | 'biff8' = 'xlsx',
  merges: xlsx.Range[] = [],
): Buffer => {
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges;
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, '客户');
  return xlsx.write(book, { type: 'buffer', bookType }) as Buffer;
};
const filled = ({ mapping }: BegunImport): Record<string, string> =>
  Object.fromEntries(mapping.map(({ field, column }) => [field, column]));

describe('Lists as small firms keep them', () => {
  let app: TestApp;
  let li: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    li = await app.as('sales.li');
  });
  afterAll(() => app.close());

  it('her own workbook: titles, two contacts a row, place in one column, sums at the foot', async () => {
    const content = workbook(
      [
        ['苏州明达五金有限公司 客户资料表'],
        ['制表：张会计', '', '', '', '', '', '', '单位：元'],
        [
          '序号',
          '客户名称*',
          '省市区',
          '联系人1',
          '电话1',
          '联系人2',
          '电话2',
          '固定电话（含区号）',
          '客户等级',
          '备注',
          '业务员',
        ],
        [
          1,
          '恒泰机械',
          '江苏省苏州市吴中区',
          '王建国',
          '139 1234 5678',
          '李小红',
          '13812345679',
          '0512-6285 1234',
          'A',
          '老客户\n月结30天',
          '李娜',
        ],
        [],
        [
          2,
          '宏图贸易',
          '上海市浦东新区',
          '陈静',
          '13612345682',
          '',
          '',
          '021-58881234、021-58881235',
          'b',
          '',
          '李娜',
        ],
        [3, '恒泰机械', '江苏苏州', '李小红', '13812345679', '王建国', '', '', '', '', '李娜'],
        ['合计', '', '', '', '', '', '', '', '', '', ''],
      ],
      'xlsx',
      [{ s: { r: 0, c: 0 }, e: { r: 0, c: 10 } }],
    );
    const begun = await upload(li, '客户资料表.xlsx', content);
    expect(filled(begun)).toEqual({
      'owner.name': '业务员',
      'customer.name': '客户名称*',
      'customer.province': '省市区',
      'customer.city': '省市区',
      'customer.phone': '固定电话（含区号）',
      'customer.importance': '客户等级',
      'customer.note': '备注',
      'contact.name': '联系人1',
      'contact.phone': '电话1',
      'contact-2.name': '联系人2',
      'contact-2.phone': '电话2',
    });
    const ran = await step(li, begun.id, 'run');
    expect(ran.result).toMatchObject({ rows: 4, withProblems: 1, problems: [{ code: 'total-row' }] });
    const made = await app.database.query(
      `select c.name, c.province, c.city, c.phone, c.importance, c.note,
              array(select k.name || ' ' || k.phone from contacts k where k.customer_id = c.id order by k.name) as contacts
         from customers c order by c.name`,
    );
    expect(made).toEqual([
      {
        name: '宏图贸易',
        province: '上海',
        city: '上海',
        phone: '021-58881234、021-58881235',
        importance: 'b',
        note: null,
        contacts: ['陈静 13612345682'],
      },
      {
        name: '恒泰机械',
        province: '江苏',
        city: '苏州',
        phone: '0512-6285 1234',
        importance: 'a',
        note: '老客户\n月结30天',
        contacts: ['李小红 13812345679', '王建国 139 1234 5678'],
      },
    ]);
    const undone = await step(li, begun.id, 'undo');
    expect(undone).toMatchObject({ state: 'succeeded' });
    expect(await app.database.query('select 1 from customers union all select 1 from contacts')).toEqual([]);
  });

  it('the partners of an accounting program: GBK, ="001", tax number and bank beside the customer', async () => {
    const text = `客户代码,客户全称,纳税人识别号,开户银行,银行账号,注册地址,E-mail,专管业务员,客户分类
"=""001""",恒泰账务,91320594MA1M12347R,工行园区支行,"=""6222 0211 0201 2345 678""",星湖街1号,ht@example.com,李娜,01 企业
002,宏图账务,9131011500000000,建行,12ab,浦东大道1号,,李娜,01 企业
003,大洋账务,,,,,,离职员工,02 个体
`;
    const begun = await upload(li, '往来单位.csv', iconv.encode(text, 'gbk'));
    expect(filled(begun)).toEqual({
      'owner.name': '专管业务员',
      'customer.number': '客户代码',
      'customer.name': '客户全称',
      'customer.address': '注册地址',
      'customer.email': 'E-mail',
      'customer.class': '客户分类',
      'customer-finance.taxNumber': '纳税人识别号',
      'customer-finance.bankName': '开户银行',
      'customer-finance.bankAccount': '银行账号',
    });
    const { result } = await step(li, begun.id, 'check');
    const { suggestions } = result as unknown as {
      suggestions: { field: string; text: string; mayBeBlank: boolean }[];
    };
    expect(suggestions).toMatchObject([
      { field: 'customer.class', text: '01 企业', mayBeBlank: true, dictionary: 'customer-class' },
      { field: 'customer.class', text: '02 个体', mayBeBlank: true },
    ]);
    const aliases = {
      'customer.class': { '01 企业': '公司', '02 个体': '' },
      'owner.name': { 离职员工: '' },
    };
    await li.patch(`/imports/${begun.id}`).send({ options: { aliases } }).expect(200);
    const ran = await step(li, begun.id, 'run');
    expect(ran.result).toMatchObject({
      rows: 3,
      withProblems: 1,
      problems: [{ code: 'import.wrong-form', column: '银行账号' }],
    });
    const made = await app.database.query(
      `select c.number, c.customer_class as class, c.email, f.tax_number, f.bank_account, u.username as owner from customers c
         left join customer_finances f on f.customer_id = c.id left join users u on u.id = c.owner_id order by 1`,
    );
    expect(made).toEqual([
      {
        number: '001',
        class: '公司',
        email: 'ht@example.com',
        tax_number: '91320594MA1M12347R',
        bank_account: '6222021102012345678',
        owner: 'sales.li',
      },
      { number: '003', class: null, email: null, tax_number: null, bank_account: null, owner: 'sales.li' },
    ]);
    await step(li, begun.id, 'undo');
    expect(await app.database.query('select 1 from customer_finances')).toEqual([]);
  });

  it('the old .xls of another CRM: people and firms, the day of the old record, the first contact', async () => {
    const content = workbook(
      [
        [
          '客户名',
          '公司类型',
          '负责人',
          '创建时间',
          '所在地区',
          '首要联系人',
          '首要联系人手机',
          '首要联系人职位',
          '下次跟进',
        ],
        [
          '蓝天环保',
          '企业',
          '李娜',
          '2024-05-06 14:23:11',
          '江苏 无锡 滨湖区',
          '孙伟',
          13711112222,
          '经理',
          '2026-12-01',
        ],
        ['张三丰', '个人', '李娜', '2023-01-02', '', '', '', '', ''],
      ],
      'biff8',
    );
    const ran = await importFile(li, '导出.xls', content);
    expect(ran.result).toMatchObject({ rows: 2, withProblems: 0 });
    expect(
      await app.database.query(
        `select name, kind, province, city, (created_at at time zone 'Asia/Shanghai')::date::text as day from customers order by name`,
      ),
    ).toEqual([
      { name: '张三丰', kind: 'individual', province: null, city: null, day: '2023-01-02' },
      { name: '蓝天环保', kind: 'organisation', province: '江苏', city: '无锡', day: '2024-05-06' },
    ]);
    expect(await app.database.query('select name, phone, title from contacts')).toEqual([
      { name: '孙伟', phone: '13711112222', title: '经理' },
    ]);
  });

  it('a name written with another character is offered, at the cell that has it', async () => {
    const begun = await upload(li, 'names.csv', Buffer.from('客户名称,业务员\n某公司,李那\n'));
    const { result } = await step(li, begun.id, 'check');
    expect(result).toMatchObject({
      problems: [{ code: 'import.not-found', column: '业务员', count: 1 }],
      suggestions: [
        { field: 'owner.name', text: '李那', candidates: expect.arrayContaining(['李娜']), mayBeBlank: true },
      ],
    });
  });

  it('what one may not see is no field of hers, and templates are for what she may bring in', async () => {
    const { body } = await li.get('/imports/resources').expect(200);
    const offered = body as { resource: string; hasTemplate: boolean; fields: { field: string }[] }[];
    expect(offered.filter(({ hasTemplate }) => hasTemplate).map(({ resource }) => resource)).toEqual(
      expect.arrayContaining(['customer', 'contact', 'customer-finance']),
    );
    for (const name of ['owner', 'product', 'contact-2'])
      expect(offered.find(({ resource }) => resource === name)).toMatchObject({ hasTemplate: false });
    await setAsAuthor(
      app,
      `delete from role_permissions where permission in ('cost:read', 'customer:see-phone')
       and role_id = (select id from roles where code = 'contract-clerk')`,
      [],
    );
    const clerk = await app.as('contract');
    const { body: left } = await clerk.get('/imports/resources').expect(200);
    const fields = (left as typeof offered).flatMap((each) => each.fields.map(({ field }) => field));
    expect(fields).toContain('order-line.salesAmount');
    expect(fields).not.toContain('order-line.profit');
    expect(fields).not.toContain('order-line.costAmount');
    expect(
      (left as { resource: string; keys: string[] }[]).find(({ resource }) => resource === 'customer'),
    ).toMatchObject({
      keys: ['number', 'name'],
    });
    const begun = await upload(clerk, 'cost.csv', Buffer.from('订单编号,数量,销售额,利润\nX,1,2,1\n'));
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ mapping: [{ field: 'order-line.profit', column: '利润', rule: 'as-is' }] })
      .expect(422);
  });
});
