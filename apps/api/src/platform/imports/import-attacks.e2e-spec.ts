import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { finish, importFile, step, upload } from '../../../test/imports.js';

const csv = (text: string): Buffer => Buffer.from(text);

describe('An import that means no good', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    li = await app.as('sales.li');
    zhao = await app.as('sales.zhao');
  });
  afterAll(() => app.close());

  it('words that programs know by themselves are names like any other', async () => {
    const ran = await importFile(
      li,
      'words.csv',
      csv('客户名称,城市\nconstructor,toString\n__proto__,valueOf\nhasOwnProperty,x\n'),
    );
    expect(ran).toMatchObject({ state: 'succeeded', result: { withProblems: 0 } });
    const names = await app.database.query(`select city from customers where name = 'constructor'`);
    expect(names).toEqual([{ city: 'toString' }]);
  });

  it('characters that no database keeps cost their row, in cells, headers and JSON', async () => {
    const begun = await upload(li, 'nul.csv', csv('客户名称,备\0注\n零\0号,x\n无零号,y\n'));
    const ran = await step(li, begun.id, 'run');
    expect(ran).toMatchObject({ state: 'succeeded', result: { rows: 2, withProblems: 1 } });
    const { body } = await li.get(`/imports/${begun.id}/rows?hasProblems=true`).expect(200);
    expect(body.items[0].problems).toEqual([{ code: 'forbidden-character', params: { column: '客户名称' } }]);
    const json = await upload(li, 'half.jsonl', csv('{"客户名称":"\\ud800"}\n{"客户名称":"整号"}\n'));
    expect(await step(li, json.id, 'run')).toMatchObject({ state: 'succeeded', result: { withProblems: 1 } });
  });

  it('a cell of a whole book is shown by its beginning only', async () => {
    const begun = await upload(li, 'long.csv', csv(`客户名称,备注\n长,${'字'.repeat(30_000)}\n`));
    const { body } = await li.get(`/imports/${begun.id}`).expect(200);
    expect(body.source.sample[0].cells[1]).toHaveLength(200);
  });

  it('keys and meanings that are none are refused, each by its place', async () => {
    const begun = await upload(li, 'options.csv', csv('客户名称\n甲\n'));
    const refused = async (options: object, pointer: string) => {
      const { body } = await li.patch(`/imports/${begun.id}`).send({ options }).expect(422);
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    };
    await refused({ keys: { customer: 'colour' } }, '/options/keys/customer');
    await refused({ keys: { nothing: 'name' } }, '/options/keys/nothing');
    await refused({ aliases: { 'customer.name': 'x' } }, '/options/aliases/customer.name');
    await refused({ aliases: { 'customer.name': { 甲: 5 } } }, '/options/aliases/customer.name');
    await refused({ aliases: { 'customer.name': { 甲: 'a\0' } } }, '/options/aliases/customer.name');
    await li
      .patch(`/imports/${begun.id}`)
      .send({ options: { aliases: { 'customer.name': { 甲: '乙' } } } })
      .expect(200);
    const twice = { field: 'customer.name', column: '客户名称', rule: 'as-is' };
    await li
      .patch(`/imports/${begun.id}`)
      .send({ mapping: [twice, twice] })
      .expect(422);
  });

  it("another's import is not there: to read, change, check, run, undo, or take its rows out", async () => {
    const begun = await upload(li, 'mine.csv', csv('客户名称,城市\n李的客户,\n,x\n'));
    await step(li, begun.id, 'run');
    for (const path of ['', '/rows']) {
      const { body, status } = await zhao.get(`/imports/${begun.id}${path}`);
      expect(status === 404 || body.items?.length === 0).toBe(true);
    }
    await zhao.patch(`/imports/${begun.id}`).send({ mapping: [] }).expect(404);
    for (const action of ['check', 'run', 'undo'])
      await zhao.post(`/imports/${begun.id}/${action}`).expect(404);
    await zhao.post('/imports').send({ fileId: begun.fileId }).expect(404);
    await zhao.get(`/files/${begun.fileId}/content`).expect(404);
    await zhao
      .post('/exports')
      .send({ resource: 'import-problems', format: 'csv', query: { importId: begun.id } })
      .expect(404);
  });

  it('offers and compares only what its reader may see', async () => {
    await zhao.post('/customers').send({ name: '西部秘密化工有限公司' }).expect(201);
    await li.post('/customers').send({ name: '东部公开化工有限公司' }).expect(201);
    const asked = await importFile(
      li,
      'visits.csv',
      csv(
        '客户名称,跟进时间,跟进内容\n部秘密化工有限公司,2026-03-01,来访\n东部公开化工公司,2026-03-01,来访\n',
      ),
      {},
      'check',
    );
    const offered = JSON.stringify(asked.result);
    expect(offered).toContain('东部公开化工有限公司');
    expect(offered).not.toContain('西部秘密');
    const alike = await importFile(
      li,
      'alike.csv',
      csv('客户名称\n西部 秘密化工有限公司\n东部 公开化工有限公司\n'),
      {},
      'check',
    );
    expect(JSON.stringify(alike.result)).toContain('东部公开化工有限公司');
    expect(JSON.stringify(alike.result)).not.toContain('西部秘密');
  });

  it('names that differ in case, width, blanks and punctuation only are shown, and joined when a person says so', async () => {
    await li.post('/customers').send({ name: 'ABC（上海）贸易有限公司', city: '上海' }).expect(201);
    const begun = await upload(
      li,
      'spellings.csv',
      csv('客户名称,城市\nabc(上海) 贸易有限公司,苏州\n新　点公司,无锡\n新点公司,常州\n'),
    );
    const { result } = await step(li, begun.id, 'check');
    const customers = result.counts.find(({ resource }) => resource === 'customer') as unknown as {
      created: number;
      duplicates: { alias: { field: string; text: string; meant: string } }[];
    };
    expect(customers).toMatchObject({
      created: 3,
      duplicates: [
        { line: 2, existingId: expect.any(String), existingName: 'ABC（上海）贸易有限公司' },
        { line: 4, existingId: null, existingName: '新　点公司' },
      ],
    });
    const aliases = {
      'customer.name': Object.fromEntries(customers.duplicates.map(({ alias }) => [alias.text, alias.meant])),
    };
    await li.patch(`/imports/${begun.id}`).send({ options: { aliases } }).expect(200);
    const ran = await step(li, begun.id, 'run');
    expect(ran.result.counts.find(({ resource }) => resource === 'customer')).toMatchObject({
      created: 1,
      existing: 1,
    });
  });

  it('two runs at once make each record once; a second start of one import is refused', async () => {
    const content = csv(
      `客户编号,客户名称\n${Array.from({ length: 300 }, (_, i) => `TW${i},双${i}`).join('\n')}\n`,
    );
    const [one, two] = [await upload(li, 'a.csv', content), await upload(li, 'b.csv', content)];
    const starts = await Promise.all([one, one, two].map(({ id }) => li.post(`/imports/${id}/run`)));
    expect(starts.map(({ status }) => status).toSorted()).toEqual([202, 202, 409]);
    for (const { body } of starts.filter(({ status }) => status === 202)) await finish(li, body.id as string);
    const made = await app.database.query(
      `select count(*)::int as count from customers where number like 'TW%'`,
    );
    expect(made).toEqual([{ count: 300 }]);
  });

  it('cells that start a formula come back harmless among the rows with errors, in the names of columns too', async () => {
    const begun = await upload(
      li,
      'formulas.csv',
      csv('客户名称,=cmd|x,备注\n,@SUM(A1),+1\n,"\tx",＝A1\n,-2,"\rx"\n'),
    );
    await step(li, begun.id, 'check');
    const { body: job } = await li
      .post('/exports')
      .send({ resource: 'import-problems', format: 'csv', query: { importId: begun.id } })
      .expect(202);
    const { result } = (await finish(li, job.id as string)) as unknown as { result: { fileId: string } };
    const { body } = await li.get(`/files/${result.fileId}/content`).responseType('blob').expect(200);
    const cells = (body as Buffer)
      .toString('utf8')
      .slice(1)
      .trim()
      .split('\r\n')
      .flatMap((line) => line.split(',').slice(0, 3));
    expect(cells.filter((cell) => /^"?[=+\-@\t\r＝]/.test(cell))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=cmd|x", "'@SUM(A1)", "'+1", "'＝A1", "'-2"]));
  });

  it('a run stopped in the middle leaves nothing, and can be run again', async () => {
    const content = csv(
      `客户编号,客户名称\n${Array.from({ length: 5000 }, (_, i) => `ST${i},停${i}`).join('\n')}\n`,
    );
    const begun = await upload(li, 'stopped.csv', content);
    const { body: job } = await li.post(`/imports/${begun.id}/run`).expect(202);
    await li.post(`/jobs/${job.id}/cancel`);
    const ended = await finish(li, job.id as string);
    const count = async () =>
      (await app.database.query(`select count(*)::int as count from customers where number like 'ST%'`))[0];
    expect(await count()).toEqual({ count: ended.state === 'succeeded' ? 5000 : 0 });
    if (ended.state !== 'succeeded') {
      const { body } = await li.get(`/imports/${begun.id}`).expect(200);
      expect(body).toMatchObject({ state: 'draft', allowedActions: expect.arrayContaining(['run']) });
      expect(await step(li, begun.id, 'run')).toMatchObject({ state: 'succeeded' });
      expect(await count()).toEqual({ count: 5000 });
    }
  });

  it('whoever may no longer bring such records in does not take them back either', async () => {
    const begun = await upload(zhao, 'kept.csv', csv('客户名称\n留下的客户\n'));
    await step(zhao, begun.id, 'run');
    const admin = await app.as('admin');
    const { body: roles } = await admin.get('/roles').expect(200);
    const role = (roles.items as { id: string; code: string; permissions: { code: string }[] }[]).find(
      ({ code }) => code === 'salesperson',
    )!;
    const permissions = role.permissions.filter(({ code }) => code !== 'customer:create');
    await admin.patch(`/roles/${role.id}`).send({ permissions }).expect(200);
    await (await app.as('sales.zhao')).post(`/imports/${begun.id}/undo`).expect(403);
    expect(await app.database.query(`select 1 as one from customers where name = '留下的客户'`)).toEqual([
      { one: 1 },
    ]);
  });
});
