import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { step, upload } from '../../../test/imports.js';

async function takeOut(
  caller: Caller,
  dto: Record<string, unknown>,
): Promise<{ text: string; content: Buffer; fileId: string }> {
  const { body: job } = await caller.post('/exports').send(dto).expect(202);
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await caller.get(`/jobs/${job.id}`).expect(200);
    if (body.state === 'succeeded') {
      const { body: content } = await caller
        .get(`/files/${body.result.fileId}/content`)
        .responseType('blob')
        .expect(200);
      return {
        content: content as Buffer,
        text: (content as Buffer).toString('utf8'),
        fileId: body.result.fileId,
      };
    }
    expect(body.state).not.toBe('failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The export did not end.');
}

describe('Export', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const li = await app.as('sales.li');
    await li.post('/customers').send({ name: '=cmd|x', city: '上海', phone: '021-1' }).expect(201);
    await li.post('/customers').send({ name: '苏州客户', city: '苏州' }).expect(201);
    await (await app.as('sales.zhao')).post('/customers').send({ name: '西部客户' }).expect(201);
  });
  afterAll(() => app.close());

  it('holds what the filter and the scope leave, harmless in a spreadsheet', async () => {
    const { text } = await takeOut(await app.as('sales.li'), {
      resource: 'customer',
      format: 'csv',
      columns: ['name', 'city'],
      query: { sort: 'name' },
    });
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = text.slice(1).trim().split(/\r?\n/);
    expect(lines[0]).toBe('客户名称,城市');
    expect(lines).toContain("'=cmd|x,上海");
    expect(text).not.toContain('西部');
    const filtered = await takeOut(await app.as('sales.li'), {
      resource: 'customer',
      format: 'csv',
      columns: ['name'],
      query: { city: '苏州', cursor: 'x', limit: '1' },
    });
    expect(filtered.text.trim().split(/\r?\n/)).toHaveLength(2);
  });

  it('calls columns what imports call them, so that what goes out comes in again', async () => {
    const admin = await app.as('admin');
    const { body: importable } = await admin.get('/imports/resources').expect(200);
    for (const resource of ['customer', 'contact', 'product', 'order', 'user']) {
      const { text } = await takeOut(admin, { resource, format: 'csv' });
      const headers = text.slice(1).split(/\r?\n/)[0]!.split(',');
      const declared = importable.find((one: { resource: string }) => one.resource === resource);
      const labels = new Set(declared.fields.map(({ label }: { label: { zh: string } }) => label.zh));
      const shared = headers.filter((header) => labels.has(header));
      expect({ resource, shared: shared.length >= 3 }).toEqual({ resource, shared: true });
    }
    const { content } = await takeOut(await app.as('sales.li'), { resource: 'customer', format: 'csv' });
    const begun = await upload(await app.as('manager.east'), 'back.csv', content);
    expect(begun.mapping.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'customer.number',
        'customer.name',
        'customer.kind',
        'customer.stage',
        'customer.isDealer',
        'customer.city',
        'owner.name',
      ]),
    );
    const checked = await step(await app.as('manager.east'), begun.id, 'check');
    expect(checked.result).toMatchObject({ withProblems: 0 });
    expect(checked.result.counts.find(({ resource }) => resource === 'customer')).toMatchObject({
      created: 0,
      existing: 2,
    });
  });

  it('says codes in the words of the screen, except to programs', async () => {
    const query = { resource: 'customer', columns: ['stage', 'isDealer'], query: { city: '苏州' } };
    const li = await app.as('sales.li');
    const { text } = await takeOut(li, { ...query, format: 'csv' });
    expect(text.trim().split(/\r?\n/)[1]).toBe('潜在客户,否');
    const json = await takeOut(li, { ...query, format: 'json' });
    expect(JSON.parse(json.text)[0]).toMatchObject({ stage: 'potential' });
  });

  it('tells what stands in a list as people read it: names of roles, whom a table is for, kinds of documents', async () => {
    const admin = await app.as('admin');
    const lines = async (resource: string, columns: string[], query = {}) =>
      (await takeOut(admin, { resource, format: 'csv', columns, query })).text.slice(1).trim().split(/\r?\n/);
    expect(await lines('user', ['username', 'roles'], { q: 'pricing.review' })).toContain(
      'pricing.review,价格审核',
    );
    await admin
      .post('/price-tables')
      .send({ name: '苏州协议', kind: 'agreement', audiences: [{ province: '江苏' }] })
      .expect(201);
    expect(await lines('price-table', ['name', 'kindLabelZh', 'audiences'])).toContain(
      '苏州协议,协议价格表,江苏',
    );
    await admin.post('/tasks').send({ title: '补合同', dueOn: '2026-01-05' }).expect(201);
    expect(await lines('task', ['title', 'state', 'isOverdue', 'dueOn', 'priority'])).toContain(
      '补合同,待办,是,2026-01-05,普通',
    );
    for (const resource of [
      'credit-limit-change',
      'daily-report',
      'opportunity',
      'price-deviation',
      'price-revision',
      'promotion',
      'inbox-approval',
      'sent-approval',
      'done-approval',
      'copied-approval',
      'approval-administration',
    ])
      expect((await lines(resource, []))[0]!.split(',').length).toBeGreaterThan(5);
  });

  it('comes as a workbook, as GBK, as JSON', async () => {
    const executive = await app.as('executive');
    expect(
      (await takeOut(executive, { resource: 'customer', format: 'xlsx' })).content.subarray(0, 2).toString(),
    ).toBe('PK');
    const gbk = await takeOut(executive, {
      resource: 'customer',
      format: 'csv',
      encoding: 'gb18030',
      columns: ['name'],
    });
    expect(new TextDecoder('gb18030').decode(gbk.content)).toContain('西部客户');
    expect(
      JSON.parse(
        (await takeOut(executive, { resource: 'customer', format: 'json', columns: ['name'] })).text,
      ),
    ).toHaveLength(3);
  });

  it('keeps cost from who may not see it, and files to their owner', async () => {
    const lead = await app.as('service.lead');
    const { text, fileId } = await takeOut(lead, {
      resource: 'sales-statistics',
      format: 'csv',
      query: { groupBy: 'year' },
    });
    expect(text).not.toContain('利润');
    await lead
      .post('/exports')
      .send({ resource: 'sales-statistics', format: 'csv', columns: ['profit'] })
      .expect(422);
    await (await app.as('executive')).get(`/files/${fileId}/content`).expect(404);
    await lead.post('/exports').send({ resource: 'nothing', format: 'csv' }).expect(422);
    await lead
      .post('/exports')
      .send({ resource: 'customer', format: 'csv', query: { colour: 'red' } })
      .expect(422);
    await (await app.as('legal')).post('/exports').send({ resource: 'customer', format: 'csv' }).expect(403);
  });
});
