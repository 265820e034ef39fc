import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { finish, step, upload, type ImportSummary } from '../../../test/imports.js';
import { textRow, xlsxOf } from '../spreadsheet/fixtures/workbooks.js';

const SUPERSTORE = fileURLToPath(
  new URL('../../../../../../shared/data/superstore/superstore-gbk.csv', import.meta.url),
);
const withRealData = existsSync(SUPERSTORE) ? describe : describe.skip;

withRealData("A distributor's books (superstore-gbk.csv)", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('come in whole, feed every resource, and can be undone', async () => {
    const clerk = await app.as('contract');
    const begun = await upload(clerk, 'superstore.csv', readFileSync(SUPERSTORE));
    expect(begun.source.encoding).toMatchObject({ name: 'gb18030' });
    expect(begun.resources).toEqual([
      'territory',
      'customer',
      'category',
      'sub-category',
      'brand',
      'product',
      'order',
      'order-line',
    ]);
    expect(begun.missing).toEqual([]);
    const unmapped = begun.source.headers
      .map(({ id }) => id)
      .filter((id) => !begun.mapping.some(({ column }) => column === id));
    expect(unmapped).toEqual(['国家']);

    const checked = await step(clerk, begun.id, 'check');
    expect(checked).toMatchObject({ state: 'succeeded', result: { rows: 10_000, withProblems: 0 } });
    const created = (summary: ImportSummary) =>
      Object.fromEntries(summary.counts.map((one) => [one.resource, one.created]));
    const expected = {
      territory: 6,
      customer: 790,
      category: 3,
      'sub-category': 17,
      brand: 73,
      product: 1977,
      order: 4985,
      'order-line': 10_000,
    };
    expect(created(checked.result)).toMatchObject({ customer: 790, order: 4985, 'order-line': 10_000 });
    expect(await app.database.query('select 1 from order_lines')).toEqual([]);

    const started = performance.now();
    const ran = await step(clerk, begun.id, 'run');
    expect(ran).toMatchObject({ state: 'succeeded', error: null });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(created(ran.result)).toMatchObject({
      ...expected,
      product: expect.any(Number),
      brand: expect.any(Number),
    });
    const [sums] = await app.database.query(
      `select round(sum(sales_amount), 2)::text as sales, round(sum(profit), 2)::text as profit, sum(quantity)::float8 as quantity, count(*)::int as lines from order_lines`,
    );
    expect(sums).toEqual({ sales: '16117548.24', profit: '2156559.52', quantity: 37_675, lines: 10_000 });
    const audited = await app.database.query(
      `select resource, count(*)::int as count from audit_entries where action = 'import.run' and operation = 'insert' group by 1 order by 1`,
    );
    expect(audited).toContainEqual({ resource: 'order-line', count: 10_000 });

    const again = await upload(clerk, 'superstore.csv', readFileSync(SUPERSTORE));
    const second = await step(clerk, again.id, 'run');
    expect(second.state).toBe('succeeded');
    expect(Object.values(created(second.result)).every((count) => count === 0)).toBe(true);

    const undone = await step(clerk, begun.id, 'undo');
    expect(undone.error).toBeNull();
    for (const table of [
      'order_lines',
      'orders',
      'products',
      'brands',
      'product_categories',
      'customers',
      'territories',
    ]) {
      expect(await app.database.query(`select count(*)::int as count from ${table}`)).toEqual([{ count: 0 }]);
    }
  }, 120_000);
});

