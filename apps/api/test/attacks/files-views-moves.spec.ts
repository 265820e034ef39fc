import { request as httpRequest, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { startTestApp, type Caller, type TestApp } from '../app.js';
import { PIECE_TYPE } from '../../src/platform/files/uploads.js';

type Body = Record<string, never> & { id: string; version: number };
const NOWHERE = '01990000-0000-7000-8000-000000000000';

/** What is tried by people with an account of their own on files, views, actions on many, moves and relations. */
describe('An attacker among colleagues', () => {
  let app: TestApp;
  let admin: Caller;
  let li: Caller;
  let zhao: Caller;
  /** Sees and changes every customer; neither credit nor finance nor whole phone numbers. */
  let clerk: Caller;
  let hers: Body;
  let his: Body;

  const make = async (who: Caller, path: string, body: object): Promise<Body> =>
    (await who.post(path).send(body).expect(201)).body;
  const customer = (who: Caller, name: string, more: object = {}) =>
    make(who, '/customers', { name, ...more });
  const fileOf = async (who: Caller, name: string, content: string): Promise<string> =>
    (await who.post('/files').attach('file', Buffer.from(content), { filename: name }).expect(201)).body.id;
  const piece = (who: Caller, id: string, offset: string, content: string) =>
    who.patch(`/uploads/${id}`).set('upload-offset', offset).type(PIECE_TYPE).send(content);
  const ended = async (who: Caller, id: string): Promise<void> => {
    for (;;) {
      const { body } = await who.get(`/jobs/${id}`).expect(200);
      if (!['queued', 'running'].includes(body.state)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

  beforeAll(async () => {
    app = await startTestApp({ MAX_UPLOAD_MB: '1' });
    admin = await app.as('admin');
    [li, zhao] = [await app.as('sales.li'), await app.as('sales.zhao')];
    const permissions = ['customer:read', 'customer:change', 'job:read'].map((code) => ({
      code,
      scope: 'all',
    }));
    const role = await make(admin, '/roles', { name: '录入员', permissions });
    const user = await make(admin, '/users', {
      username: 'clerk.he',
      displayName: '何录',
      roleIds: [role.id],
    });
    const first = await app.as('clerk.he', user['temporaryPassword']);
    const own = 'a password of her own 1';
    const change = { currentPassword: user['temporaryPassword'], newPassword: own };
    await first.post('/me/password').send(change).expect(204);
    clerk = await app.as('clerk.he', own);
    [his, hers] = [
      await customer(zhao, '西部机密客户', { phone: '13987654321' }),
      await customer(li, '自己的客户'),
    ];
  });
  afterAll(() => app.close());

  it('gets at no upload of another, and breaks none by offsets, sizes or names', async () => {
    for (const size of [0, -1, 1.5, '9', 1e12, null])
      await li.post('/uploads').send({ name: 'x.txt', size }).expect(422);
    await li.post('/uploads').send({ name: 'x.txt', size: 2_000_000 }).expect(413);
    const upload = await make(li, '/uploads', { name: '..\\..\\etc/报价\u202Efdp\u0007\u007f.txt', size: 4 });
    expect(upload).toMatchObject({ name: '报价fdp.txt' });
    for (const attempt of [
      zhao.get(`/uploads/${upload.id}`),
      piece(zhao, upload.id, '0', 'evil'),
      zhao.post(`/uploads/${upload.id}/finish`),
      zhao.delete(`/uploads/${upload.id}`),
    ])
      await attempt.expect(404);
    for (const offset of ['-1', 'NaN', '1e1', '0x0', ' ', '99999999999999999999'])
      await piece(li, upload.id, offset, 'evil').expect(422);
    await piece(li, upload.id, '999999999999999', 'evil').expect(409);
    await piece(li, upload.id, '0', 'longer').expect(422);
    const { body } = await li.get(`/uploads/${upload.id}`).expect(200);
    expect(body.offset).toBeLessThanOrEqual(4);
    await li.delete(`/uploads/${upload.id}`).expect(204);
  });

  it('mixes no pieces that are sent at one moment, and makes one file of two finishes', async () => {
    const upload = await make(li, '/uploads', { name: 'x.txt', size: 6 });
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    const open = (): { call: ClientRequest; answered: Promise<unknown> } => {
      const headers = {
        authorization: `Bearer ${li.token}`,
        'upload-offset': '0',
        'content-type': PIECE_TYPE,
      };
      const call = httpRequest({ port, method: 'PATCH', path: `/api/v1/uploads/${upload.id}`, headers });
      call.flushHeaders();
      const answered = new Promise((done) =>
        call.on('response', (answer) => done(answer.resume())).on('error', done),
      );
      return { call, answered };
    };
    const soon = () => new Promise((done) => setTimeout(done, 150));
    const slow = open();
    await soon();
    const quick = open();
    await soon();
    slow.call.write('aaaa');
    await soon();
    quick.call.end('bb');
    await quick.answered;
    slow.call.end('a');
    await slow.answered;
    const { offset } = (await li.get(`/uploads/${upload.id}`).expect(200)).body;
    if (offset < 6) await piece(li, upload.id, String(offset), 'c'.repeat(6 - offset)).expect(200);
    const finished = await Promise.all([1, 2, 3].map(() => li.post(`/uploads/${upload.id}/finish`)));
    expect(statuses(finished)).toEqual([201, 201, 201]);
    expect(new Set(finished.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await li.get(`/files/${finished[0]!.body.id}/content`).responseType('blob').expect(200);
    expect((body as Buffer).toString()).toMatch(/^(?:bb|a+)c*$/);
  });

  it('attaches nothing of another, nothing to another’s, no file twice and no script as a link', async () => {
    const to = { resource: 'customer', recordId: hers.id };
    const [mine, foreign] = [await fileOf(li, 'a.txt', '甲'), await fileOf(zhao, 'b.txt', '机密')];
    for (const fileId of [foreign, NOWHERE])
      await li
        .post('/attachments')
        .send({ ...to, fileId })
        .expect(422);
    await li
      .post('/attachments')
      .send({ ...to, recordId: his.id, fileId: mine })
      .expect(404);
    for (const resource of ['__proto__', 'user', 'toString'])
      await li
        .post('/attachments')
        .send({ ...to, resource, fileId: mine })
        .expect(404);
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a:b@c.cn/',
      'data:text/html,x',
    ])
      await li
        .post('/attachments')
        .send({ ...to, address })
        .expect(422);
    const both = await Promise.all([1, 2].map(() => li.post('/attachments').send({ ...to, fileId: mine })));
    expect(statuses(both)).toEqual([201, 409]);
    const secret = await make(zhao, '/attachments', {
      resource: 'customer',
      recordId: his.id,
      fileId: foreign,
    });
    for (const path of ['', '/versions', '/content', '/versions/1/content'])
      await li.get(`/attachments/${secret.id}${path}`).expect(404);
    await li.get(`/attachments/of/customer/${his.id}`).expect(404);
    await li.patch(`/attachments/${secret.id}`).set('if-match', '"9"').send({ title: 'x' }).expect(404);
    await li.delete(`/attachments/${secret.id}`).set('if-match', '"9"').expect(404);
    await li
      .post(`/attachments/${secret.id}/versions`)
      .send({ fileId: await fileOf(li, 'c.txt', '丙') })
      .expect(404);
    const bin = await li.get('/recycle-bin?limit=200');
    expect(bin.text).not.toContain('机密');
  });

  it('sees what is attached to a record that is not hers to change, and changes nothing of it', async () => {
    const note = { kind: 'call', content: '电话', occurredAt: '2026-03-01T08:00:00Z', customerId: hers.id };
    const activity = await make(admin, '/activities', note);
    const page = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const fileId = await fileOf(admin, '页.html', page);
    const at = { resource: 'activity', recordId: activity.id };
    const made = await make(admin, '/attachments', { ...at, fileId });
    const title = '账单\u202Elmth';
    await admin.patch(`/attachments/${made.id}`).send({ title }).expect(200);
    expect((await li.get(`/attachments/${made.id}`).expect(200)).body.allowedActions).toEqual([]);
    const { headers } = await li.get(`/attachments/${made.id}/content`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(decodeURIComponent(headers['content-disposition']!)).toBe(
      "attachment; filename*=UTF-8''账单lmth.html",
    );
    await li
      .post('/attachments')
      .send({ ...at, address: 'https://a.cn/' })
      .expect(404);
    await li.patch(`/attachments/${made.id}`).send({ title: 'x' }).expect(404);
    await li
      .post(`/attachments/${made.id}/versions`)
      .send({ fileId: await fileOf(li, 'd.txt', '丁') })
      .expect(404);
    await li.delete(`/attachments/${made.id}`).expect(404);
  });

  it('neither learns of another’s view nor shares or spoils one', async () => {
    const view = await make(zhao, '/saved-views', {
      list: 'customer',
      name: '机密视图',
      query: { q: '机密' },
    });
    await zhao.patch(`/saved-views/${view.id}`).send({ name: '机密视图二' }).expect(200);
    for (const version of ['"1"', '"2"', '"99"']) {
      await li.patch(`/saved-views/${view.id}`).set('if-match', version).send({ name: 'x' }).expect(404);
      await li.delete(`/saved-views/${view.id}`).set('if-match', version).expect(404);
    }
    const base = { list: 'customer', name: '我的' };
    await li
      .post('/saved-views')
      .send({ ...base, isSharedWithAll: true })
      .expect(403);
    const own = await make(li, '/saved-views', base);
    await li
      .patch(`/saved-views/${own.id}`)
      .send({ roleIds: [NOWHERE] })
      .expect(403);
    for (const query of [{ constructor: 'x' }, { q: { toString: 1 } }, { creditLimitFrom: '1' }])
      await li
        .post('/saved-views')
        .send({ ...base, name: 'y', query })
        .expect(422);
    await li
      .post('/saved-views')
      .send({ ...base, name: 'z', columns: ['a\u0000'] })
      .expect(422);
    const raw = '{"list":"customer","name":"p","query":{"__proto__":{"q":"x"}}}';
    await li.post('/saved-views').type('json').send(raw).expect(400);
  });

  it('acts on many only within her reach, on what is declared, and hears of nothing else', async () => {
    const run = { resource: 'customer', action: 'change', values: { city: '无锡' } };
    await li
      .post('/bulk-runs')
      .send({ ...run, ids: [his.id] })
      .expect(409);
    const { body: job } = await li
      .post('/bulk-runs')
      .send({ ...run, ids: [his.id, hers.id] })
      .expect(202);
    await ended(li, job.id);
    const rows = await li.get(`/bulk-rows?jobId=${job.id}`).expect(200);
    expect(rows.text).not.toContain('机密');
    expect(rows.body.items.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual([
      'done',
      'refused',
    ]);
    expect((await zhao.get(`/customers/${his.id}`).expect(200)).body.city).not.toBe('无锡');
    for (const path of [`/bulk-runs/${job.id}`, `/jobs/${job.id}`]) await zhao.get(path).expect(404);
    await zhao.post(`/bulk-runs/${job.id}/undo`).expect(404);
    expect((await zhao.get(`/bulk-rows?jobId=${job.id}`).expect(200)).body.items).toEqual([]);
    const ids = [hers.id];
    for (const values of [{ name: 'x' }, { creditLimit: '9' }, { constructor: {} }, { ownerId: 'x' }, {}])
      await li
        .post('/bulk-runs')
        .send({ ...run, ids, values })
        .expect(422);
    for (const action of ['restore', 'toString', '__proto__'])
      await li
        .post('/bulk-runs')
        .send({ ...run, ids, action })
        .expect(422);
    for (const query of [
      { q: { toString: 1 } },
      { id: [[{ toString: 1 }]] },
      { sort: { x: 1 } },
      { city: null },
    ])
      await li
        .post('/bulk-runs')
        .send({ ...run, query })
        .expect(422);
    const raw = `{"resource":"customer","action":"change","ids":["${hers.id}"],"values":{"__proto__":{"name":"x"}}}`;
    await li.post('/bulk-runs').type('json').send(raw).expect(400);
    const odd = { ...run, ids, values: { custom: { x: '\u0000' } } };
    expect((await li.post('/bulk-runs').send(odd)).status).toBeLessThan(500);
    const me = (await zhao.get('/me').expect(200)).body;
    const { body: given } = await li
      .post('/bulk-runs')
      .send({ ...run, ids, values: { ownerId: me.id } })
      .expect(202);
    await ended(li, given.id);
    expect((await li.get(`/bulk-runs/${given.id}`).expect(200)).body).toMatchObject({ done: 0, refused: 1 });
  });

  it('is told of no hidden field: not by what others changed meanwhile, nor by the timeline', async () => {
    const path = `/customers/${hers.id}`;
    const { version } = (await clerk.get(path).expect(200)).body;
    const context = {
      actorId: (await zhao.get('/me').expect(200)).body.id,
      actorName: 'x',
      action: 'customer.change',
    };
    await app.database.query(
      `with c as (select set_config('juke.context', $1, true))
       update customers set payment_terms_days = 173, version = version + 1 from c where id = $2`,
      [JSON.stringify(context), hers.id],
    );
    const finance = { bankAccount: '6222021234567890', bankName: '机密银行' };
    await admin.put(`${path}/finance`).send(finance).expect(200);
    await admin.patch(path).send({ city: '苏州', phone: '13912345678' }).expect(200);
    const stale = await clerk.patch(path).set('if-match', `"${version}"`).send({ city: 'x' }).expect(412);
    expect(stale.body.params.changes.map(({ fields }: { fields: string[] }) => fields)).toEqual([
      ['city', 'phone'],
    ]);
    const told = await clerk.get(`${path}/timeline?limit=200`).expect(200);
    expect(told.text).toContain('苏州');
    for (const secret of ['6222', '机密银行', '13912345678', 'bank_', 'payment_terms', 'paymentTerms'])
      expect({ secret, told: told.text.includes(secret) }).toEqual({ secret, told: false });
  });

  it('moves contacts between customers of her own alone, once, and learns nothing of where they were', async () => {
    const [one, two] = [await customer(li, '甲公司'), await customer(li, '乙公司')];
    const contact = await make(li, '/contacts', {
      customerId: one.id,
      name: '张伟',
      wechatId: '13912345678',
    });
    await li.post(`/contacts/${contact.id}/move`).send({ customerId: his.id }).expect(422);
    const theirs = await make(zhao, '/contacts', { customerId: his.id, name: '机密联系人' });
    await li
      .post(`/contacts/${theirs.id}/move`)
      .set('if-match', '"9"')
      .send({ customerId: one.id })
      .expect(404);
    const move = (to: string) =>
      li.post(`/contacts/${contact.id}/move`).set('if-match', '"1"').send({ customerId: to });
    expect(statuses(await Promise.all([move(two.id), move(hers.id)]))).toEqual([200, 412]);
    await admin.post(`/contacts/${theirs.id}/move`).send({ customerId: hers.id, reason: '跳槽' }).expect(200);
    await admin.patch(`/contacts/${theirs.id}`).send({ wechatId: '13812345678' }).expect(200);
    const { text } = await li.get(`/customers/${hers.id}/timeline?limit=200`).expect(200);
    expect(text).toContain('跳槽');
    for (const secret of ['西部机密', his.id]) expect(text).not.toContain(secret);
    expect((await clerk.get(`/contacts/${theirs.id}`).expect(200)).text).not.toContain('13812345678');
    expect((await clerk.get('/contacts/count?q=13812345678').expect(200)).body.count).toBe(0);
  });

  it('finds nothing in the bin, nor by a contact that has left, and covers no number with stars', async () => {
    const contact = await make(li, '/contacts', {
      customerId: hers.id,
      name: '将走的人',
      phone: '13700001111',
    });
    const to = { resource: 'contact', recordId: contact.id };
    const made = await make(li, '/attachments', { ...to, fileId: await fileOf(li, '机密名片.txt', '') });
    await clerk.patch(`/contacts/${contact.id}`).send({ phone: '137****1111' }).expect(422);
    await clerk.patch(`/contacts/${contact.id}`).send({ wechatId: '137****1111' }).expect(422);
    await admin.post(`/contacts/${contact.id}/move`).send({ customerId: his.id }).expect(200);
    for (const path of ['', '/content', '/versions'])
      await li.get(`/attachments/${made.id}${path}`).expect(404);
    await zhao.get(`/attachments/${made.id}/content`).expect(200);
    await zhao.delete(`/attachments/${made.id}`).expect(204);
    const bin = await zhao.get('/recycle-bin?resource=contact-attachment').expect(200);
    expect(bin.text).toContain('机密名片');
    expect((await li.get('/recycle-bin?resource=contact-attachment').expect(200)).text).not.toContain(
      '机密名片',
    );
    for (const attempt of [
      li.post(`/recycle-bin/contact-attachment/${made.id}/restore`),
      li.delete(`/recycle-bin/contact-attachment/${made.id}`),
    ])
      expect([403, 404]).toContain((await attempt).status);
    await zhao.post(`/recycle-bin/contact-attachment/${made.id}/restore`).expect(204);
  });

  it('relates no customer beyond her sight, and closes no ring by two at once', async () => {
    const [one, two, three] = await Promise.all(['丙', '丁', '戊'].map((name) => customer(li, name)));
    const relate = (from: Body, to: Body, who = li) =>
      who.post('/customer-relations').send({ kind: 'subsidiary', fromId: from.id, toId: to.id });
    await relate(one!, his).expect(422);
    await relate(one!, two!).expect(201);
    const ring = await Promise.all([relate(two!, three!), relate(three!, one!)]);
    expect(statuses(ring)).toEqual([201, 409]);
    const { body } = await relate(one!, his, admin).expect(201);
    await li.patch(`/customer-relations/${body.id}`).set('if-match', '"9"').send({ note: 'x' }).expect(404);
    await li.delete(`/customer-relations/${body.id}`).set('if-match', '"9"').expect(404);
    for (const path of ['relations', 'relations/graph?depth=3', 'group-sales']) {
      const { text } = await li.get(`/customers/${one!.id}/${path}`).expect(200);
      for (const secret of ['西部机密', his.id, body.id]) expect(text).not.toContain(secret);
      await li.get(`/customers/${his.id}/${path}`).expect(404);
    }
  });

  it('reads by a key of few rights nothing that its owner did by other means', async () => {
    await clerk
      .post('/bulk-runs')
      .send({ resource: 'customer', action: 'change', ids: [his.id], values: { city: '银川' } })
      .expect(202);
    const permissions = [{ code: 'job:read', scope: 'all' }];
    const me = (await clerk.get('/me').expect(200)).body;
    const key = await make(admin, '/api-keys', { name: '键', permissions, userId: me.id });
    const { rows, jobs } = Object.fromEntries(
      await Promise.all(
        [['rows', '/bulk-rows'] as const, ['jobs', '/jobs'] as const].map(async ([name, path]) => {
          const call = request(app.nest.getHttpServer()).get(`/api/v1${path}`);
          return [name, await call.set('authorization', `Bearer ${key['secret']}`).expect(200)] as const;
        }),
      ),
    ) as Record<string, { body: { items: unknown[] } }>;
    expect([rows!.body.items, jobs!.body.items]).toEqual([[], []]);
  });
});
