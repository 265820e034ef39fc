import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_CONFIG } from '../config/config.module.js';
import type { AppConfig } from '../config/app-config.js';
import { FileSweep } from '../files/file-sweep.js';
import { PIECE_TYPE } from '../files/uploads.js';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { AttachmentSweep } from './attachment-sweep.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Attachment {
  id: string;
  title: string;
  latest: number;
  version: number;
  allowedActions: string[];
}

describe('Files and links of records', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let legal: Caller;
  let customer: { id: string };

  beforeAll(async () => {
    app = await startTestApp({ MAX_UPLOAD_MB: '1' });
    [li, zhao, legal] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'legal'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller];
    customer = (await li.post('/customers').send({ name: '融氏食品' }).expect(201)).body;
  });
  afterAll(() => app.close());

  const upload = async (name: string, content: string | Buffer = `内容 ${name}`, who = li): Promise<string> =>
    (await who.post('/files').attach('file', Buffer.from(content), { filename: name }).expect(201)).body.id;
  const attach = async (fields: object, who = li): Promise<Attachment> =>
    (
      await who
        .post('/attachments')
        .send({ resource: 'customer', recordId: customer.id, ...fields })
        .expect(201)
    ).body;
  const listed = async (resource = 'customer', id = customer.id, who = li): Promise<Attachment[]> =>
    (await who.get(`/attachments/of/${resource}/${id}`).expect(200)).body.items;
  const filesDir = () => app.nest.get<AppConfig>(APP_CONFIG).filesDir;
  const onDisk = () =>
    readdirSync(filesDir(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('are attached, described, renamed and downloaded, and hold every version', async () => {
    const made = await attach({ fileId: await upload('报价单.txt', '第一版'), description: '含税' });
    expect(made).toMatchObject({
      title: '报价单.txt',
      latest: 1,
      mediaType: 'text/plain',
      createdByName: '李娜',
      allowedActions: ['change', 'add-version', 'delete'],
    });
    const path = `/attachments/${made.id}`;
    const newer = await li
      .post(`${path}/versions`)
      .set('if-match', '"1"')
      .send({ fileId: await upload('报价单 定稿.txt', '第二版') })
      .expect(201);
    expect(newer.body).toMatchObject({ title: '报价单 定稿.txt', latest: 2, version: 2 });
    const renamed = await li.patch(path).send({ title: '报价', description: null }).expect(200);
    expect(renamed.body).toMatchObject({ title: '报价', description: null, version: 3 });
    await li.patch(path).set('if-match', '"1"').send({ title: 'x' }).expect(412);

    const { body: versions } = await li.get(`${path}/versions`).expect(200);
    expect(versions.map(({ number, name }: { number: number; name: string }) => [number, name])).toEqual([
      [2, '报价单 定稿.txt'],
      [1, '报价单.txt'],
    ]);
    const first = await li.get(`${path}/versions/1/content`).expect(200);
    expect((first.body as Buffer).toString()).toBe('第一版');
    // Renamed it is still a text for the programs of whoever opens it, and nothing that runs in our origin.
    const latest = await li.get(`${path}/content`).expect(200);
    expect(latest.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('报价.txt')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    await li.get(`${path}/versions/3/content`).expect(404);
    await li.get(`${path}/versions/x/content`).expect(404);
  });

  it('are seen and changed as their record is', async () => {
    const made = await attach({ address: 'https://example.com/offer', title: '合同范本' });
    const path = `/attachments/${made.id}`;
    for (const call of [
      zhao.get(path),
      zhao.get(`/attachments/of/customer/${customer.id}`),
      zhao.patch(path).send({ title: 'x' }),
      zhao.delete(path),
      zhao
        .post('/attachments')
        .send({ resource: 'customer', recordId: customer.id, address: 'https://a.example' }),
    ])
      await call.expect(404);
    expect((await legal.get(path).expect(200)).body.allowedActions).toEqual([]);
    for (const [who, actions] of [
      [li, ['add']],
      [legal, []],
    ] as const)
      expect(
        (await who.get(`/attachments/of/customer/${customer.id}`).expect(200)).body.allowedActions,
      ).toEqual(actions);
    await legal.patch(path).send({ title: 'x' }).expect(403);
    await legal.delete(path).expect(403);
    await legal
      .post('/attachments')
      .send({ resource: 'customer', recordId: customer.id, address: 'https://a.example' })
      .expect(403);
    await li.get(`/attachments/of/nonsense/${customer.id}`).expect(404);
    // A file of hers does not reach others by its id.
    const fileId = await upload('秘密.txt');
    const own = (await zhao.post('/customers').send({ name: '西部' }).expect(201)).body as { id: string };
    const stolen = await zhao
      .post('/attachments')
      .send({ resource: 'customer', recordId: own.id, fileId })
      .expect(422);
    expect(stolen.body.errors[0]).toMatchObject({ pointer: '/fileId', rule: 'reference' });
  });

  it('are links to the web or files, each file once', async () => {
    const send = (fields: object) =>
      li.post('/attachments').send({ resource: 'customer', recordId: customer.id, ...fields });
    for (const address of ['javascript:alert(1)', 'ftp://a.example/x', 'https://me:secret@a.example/', '//x'])
      await send({ address }).expect(422);
    await send({}).expect(422);
    const fileId = await upload('一次.txt');
    await send({ fileId, address: 'https://a.example' }).expect(422);
    await send({ fileId }).expect(201);
    expect((await send({ fileId }).expect(409)).body.code).toBe('attachment.file-taken');
    const { body: link } = await send({ address: 'https://a.example/b' }).expect(201);
    expect(link).toMatchObject({ title: 'a.example', allowedActions: ['change', 'delete'] });
    await li
      .post(`/attachments/${link.id}/versions`)
      .send({ fileId: await upload('二.txt') })
      .expect(409);
    const moved = await li
      .patch(`/attachments/${link.id}`)
      .send({ address: 'https://b.example/' })
      .expect(200);
    expect(moved.body.address).toBe('https://b.example/');
  });

  it('come with an activity, in its transaction, and stand in the timeline', async () => {
    const fileIds = [await upload('名片.png', PNG), await upload('纪要.txt')];
    const { body: visit } = await li
      .post('/activities')
      .send({ customerId: customer.id, kind: 'visit', content: '看厂', fileIds })
      .expect(201);
    expect((await listed('activity', visit.id)).map(({ title }) => title).sort()).toEqual([
      '名片.png',
      '纪要.txt',
    ]);
    await li.post('/activities').send({ customerId: customer.id, content: '没有的', fileIds }).expect(409);
    const { body } = await li.get(`/customers/${customer.id}/timeline?limit=50`).expect(200);
    const entries = body.items as {
      kind: string;
      text: string;
      what: string;
      files: { title: string }[] | null;
    }[];
    expect(entries.find(({ text }) => text === '看厂')!.files!.map(({ title }) => title)).toEqual([
      '名片.png',
      '纪要.txt',
    ]);
    expect(entries.some(({ text }) => text === '没有的')).toBe(false);
    expect(entries.filter(({ kind }) => kind === 'file').map(({ what }) => what)).toContain('version');
  });

  it('go into the recycle bin and come back; removed for good, their content goes from the disk', async () => {
    const made = await attach({ fileId: await upload('旧图.png', PNG) });
    const path = `/attachments/${made.id}`;
    await li
      .post(`${path}/versions`)
      .send({ fileId: await upload('新图.png', PNG) })
      .expect(201);
    await li.delete(path).set('if-match', '"1"').expect(412);
    await li.delete(path).expect(204);
    await li.get(path).expect(404);
    expect((await listed()).some(({ id }) => id === made.id)).toBe(false);
    const bin = (await li.get('/recycle-bin').expect(200)).body.items as { id: string }[];
    expect(bin.find(({ id }) => id === made.id)).toMatchObject({
      resource: 'customer-attachment',
      title: '新图.png',
      subtitle: '融氏食品',
      allowedActions: ['restore'],
    });
    expect(
      ((await zhao.get('/recycle-bin').expect(200)).body.items as { id: string }[]).map(({ id }) => id),
    ).not.toContain(made.id);
    await zhao.post(`/recycle-bin/customer-attachment/${made.id}/restore`).expect(404);
    // By another name it is not found, nor taken back.
    await li.post(`/recycle-bin/opportunity-attachment/${made.id}/restore`).expect(404);
    await li.post(`/recycle-bin/customer-attachment/${made.id}/restore`).expect(204);
    expect((await li.get(`${path}/versions`).expect(200)).body).toHaveLength(2);

    await li.delete(path).expect(204);
    const before = onDisk().length;
    const admin = await app.as('admin');
    await admin.delete(`/recycle-bin/customer-attachment/${made.id}`).expect(409);
    await app.database.query(`
      select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "test"}', false);
      update attachments set deleted_at = now() - interval '31 days' where id = '${made.id}';
    `);
    await admin.delete(`/recycle-bin/customer-attachment/${made.id}`).expect(204);
    expect(await app.nest.get(FileSweep).sweep()).toBe(2);
    expect(onDisk().length).toBe(before - 2);
  });

  it('of a record that was removed for good go after it', async () => {
    const { body: other } = await li.post('/customers').send({ name: '将移除' }).expect(201);
    await attach({ recordId: other.id, fileId: await upload('随它去.txt') });
    await app.database.query(`
      select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "test"}', false);
      delete from customers where id = '${other.id}';
    `);
    expect(await app.nest.get(AttachmentSweep).sweep()).toBe(1);
    expect(await app.nest.get(FileSweep).sweep()).toBe(1);
  });

  it('tell whoever may see the record, and the log', async () => {
    const made = await attach({ address: 'https://example.com/x' });
    const [event] = await app.database.query<{ name: string; audience: object }>(
      `select name, audience from domain_events where record_id = '${made.id}'`,
    );
    expect(event).toMatchObject({
      name: 'customer-attachment.created',
      audience: { permission: 'customer:read' },
    });
    const entries = await app.database.query(
      `select action from audit_entries where resource = 'attachment' and record_id = '${made.id}'`,
    );
    expect(entries).toEqual([{ action: 'customer-attachment.create' }]);
  });

  describe('that come in pieces', () => {
    const begin = (name: string, size: number, who = li) => who.post('/uploads').send({ name, size });
    const piece = (id: string, offset: number, content: Buffer, who = li) =>
      who
        .patch(`/uploads/${id}`)
        .set('upload-offset', String(offset))
        .set('content-type', PIECE_TYPE)
        .send(content);

    it('go on where the line broke, and become a file like any other', async () => {
      const content = Buffer.concat([PNG, Buffer.alloc(700_000, 'x')]);
      const { id } = (await begin('大图.png', content.length).expect(201)).body as { id: string };
      expect((await piece(id, 0, content.subarray(0, 1000)).expect(200)).body.offset).toBe(1000);

      // The line breaks in the middle of a piece: what came is kept.
      const { port } = app.nest.getHttpServer().address() as AddressInfo;
      await new Promise<void>((resolve) => {
        const broken = httpRequest({
          port,
          method: 'PATCH',
          path: `/api/v1/uploads/${id}`,
          headers: {
            authorization: `Bearer ${li.token}`,
            'content-type': PIECE_TYPE,
            'upload-offset': '1000',
            'content-length': String(content.length - 1000),
          },
        });
        broken.on('error', () => resolve());
        broken.on('close', () => resolve());
        broken.write(content.subarray(1000, 300_000), () => setTimeout(() => broken.destroy(), 300));
      });
      let offset = 1000;
      await expectSoon(async () => {
        const head = await li.get(`/uploads/${id}`).expect(200);
        expect(head.headers['upload-offset']).toBe(String(head.body.offset));
        offset = head.body.offset;
        return offset > 1000;
      });
      expect(offset).toBeLessThanOrEqual(300_000);
      expect((await li.post(`/uploads/${id}/finish`).expect(409)).body).toMatchObject({
        code: 'upload.incomplete',
        params: { offset },
      });
      expect((await piece(id, 0, content).expect(409)).body).toMatchObject({
        code: 'upload.offset',
        params: { offset },
      });
      await piece(id, offset, Buffer.concat([content.subarray(offset), Buffer.from('more')])).expect(422);
      const { body: now } = await li.get(`/uploads/${id}`).expect(200);
      await piece(id, now.offset, content.subarray(now.offset)).expect(200);

      const [file, again] = await Promise.all([1, 2].map(() => li.post(`/uploads/${id}/finish`).expect(201)));
      expect(again!.body.id).toBe(file!.body.id);
      expect(file!.body).toMatchObject({ name: '大图.png', mediaType: 'image/png', size: content.length });
      const { body } = await li.get(`/files/${file!.body.id}/content`).expect(200);
      expect((body as Buffer).equals(content)).toBe(true);
    });

    it("are refused early when too large, and are nobody else's", async () => {
      expect((await begin('整盘.zip', 2 * 1024 * 1024).expect(413)).body.params).toEqual({ megabytes: 1 });
      await begin('空', 0).expect(422);
      const { id } = (await begin('程序.bin', 300).expect(201)).body as { id: string };
      await zhao.get(`/uploads/${id}`).expect(404);
      await piece(id, 0, Buffer.alloc(300), zhao).expect(404);
      await zhao.delete(`/uploads/${id}`).expect(404);
      await li.patch(`/uploads/${id}`).send({}).expect(422);
      await li.patch(`/uploads/${id}`).set('upload-offset', '0').send({}).expect(422);
      await piece(id, 0, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(298)])).expect(200);
      expect((await li.post(`/uploads/${id}/finish`).expect(422)).body.code).toBe('file.not-allowed');
      await li.delete(`/uploads/${id}`).expect(204);
      await li.get(`/uploads/${id}`).expect(404);
    });

    it('are bounded in number, and given up after a day', async () => {
      const wang = await app.as('sales.wang');
      for (let n = 0; n < 50; n += 1) await begin(`${n}`, 10, wang).expect(201);
      expect((await begin('50', 10, wang).expect(409)).body.code).toBe('upload.too-many');
      expect(onDisk().filter(({ name }) => name.endsWith('.upload'))).toHaveLength(50);
      await app.database.query(`update uploads set touched_at = now() - interval '25 hours'`);
      await app.nest.get(FileSweep).sweep();
      expect(onDisk().filter(({ name }) => name.endsWith('.upload'))).toHaveLength(0);
      await begin('51', 10, wang).expect(201);
    });
  });
});

async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to be.');
}