describe('Import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const CUSTOMERS = '客户编号,客户名称,城市\nC1,华东化工,上海\nC2,,苏州\nC1,华东化工,杭州\n';

  it('takes a list of customers without numbers, and knows them again by name', async () => {
    const clerk = await app.as('contract');
    const list =
      '单位名称,负责人,联系人,职务,邮箱\n无号公司,李娜,张伟,采购经理,zw@example.com\n另一公司,王磊,刘洋,,\n';
    const begun = await upload(clerk, 'plain.csv', Buffer.from(list));
    expect(begun.resources).toEqual(['owner', 'customer', 'contact']);
    const ran = await step(clerk, begun.id, 'run');
    expect(ran.result).toMatchObject({
      withProblems: 0,
      written: [
        { resource: 'owner' },
        { resource: 'customer', created: 2 },
        { resource: 'contact', created: 2 },
      ],
    });
    const [customer] = await app.database.query(
      `select c.number, u.username, d.code from customers c join users u on u.id = c.owner_id join departments d on d.id = c.department_id where c.name = '无号公司'`,
    );
    expect(customer).toEqual({ number: 'K000001', username: 'sales.li', code: 'sales-east' });
    const again = await upload(clerk, 'plain.csv', Buffer.from(list));
    expect(again).toMatchObject({ sameFile: { doneBy: '郑洁' }, remembered: { fileName: 'plain.csv' } });
    expect((await step(clerk, again.id, 'run')).result).toMatchObject({
      written: [{}, { created: 0, updated: 0 }, { created: 0, updated: 0 }],
    });
  });

  it('makes new products by name, and points at the row that has neither amount nor price', async () => {
    const clerk = await app.as('contract');
    await step(
      clerk,
      (await upload(clerk, 'p.csv', Buffer.from('产品名称,类别\nGTX Pro,GTX\nMG Special,MG\n'))).id,
      'run',
    );
    const orders =
      '订单编号,订单日期,客户名称,产品名称,数量,单价\nO1,2026-01-05,无号公司,GTXPro,2,10.5\nO2,2026-01-06,不存在,GTX Pro,1,3\nO3,2026-01-07,无号公司,GTX Pro,1,\n';
    const begun = await upload(clerk, 'orders.csv', Buffer.from(orders));
    const only = begun.mapping.filter(({ field }) => !field.startsWith('brand'));
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ mapping: only, options: { mode: 'create' } })
      .expect(200);
    const checked = await step(clerk, begun.id, 'check');
    // Names alone make new customers and products; here the clerk wants only known ones, so she says so.
    expect(checked.result.counts.find(({ resource }) => resource === 'product')).toMatchObject({
      created: 1,
      existing: 1,
    });
    expect(checked.result.withProblems).toBe(1);
  });

  it('looks up by number what another file brought, and suggests near misses', async () => {
    const clerk = await app.as('contract');
    const lines = '订单编号,产品编号,数量,单价,折扣\nO1,P000001,2,10.5,0.1\nO1,P00001,1,3,0\n';
    await step(
      clerk,
      (
        await upload(
          clerk,
          'o.csv',
          Buffer.from('订单编号,订单日期,客户编号\nO1,2026-01-05,K000001\nO2,2026-01-05,K999999\n'),
        )
      ).id,
      'run',
    );
    expect(await app.database.query(`select number from orders`)).toEqual([{ number: 'O1' }]);
    const begun = await upload(clerk, 'lines.csv', Buffer.from(lines));
    expect(begun.resources).toEqual(['product', 'order', 'order-line']);
    const checked = await step(clerk, begun.id, 'check');
    expect(checked.result).toMatchObject({
      withProblems: 1,
      suggestions: [
        { field: 'product.code', text: 'P00001', candidates: expect.arrayContaining(['P000001']) },
      ],
    });
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ options: { aliases: { 'product.code': { P00001: 'P000002' } } } })
      .expect(200);
    const ran = await step(clerk, begun.id, 'run');
    expect(ran.result).toMatchObject({ withProblems: 0 });
    expect(
      await app.database.query(`select line_number, sales_amount::text from order_lines order by 1`),
    ).toEqual([
      { line_number: 1, sales_amount: '18.9000' },
      { line_number: 2, sales_amount: '3.0000' },
    ]);
  });

  it('takes the sheets of one workbook one after another, each known as itself', async () => {
    const clerk = await app.as('contract');
    const book = xlsxOf({
      sheets: {
        客户: textRow(1, '客户编号', '客户名称') + textRow(2, 'S1', '表一公司'),
        联系人: textRow(1, '客户编号', '联系人') + textRow(2, 'S1', '郑和') + textRow(3, 'S9', '无主'),
      },
    });
    const first = await upload(clerk, 'book.xlsx', book);
    expect((await step(clerk, first.id, 'run')).result).toMatchObject({ rows: 1, withProblems: 0 });
    const { body: second } = await clerk
      .post('/imports')
      .send({ fileId: first.fileId, choices: { sheet: '联系人' } })
      .expect(201);
    expect(second).toMatchObject({ sameFile: null, source: { sheet: '联系人' } });
    expect((await step(clerk, second.id, 'run')).result).toMatchObject({ rows: 2, withProblems: 1 });
    const { body: both } = await clerk.get(`/imports?fileId=${first.fileId}`).expect(200);
    expect(both.items).toMatchObject([
      { sheet: '联系人', state: 'done' },
      { sheet: '客户', state: 'done' },
    ]);
    const { body: again } = await clerk
      .post('/imports')
      .send({ fileId: first.fileId, choices: { sheet: '联系人' } })
      .expect(201);
    expect(again.sameFile).toMatchObject({ fileName: 'book.xlsx' });
  });

  it('makes people and prospects of customers where the file says so, firms and customers else', async () => {
    const clerk = await app.as('contract');
    const list = '客户编号,客户名称,客户性质,客户阶段\nN1,张三,个人,潜在\nN2,某公司,,\n';
    await step(clerk, (await upload(clerk, 'kinds.csv', Buffer.from(list))).id, 'run');
    expect(
      await app.database.query(
        `select number, kind, stage from customers where number in ('N1', 'N2') order by 1`,
      ),
    ).toEqual([
      { number: 'N1', kind: 'individual', stage: 'potential' },
      { number: 'N2', kind: 'organisation', stage: 'formal' },
    ]);
  });

  it('keeps the day on which a record of the old books was entered, and does not move it later', async () => {
    const clerk = await app.as('contract');
    const entered = (day: string) =>
      Buffer.from(`客户编号,客户名称,创建日期\nH1,老客户,${day}\nH2,新客户,\n`);
    await step(clerk, (await upload(clerk, 'old.csv', entered('2019年3月1日'))).id, 'run');
    await step(clerk, (await upload(clerk, 'old2.csv', entered('2020-01-01'))).id, 'run');
    const days = await app.database.query<{ number: string; day: string; isNew: boolean }>(
      `select number, created_at::date::text as day, created_at > now() - interval '1 hour' as "isNew" from customers where number in ('H1', 'H2') order by 1`,
    );
    expect(days).toMatchObject([{ day: '2019-03-01' }, { isNew: true }]);
  });

  it('offers what is meant by pinyin initials, and joins nothing by itself', async () => {
    const clerk = await app.as('contract');
    const products = '产品编号,产品名称\nPY-1,石墨烯粉\n';
    await step(clerk, (await upload(clerk, 'py.csv', Buffer.from(products))).id, 'run');
    const begun = await upload(clerk, 'lines.csv', Buffer.from('订单编号,产品名称,数量,单价\nO1,SMXF,1,2\n'));
    const mapping = begun.mapping.filter(({ field }) => !field.startsWith('brand'));
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ mapping, options: { mode: 'update' } })
      .expect(200);
    const checked = await step(clerk, begun.id, 'check');
    expect(checked.result).toMatchObject({
      withProblems: 1,
      suggestions: [{ field: 'product.name', text: 'SMXF', candidates: ['石墨烯粉'] }],
    });
  });

  it('gives back the rows that could not be taken, with the reason, and templates that it recognises', async () => {
    const clerk = await app.as('contract');
    const begun = await upload(clerk, 'bad.csv', Buffer.from('客户编号,客户名称\nZ1,\nZ2,好公司\n'));
    await step(clerk, begun.id, 'run');
    const { body: job } = await clerk
      .post('/exports')
      .send({ resource: 'import-problems', format: 'csv', query: { importId: begun.id } })
      .expect(202);
    const { result } = (await finish(clerk, job.id)) as unknown as { result: { fileId: string } };
    const { body } = await clerk.get(`/files/${result.fileId}/content`).responseType('blob').expect(200);
    expect((body as Buffer).toString('utf8').slice(1).trim().split(/\r?\n/)).toEqual([
      '客户编号,客户名称,原文件行号,错误原因',
      'Z1,,2,客户名称:不能为空',
    ]);
    const { body: template } = await clerk
      .get('/imports/templates/customer')
      .responseType('blob')
      .expect(200);
    const known = await upload(clerk, 'template.xlsx', template as Buffer).catch((error: Error) => error);
    expect(known).toMatchObject({ resources: expect.arrayContaining(['customer']), missing: [] });
    await clerk.get('/imports/templates/nothing').expect(404);
  });

  it('clears what is empty only when told to, and recognises by the key that was chosen', async () => {
    const clerk = await app.as('contract');
    await step(
      clerk,
      (await upload(clerk, 'a.csv', Buffer.from('客户编号,客户名称,城市\nQ1,清空公司,北京\n'))).id,
      'run',
    );
    const begun = await upload(clerk, 'b.csv', Buffer.from('客户编号,客户名称,城市\nQ1-新,清空公司,\n'));
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ options: { keys: { customer: 'name' }, empty: 'clear', mode: 'update' } })
      .expect(200);
    await step(clerk, begun.id, 'run');
    expect(await app.database.query(`select number, city from customers where name = '清空公司'`)).toEqual([
      { number: 'Q1-新', city: null },
    ]);
    await app.database
      .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
      insert into customers (number, name) values ('Q9', '清空公司'); commit`);
    const twice = await upload(clerk, 'c.csv', Buffer.from('客户名称,电话\n清空公司,010-1\n'));
    expect((await step(clerk, twice.id, 'check')).result).toMatchObject({
      withProblems: 1,
      problems: [{ code: 'import.ambiguous' }],
    });
  });

  it('shows row errors, leaves those rows out and counts them', async () => {
    const clerk = await app.as('contract');
    const begun = await upload(clerk, 'list.csv', Buffer.from(CUSTOMERS));
    expect(begun.resources).toEqual(['customer']);
    const ran = await step(clerk, begun.id, 'run');
    expect(ran.result).toMatchObject({
      rows: 3,
      withProblems: 1,
      written: [{ resource: 'customer', created: 1, updated: 0 }],
    });
    const { body } = await clerk.get(`/imports/${begun.id}/rows?hasProblems=true`).expect(200);
    expect(body.items).toMatchObject([
      { line: 3, cells: ['C2', '', '苏州'], problems: [{ code: 'import.required', column: '客户名称' }] },
    ]);
    const [customer] = await app.database.query(
      `select number, name, city, source, stage, search_text from customers where number = 'C1'`,
    );
    expect(customer).toEqual({
      number: 'C1',
      name: '华东化工',
      city: '上海',
      source: 'imported',
      stage: 'formal',
      search_text: '华东化工 hdhg c1   ',
    });
  });

  it('updates what is there, leaves empty cells, and undo restores it', async () => {
    const clerk = await app.as('contract');
    const begun = await upload(
      clerk,
      'update.csv',
      Buffer.from('客户编号,客户名称,城市,电话\nC1,华东化工集团,,021-5555\n'),
    );
    const ran = await step(clerk, begun.id, 'run');
    expect(ran.result).toMatchObject({ written: [{ resource: 'customer', created: 0, updated: 1 }] });
    const look = async () =>
      (await app.database.query(`select name, city, phone from customers where number = 'C1'`))[0];
    expect(await look()).toEqual({ name: '华东化工集团', city: '上海', phone: '021-5555' });
    expect((await step(clerk, begun.id, 'undo')).result).toMatchObject({
      undone: [{ resource: 'customer', removed: 0, restored: 1, kept: 0 }],
    });
    expect(await look()).toEqual({ name: '华东化工', city: '上海', phone: null });
  });

  it.each(['queued', 'running'])(
    'that is cancelled while %s leaves nothing behind and can be run again',
    async (when) => {
      const clerk = await app.as('contract');
      const rows = Array.from({ length: 20_000 }, (_, index) => `X${index},取消公司${index}`).join('\n');
      const begun = await upload(clerk, 'long.csv', Buffer.from(`客户编号,客户名称\n${rows}\n`));
      const { body: job } = await clerk.post(`/imports/${begun.id}/run`).expect(202);
      await clerk.post(`/imports/${begun.id}/run`).expect(409);
      let state = when === 'queued' ? 'queued' : '';
      while (state !== when) state = (await clerk.get(`/jobs/${job.id}`).expect(200)).body.state;
      await clerk.post(`/jobs/${job.id}/cancel`).expect(200);
      expect((await finish(clerk, job.id)).state).toBe('cancelled');
      expect(await app.database.query(`select 1 from customers where number like 'X%'`)).toEqual([]);
      await clerk.post(`/jobs/${job.id}/cancel`).expect(409);
      await (await app.as('admin')).post(`/jobs/${job.id}/cancel`).expect(404);
      while (state !== 'draft') state = (await clerk.get(`/imports/${begun.id}`).expect(200)).body.state;
    },
  );

  it('undo keeps what somebody changed since, or attached a file to', async () => {
    const clerk = await app.as('contract');
    const rows = '客户编号,客户名称\nD1,甲公司\nD2,乙公司\nD3,丙公司\n';
    const begun = await upload(clerk, 'three.csv', Buffer.from(rows));
    await step(clerk, begun.id, 'run');
    const idOf = async (name: string) =>
      (await clerk.get(`/customers?q=${encodeURIComponent(name)}`).expect(200)).body.items[0].id as string;
    await clerk
      .patch(`/customers/${await idOf('甲公司')}`)
      .send({ city: '南京' })
      .expect(200);
    const recordId = await idOf('丙公司');
    await clerk
      .post('/attachments')
      .send({ resource: 'customer', recordId, address: 'https://example.com/c' })
      .expect(201);
    const came = await clerk.get(`/customers/${recordId}/timeline?kind=change`).expect(200);
    expect(came.body.items).toMatchObject([{ what: 'imported', title: 'three.csv' }]);
    const undone = await step(clerk, begun.id, 'undo');
    expect(undone.result).toMatchObject({
      undone: [{ resource: 'customer', removed: 1, restored: 0, kept: 2 }],
    });
    expect(
      await app.database.query(
        `select name from customers where number in ('D1', 'D2', 'D3') order by number`,
      ),
    ).toEqual([{ name: '甲公司' }, { name: '丙公司' }]);
  });

  it('refuses a file that is no table, and columns that do not fit, in words', async () => {
    const clerk = await app.as('contract');
    const { body: file } = await clerk
      .post('/files')
      .attach('file', Buffer.alloc(0), 'empty.csv')
      .expect(201);
    expect((await clerk.post('/imports').send({ fileId: file.id }).expect(422)).body.code).toBe(
      'spreadsheet.empty',
    );
    const begun = await upload(clerk, 'odd.csv', Buffer.from('甲,乙\n1,2\n'));
    expect(begun.resources).toEqual([]);
    const refused = await clerk.post(`/imports/${begun.id}/run`).expect(422);
    expect(refused.body).toMatchObject({ code: 'import.mapping', errors: [{ rule: 'nothingMapped' }] });
    const entry = { field: 'customer.name', column: '甲', rule: 'as-is' };
    const twice = await clerk
      .patch(`/imports/${begun.id}`)
      .send({ mapping: [entry, { ...entry, column: '乙' }] })
      .expect(422);
    expect(twice.body.errors[0].rule).toBe('fieldTwice');
    await clerk
      .patch(`/imports/${begun.id}`)
      .send({ mapping: [{ ...entry, column: '丙' }] })
      .expect(422);
  });

  it("never touches a colleague's customer beyond the importer's scope", async () => {
    const li = await app.as('sales.li');
    const begun = await upload(li, 'steal.csv', Buffer.from('客户编号,客户名称\nC1,已被改名\nE1,新客户\n'));
    const ran = await step(li, begun.id, 'run');
    expect(ran.result).toMatchObject({
      withProblems: 1,
      written: [{ resource: 'customer', created: 1, updated: 0 }],
    });
    expect(await app.database.query(`select name from customers where number = 'C1'`)).toEqual([
      { name: '华东化工' },
    ]);
    await (await app.as('sales.wang')).get(`/imports/${begun.id}`).expect(404);
    await (await app.as('legal')).get('/imports').expect(403);
  });

  it('is read again in another encoding when a person says so', async () => {
    const clerk = await app.as('contract');
    const begun = await upload(clerk, 'gbk.csv', Buffer.from('客户编号,客户名称\nF1,甲\n'));
    const { body } = await clerk
      .patch(`/imports/${begun.id}`)
      .send({ choices: { encoding: 'big5' } })
      .expect(200);
    expect(body.resources).toEqual([]);
    const back = await clerk
      .patch(`/imports/${begun.id}`)
      .send({ choices: { encoding: 'utf-8' } })
      .expect(200);
    expect(back.body.resources).toEqual(['customer']);
  });
});
