import { startTestApp, type TestApp } from '../../../test/app.js';
import { finish, importFile } from '../../../test/imports.js';
import { CustomSchemas } from './custom-schemas.js';
import { createOpenApiDocument } from '../openapi/openapi-document.js';

interface Field {
  id: string;
  code: string;
  version: number;
  choices: { code: string; isRetired: boolean }[];
}

describe('Custom fields', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const add = async (code: string, kind: string, more: Record<string, unknown> = {}): Promise<Field> =>
    (
      await (
        await app.as('admin')
      )
        .post('/custom-fields')
        .send({ resource: 'customer', code, kind, labelZh: `字段${code}`, labelEn: code, ...more })
        .expect(201)
    ).body;
  const refuse = async (more: Record<string, unknown>, code = 'wrong') =>
    (
      await (
        await app.as('admin')
      )
        .post('/custom-fields')
        .send({ resource: 'customer', code, labelZh: '错', labelEn: 'x', ...more })
        .expect(422)
    ).body.errors[0] as { pointer: string; rule: string; params?: object };
  const change = async (id: string, fields: Record<string, unknown>, status = 200) =>
    (await (await app.as('admin')).patch(`/custom-fields/${id}`).send(fields).expect(status)).body;
  const enter = async (
    custom: Record<string, unknown>,
    more: Record<string, unknown> = {},
    who = 'sales.li',
  ) =>
    (
      await (
        await app.as(who)
      )
        .post('/customers')
        .send({ name: '自定义', custom, ...more })
        .expect(201)
    ).body as {
      id: string;
      custom: Record<string, unknown>;
    };
  const names = async (query: string, who = 'sales.li') =>
    (await (await app.as(who)).get(`/customers?${query}`).expect(200)).body.items.map(
      (item: { name: string }) => item.name,
    ) as string[];
  const jobsDone = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      const [open] = await app.database.query(
        `select 1 from jobs where state in ('queued', 'running') limit 1`,
      );
      if (!open) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Jobs do not end.');
  };

  it('are kept, filtered and sorted by what they are', async () => {
    await add('credit', 'number', { settings: { minimum: '0', maximum: '100', scale: 1 } });
    await add('budget', 'money', { isIndexed: true });
    await add('since', 'date');
    await add('grade', 'choice', {
      settings: {
        choices: [
          { code: 'a', labelZh: '甲', labelEn: 'A' },
          { code: 'b', labelZh: '乙', labelEn: 'B' },
        ],
      },
    });
    await add('tags', 'choices', {
      settings: { choices: ['x', 'y', 'z'].map((code) => ({ code, labelZh: `标${code}`, labelEn: code })) },
    });
    await add('motto', 'text', { settings: { maxLength: 10 } });
    await add('site', 'link');
    await jobsDone();
    const jobs = await app.database.query(`select kind from jobs`);
    expect(jobs).toEqual([{ kind: 'custom-field.index' }]);
    const one = await enter(
      {
        credit: '9.5',
        budget: '1000',
        since: '2026-03-01',
        grade: 'b',
        tags: ['x', 'y'],
        motto: ' 诚信 ',
        site: 'https://a.cn',
      },
      { name: '一' },
    );
    expect(one.custom).toEqual({
      credit: '9.5',
      budget: '1000.00',
      since: '2026-03-01',
      grade: 'b',
      tags: ['x', 'y'],
      motto: '诚信',
      site: 'https://a.cn',
    });
    await enter({ credit: 10, budget: '200', since: '2025-12-31', grade: 'a', tags: ['z'] }, { name: '二' });
    await enter({}, { name: '三' });
    expect(await names('sort=custom.credit')).toEqual(['三', '一', '二']);
    expect(await names('sort=-custom.budget')).toEqual(['一', '二', '三']);
    expect(await names('sort=-custom.since')).toEqual(['一', '二', '三']);
    expect(await names('custom.budgetFrom=150&custom.budgetTo=999')).toEqual(['二']);
    expect(await names('custom.budgetTo=999')).toEqual(['二']);
    expect(await names('custom.sinceFrom=2026-01-01')).toEqual(['一']);
    expect(await names('custom.grade=a&custom.grade=c')).toEqual(['二']);
    expect(await names('custom.tags=y')).toEqual(['一']);
    expect(await names(`custom.motto=${encodeURIComponent('诚')}`)).toEqual(['一']);
    const caller = await app.as('sales.li');
    expect((await caller.get('/customers/count?custom.grade=b')).body.count).toBe(1);
    await caller.get('/customers?custom.nothing=1').expect(422);
    await caller.get('/customers?custom.budgetFrom=much').expect(422);
    const [plan] = await app.database.query<{ indexdef: string }>(
      `select indexdef from pg_indexes where indexname = 'ix_customers_custom_' || md5('budget')`,
    );
    expect(plan!.indexdef).toContain('numeric');
  });

  it('page by keyset, values missing or not', async () => {
    const caller = await app.as('sales.zhao');
    for (const [index, credit] of ['3', '1', null, '2', null, '2'].entries())
      await enter(credit === null ? {} : { credit }, { name: `页${index}` }, 'sales.zhao');
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await caller
        .get(`/customers?sort=-custom.credit&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      seen.push(...body.items.map((item: { custom: { credit?: string } }) => item.custom.credit ?? '-'));
      cursor = body.nextCursor as string | null;
    }
    expect(seen).toEqual(['3.0', '2.0', '2.0', '1.0', '-', '-']);
  });

  it('refuse what is wrong, value by value, and lose nothing else', async () => {
    const caller = await app.as('sales.li');
    const { body } = await caller
      .post('/customers')
      .send({
        name: '错',
        custom: {
          credit: '101',
          budget: '1.234',
          since: '2026-02-30',
          grade: 'c',
          tags: 'x',
          motto: '一二三四五六七八九十十一',
          site: 'javascript:alert(1)',
          other: 1,
          __proto__: 1,
        },
      })
      .expect(422);
    expect(
      body.errors.map(({ pointer, rule }: { pointer: string; rule: string }) => [pointer, rule]),
    ).toEqual([
      ['/custom/credit', 'max'],
      ['/custom/budget', 'scale'],
      ['/custom/since', 'isCalendarDate'],
      ['/custom/grade', 'choice'],
      ['/custom/tags', 'choice'],
      ['/custom/motto', 'maxLength'],
      ['/custom/site', 'isUrl'],
      ['/custom/other', 'unknown'],
    ]);
    const made = await enter({ credit: '1', grade: 'a' });
    const changed = await caller
      .patch(`/customers/${made.id}`)
      .send({ custom: { credit: null } })
      .expect(200);
    expect(changed.body.custom).toEqual({ grade: 'a' });
    await expect(
      app.database.query(
        `begin; select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"t","action":"t"}', true);
         update customers set custom = '{"credit": "many"}' where id = '${made.id}'; commit`,
      ),
    ).rejects.toThrow('no custom field "credit" with such a value');
    await app.database.query('rollback');
  });

  it('may be for one type of customer only, and required there', async () => {
    const { id } = await add('licence', 'text', { appliesTo: ['organisation'], isRequired: true });
    const caller = await app.as('sales.li');
    const missing = await caller.post('/customers').send({ name: '单位' }).expect(422);
    expect(missing.body.errors).toEqual([
      expect.objectContaining({ pointer: '/custom/licence', rule: 'required' }),
    ]);
    const wrong = await caller
      .post('/customers')
      .send({ name: '个人', kind: 'individual', custom: { licence: 'L1' } })
      .expect(422);
    expect(wrong.body.errors).toEqual([
      expect.objectContaining({ pointer: '/custom/licence', rule: 'notForType' }),
    ]);
    await caller.post('/customers').send({ name: '个人', kind: 'individual' }).expect(201);
    await enter({ licence: 'L1' });
    expect(await refuse({ kind: 'text', appliesTo: ['planet'] })).toMatchObject({ pointer: '/appliesTo' });
    await change(id, { isRequired: false });
  });

  it('calculate exactly, say why there is no value, and name a loop', async () => {
    await add('price', 'number', { settings: { scale: 3 } });
    await add('amount', 'number', { settings: { scale: 0 } });
    const total = await add('total', 'formula', { formula: 'price * amount', settings: { scale: 2 } });
    const share = await add('share', 'formula', { formula: 'total / amount', settings: { scale: 4 } });
    await jobsDone();
    const made = await enter({ price: '0.105', amount: '3' });
    expect(made.custom).toMatchObject({ total: '0.32', share: '0.1067' });
    const divided = await enter({ price: '1', amount: '0' });
    expect(divided.custom).toMatchObject({ total: '0.00', _problems: { share: 'division-by-zero' } });
    expect(divided.custom).not.toHaveProperty('share');
    const caller = await app.as('sales.li');
    const written = await caller
      .patch(`/customers/${made.id}`)
      .send({ custom: { total: '1' } })
      .expect(422);
    expect(written.body.errors[0]).toMatchObject({ pointer: '/custom/total', rule: 'formula' });
    const loop = await change(total.id, { formula: 'share + 1' }, 422);
    expect(loop.errors[0]).toMatchObject({
      pointer: '/formula',
      rule: 'loop',
      params: { loop: 'total → share → total' },
    });
    expect(await refuse({ kind: 'formula', formula: 'price *' })).toMatchObject({ rule: 'syntax' });
    expect(await refuse({ kind: 'formula', formula: 'cost * 2' })).toMatchObject({ rule: 'unknownField' });
    expect(await refuse({ kind: 'formula', formula: 'self + 1' }, 'self')).toMatchObject({ rule: 'loop' });
    expect(await refuse({ kind: 'formula', formula: 'process.exit(1)' })).toMatchObject({
      rule: 'unknownFunction',
    });
    expect(await refuse({ kind: 'formula' })).toMatchObject({ pointer: '/formula', rule: 'required' });
    await change(share.id, { formula: 'total + 100' });
    await jobsDone();
    expect((await caller.get(`/customers/${divided.id}`)).body.custom).toEqual({
      price: '1.000',
      amount: '0',
      total: '0.00',
      share: '100.0000',
    });
  });

  it('of retired fields and choices stay readable', async () => {
    const caller = await app.as('sales.li');
    const grade = ((await caller.get('/custom-fields?resource=customer').expect(200)).body as Field[]).find(
      ({ code }) => code === 'grade',
    )!;
    const made = await enter({ grade: 'b' });
    await change(grade.id, {
      settings: {
        choices: [
          { code: 'a', labelZh: '甲', labelEn: 'A' },
          { code: 'b', labelZh: '乙', labelEn: 'B', isRetired: true },
        ],
      },
    });
    await caller
      .patch(`/customers/${made.id}`)
      .send({ custom: { grade: 'b', motto: '不变' } })
      .expect(200);
    await caller
      .post('/customers')
      .send({ name: '新', custom: { grade: 'b' } })
      .expect(422);
    const admin = await app.as('admin');
    await admin.post(`/custom-fields/${grade.id}/retire`).expect(200);
    expect((await caller.get(`/customers/${made.id}`)).body.custom.grade).toBe('b');
    const refused = await caller
      .patch(`/customers/${made.id}`)
      .send({ custom: { grade: 'a' } })
      .expect(422);
    expect(refused.body.errors[0]).toMatchObject({ rule: 'retired' });
    await admin.post(`/custom-fields/${grade.id}/restore`).expect(200);
    await caller
      .patch(`/customers/${made.id}`)
      .send({ custom: { grade: 'a' } })
      .expect(200);
  });

  it('take values of a dictionary', async () => {
    const admin = await app.as('admin');
    await add('rank', 'choice', { dictionary: 'customer-class' });
    expect(await refuse({ kind: 'choice' })).toMatchObject({ pointer: '/settings/choices' });
    expect(await refuse({ kind: 'choice', dictionary: 'none' })).toMatchObject({ pointer: '/dictionary' });
    await enter({ rank: 'B类' });
    const { id } = ((await admin.get('/dictionaries')).body as { id: string; code: string }[]).find(
      ({ code }) => code === 'customer-class',
    )!;
    expect((await admin.get(`/dictionaries/${id}/usage`)).body).toEqual([{ code: 'B类', count: 1 }]);
  });

  it('change their kind only where every value can follow', async () => {
    const field = await add('size', 'text');
    await enter({ size: '12' });
    await enter({ size: '大' });
    const admin = await app.as('admin');
    const preview = await admin
      .post(`/custom-fields/${field.id}/preview-conversion`)
      .send({ kind: 'number' })
      .expect(200);
    expect(preview.body).toEqual({ records: 2, convertible: 1, examples: ['大'] });
    expect(await change(field.id, { kind: 'number' }, 409)).toMatchObject({
      code: 'custom-field.not-convertible',
    });
    await change(field.id, {
      kind: 'choice',
      settings: {
        choices: [
          { code: 's12', labelZh: '12', labelEn: '12' },
          { code: 'big', labelZh: '大', labelEn: 'Big' },
        ],
      },
    });
    const rows = await app.database.query<{ size: string }>(
      `select custom->>'size' as size from customers where jsonb_exists(custom, 'size') order by 1`,
    );
    expect(rows).toEqual([{ size: 'big' }, { size: 's12' }]);
  });

  it('hide from whoever lacks the permission: list, record, filter, sort, export, definitions', async () => {
    await add('secret', 'number', { readPermission: 'cost:read', changePermission: 'cost:read' });
    await add('half', 'formula', { formula: 'secret / 0', readPermission: 'cost:read' });
    await jobsDone();
    const made = await enter({ secret: '7' }, { name: '保密' }, 'manager.east');
    expect(made.custom).toMatchObject({ secret: '7.00', _problems: { half: 'division-by-zero' } });
    const [li] = await app.database.query<{ id: string }>(`select id from users where username = 'sales.li'`);
    await (await app.as('manager.east')).patch(`/customers/${made.id}`).send({ ownerId: li!.id }).expect(200);
    const seller = await app.as('sales.li');
    expect((await seller.get(`/customers/${made.id}`).expect(200)).body.custom).not.toHaveProperty('secret');
    expect(JSON.stringify((await seller.get('/customers?limit=200')).body)).not.toMatch(/secret|half/);
    for (const query of ['custom.secretFrom=1', 'sort=custom.secret'])
      await seller.get(`/customers?${query}`).expect(422);
    const written = await seller
      .patch(`/customers/${made.id}`)
      .send({ custom: { secret: '1' } })
      .expect(422);
    expect(written.body.errors[0].rule).toBe('unknown');
    await seller
      .patch(`/customers/${made.id}`)
      .send({ custom: { motto: '改别的' } })
      .expect(200);
    const [row] = await app.database.query(
      `select custom->>'secret' as secret from customers where id = $1`,
      [made.id],
    );
    expect(row).toEqual({ secret: '7.00' });
    const seen = (await seller.get('/custom-fields')).body as Field[];
    expect(seen.map(({ code }) => code)).not.toContain('secret');
    const { body: job } = await seller
      .post('/exports')
      .send({ resource: 'customer', format: 'json' })
      .expect(202);
    const file = await finish(seller, job.id);
    const { fileId } = file.result as unknown as { fileId: string };
    const { body } = await seller
      .get(`/files/${fileId}/content`)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks).toString()));
      });
    expect(body).toContain('custom.motto');
    expect(body).not.toMatch(/custom\.(secret|half)/);
  });

  it('come from files, with formulas calculated, and what is wrong told', async () => {
    const admin = await app.as('admin');
    const file = Buffer.from(
      '客户编号,客户名称,字段price,字段amount,字段tags,字段since\nC1,甲,2.5,4,标x、标z,2026/3/1\nC2,乙,2.5,0,,\nC3,丙,abc,1,标q,\n',
    );
    const ended = await importFile(admin, '自定义.csv', file);
    expect(ended).toMatchObject({ state: 'succeeded', result: { rows: 3, withProblems: 1 } });
    expect(
      await app.database.query(
        `select number, custom from customers where number in ('C1', 'C2', 'C3') order by 1`,
      ),
    ).toEqual([
      {
        number: 'C1',
        custom: expect.objectContaining({
          price: '2.500',
          amount: '4',
          tags: ['x', 'z'],
          since: '2026-03-01',
          total: '10.00',
        }),
      },
      { number: 'C2', custom: expect.objectContaining({ price: '2.500', amount: '0', total: '0.00' }) },
    ]);
    const again = Buffer.from('客户编号,客户名称,字段amount\nC1,甲,8\n');
    expect(await importFile(admin, '再来.csv', again)).toMatchObject({ state: 'succeeded' });
    const [row] = await app.database.query<{ custom: object }>(
      `select custom from customers where number = 'C1'`,
    );
    expect(row!.custom).toMatchObject({ price: '2.500', amount: '8', total: '20.00', tags: ['x', 'z'] });
  });

  it('stand in the API document as what they are', async () => {
    const document = createOpenApiDocument(app.nest);
    const made = app.nest.get(CustomSchemas).in(document) as unknown as {
      components: {
        schemas: Record<string, { properties: Record<string, { properties?: Record<string, unknown> }> }>;
      };
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    };
    const { properties } = made.components.schemas.CustomerDto!.properties.custom!;
    expect(properties).toMatchObject({
      budget: { type: 'string', format: 'decimal', title: 'budget' },
      tags: { type: 'array', items: { enum: ['x', 'y', 'z'] } },
      total: { readOnly: true },
    });
    expect(properties).not.toHaveProperty('secret');
    const parameters = made.paths['/api/v1/customers']!.get.parameters.map(({ name }) => name);
    expect(parameters).toEqual(expect.arrayContaining(['custom.budgetFrom', 'custom.grade']));
    expect(parameters).not.toContain('custom.secretFrom');
  });

  it('hold files and links that only who sees the record can open', async () => {
    await add('papers', 'attachment');
    await add('parent', 'link', { settings: { target: 'customer' } });
    const seller = await app.as('sales.wang');
    const { body: file } = await seller
      .post('/files')
      .attach('file', Buffer.from('合同'), '合同.txt')
      .expect(201);
    const above = await enter({}, { name: '母公司' }, 'sales.wang');
    const made = await enter({ papers: [file.id], parent: above.id }, {}, 'sales.wang');
    expect(made.custom.papers).toEqual([{ id: file.id, name: '合同.txt', size: 6 }]);
    const path = `/custom-values/customer/${made.id}/files/${file.id}`;
    await seller.get(path).expect(200);
    await (await app.as('manager.east')).get(path).expect(200);
    await (await app.as('sales.zhao')).get(path).expect(404);
    const other = await app.as('sales.zhao');
    await other
      .post('/customers')
      .send({ name: '偷', custom: { papers: [file.id] } })
      .expect(422);
    await other
      .post('/customers')
      .send({ name: '偷', custom: { parent: above.id } })
      .expect(422);
    await seller
      .patch(`/customers/${made.id}`)
      .send({ custom: { papers: [] } })
      .expect(200);
    await seller.get(path).expect(404);
  });

  it('are for contacts, products and orders too', async () => {
    const admin = await app.as('admin');
    for (const resource of ['contact', 'product', 'order']) await add('hobby', 'text', { resource });
    const { id } = await enter({}, { name: '有联系人' });
    const { body: contact } = await (
      await app.as('sales.li')
    )
      .post('/contacts')
      .send({ customerId: id, name: '钱七', custom: { hobby: '钓鱼' } })
      .expect(201);
    expect(contact.custom).toEqual({ hobby: '钓鱼' });
    await importFile(
      admin,
      '订单.csv',
      Buffer.from(
        '订单编号,订单日期,客户编号,客户名称,产品编号,产品名称,数量,销售额\nCF-1,2026-01-05,CF-C,订单客户,CF-P,订单产品,1,5\n',
      ),
    );
    for (const resource of ['product', 'order']) {
      const [item] = (await admin.get(`/${resource}s`).expect(200)).body.items;
      const changed = await admin
        .patch(`/custom-values/${resource}/${item.id}`)
        .set('if-match', `"${item.version}"`)
        .send({ custom: { hobby: 'h' } })
        .expect(200);
      expect(changed.body).toEqual({ custom: { hobby: 'h' }, version: item.version + 1 });
      await admin
        .patch(`/custom-values/${resource}/${item.id}`)
        .set('if-match', `"${item.version}"`)
        .send({ custom: {} })
        .expect(412);
      await (
        await app.as('sales.li')
      )
        .patch(`/custom-values/${resource}/${item.id}`)
        .send({ custom: {} })
        .expect(403);
      expect((await admin.get(`/${resource}s?custom.hobby=h`).expect(200)).body.items).toHaveLength(1);
    }
    await admin.patch(`/custom-values/planet/${id}`).send({ custom: {} }).expect(404);
    await (
      await app.as('sales.zhao')
    )
      .patch(`/custom-values/customer/${id}`)
      .send({ custom: {} })
      .expect(404);
  });

  it('are set up by administrators only, with an order, an audit entry and a version', async () => {
    const seller = await app.as('sales.li');
    await seller.post('/custom-fields').send({}).expect(403);
    expect(await refuse({ kind: 'text', resource: 'planet' })).toMatchObject({ pointer: '/resource' });
    const admin = await app.as('admin');
    await admin
      .post('/custom-fields')
      .send({ resource: 'customer', code: 'price', kind: 'text', labelZh: 'x', labelEn: 'x' })
      .expect(409);
    const all = (await admin.get('/custom-fields?resource=customer')).body as Field[];
    await admin
      .patch(`/custom-fields/${all[0]!.id}`)
      .set('if-match', '"99"')
      .send({ labelZh: 'y' })
      .expect(412);
    const { body } = await admin
      .put('/custom-fields/order/customer')
      .send({ fieldIds: all.map(({ id }) => id).toReversed() })
      .expect(200);
    expect(body.map(({ code }: Field) => code)).toEqual(all.map(({ code }) => code).toReversed());
    await admin
      .put('/custom-fields/order/customer')
      .send({ fieldIds: [all[0]!.id] })
      .expect(422);
    const [entry] = await app.database.query(
      `select count(*)::int as count from audit_entries where action = 'custom-field.create'`,
    );
    expect(entry!.count).toBeGreaterThan(10);
  });

  it('let two who change a formula at once not close a loop', async () => {
    const left = await add('left', 'formula', { formula: '1' });
    const right = await add('right', 'formula', { formula: '2' });
    const admin = await app.as('admin');
    const answers = await Promise.all([
      admin.patch(`/custom-fields/${left.id}`).send({ formula: 'right' }),
      admin.patch(`/custom-fields/${right.id}`).send({ formula: 'left' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});
