import pg from 'pg';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import type { BulkRowDto, BulkRunDto } from './bulk.dto.js';

interface Customer {
  id: string;
  name: string;
  version: number;
}

describe('Actions on many records', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao] = [await app.as('sales.li'), await app.as('sales.zhao')];
  });
  afterAll(() => app.close());

  const make = (who: Caller, city: string, count: number): Promise<Customer[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const { body } = await who
          .post('/customers')
          .send({ name: `${city}客户${n}`, city })
          .expect(201);
        return body as Customer;
      }),
    );
  const ended = async (who: Caller, id: string) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const { body } = await who.get(`/jobs/${id}`).expect(200);
      if (!['queued', 'running'].includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The job did not end.');
  };
  const start = async (who: Caller, dto: object): Promise<string> =>
    (
      await who
        .post('/bulk-runs')
        .send({ resource: 'customer', ...dto })
        .expect(202)
    ).body.id;
  const run = async (who: Caller, dto: object): Promise<BulkRunDto> => {
    const id = await start(who, dto);
    await ended(who, id);
    return (await who.get(`/bulk-runs/${id}`).expect(200)).body;
  };
  const refused = async (who: Caller, id: string): Promise<BulkRowDto[]> =>
    (await who.get(`/bulk-rows?jobId=${id}&outcome=refused`).expect(200)).body.items;
  /** Nothing is worked on until it is given back. */
  const holding = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: app.database.ownerUrl });
    await client.connect();
    try {
      await client.query(`begin`);
      await client.query(`select 1 from customers where id = $1 for update`, [id]);
      return await work();
    } finally {
      await client.query('rollback');
      await client.end();
    }
  };

  it('change what is filtered, each in a transaction of its own, audited under the job', async () => {
    await make(li, '无锡', 12);
    const result = await run(li, {
      action: 'change',
      query: { city: ['无锡'], sort: 'name' },
      values: { province: '江苏', class: 'A类' },
      expected: 12,
    });
    expect(result).toMatchObject({ total: 12, done: 12, refused: 0, waiting: 0, canUndo: false });
    const { body } = await li.get(
      '/customers?city=无锡&limit=200'.replace('无锡', encodeURIComponent('无锡')),
    );
    expect(body.items).toHaveLength(12);
    for (const item of body.items) expect(item).toMatchObject({ province: '江苏', class: 'A类', version: 2 });
    const [audited] = await app.database.query<{ entries: number; transactions: number }>(
      `select count(*)::int as entries, count(distinct occurred_at)::int as transactions from audit_entries where job_id = '${result.id}' and action = 'customer.change'`,
    );
    expect(audited).toEqual({ entries: 12, transactions: 12 });
    const { body: told } = await li.get('/notifications?kind=bulk.done').expect(200);
    expect(told.items[0].params).toMatchObject({ done: 12, refused: 0 });
  });

  it('leave alone, and do not name, what is not the caller’s; and go on', async () => {
    const [mine] = (await make(li, '常州', 1)) as [Customer];
    const [theirs] = (await make(zhao, '兰州', 1)) as [Customer];
    const result = await run(li, { action: 'change', ids: [theirs.id, mine.id], values: { city: '镇江' } });
    expect(result).toMatchObject({ total: 2, done: 1, refused: 1 });
    const rows = await refused(li, result.id);
    expect(rows).toMatchObject([{ recordId: theirs.id, title: null, problem: { code: 'record.not-found' } }]);
    expect((await zhao.get(`/customers/${theirs.id}`).expect(200)).body).toMatchObject({
      city: '兰州',
      version: 1,
    });
    // Nor are a run and its rows another's to see.
    await zhao.get(`/bulk-runs/${result.id}`).expect(404);
    await zhao.post(`/bulk-runs/${result.id}/undo`).expect(404);
    expect((await zhao.get(`/bulk-rows?jobId=${result.id}`).expect(200)).body.items).toEqual([]);
  });

  it('do not overrule who was quicker, and stop where they are told to', async () => {
    const [first, second, third] = (await make(li, '扬州', 3)) as [Customer, Customer, Customer];
    const id = await holding(first.id, async () => {
      const job = await start(li, {
        action: 'change',
        ids: [first.id, second.id, third.id],
        values: { city: '泰州' },
      });
      await li.patch(`/customers/${second.id}`).send({ phone: '0514-1' }).expect(200);
      return job;
    });
    await ended(li, id);
    expect(await refused(li, id)).toMatchObject([
      { recordId: second.id, title: second.name, problem: { code: 'record.stale' } },
    ]);
    expect((await li.get(`/customers/${second.id}`).expect(200)).body).toMatchObject({
      city: '扬州',
      phone: '0514-1',
    });

    const rest = await make(li, '宿迁', 5);
    const stopped = await holding(rest[0]!.id, async () => {
      const job = await start(li, { action: 'delete', query: { city: '宿迁', sort: 'name' } });
      await new Promise((resolve) => setTimeout(resolve, 700));
      await li.post(`/jobs/${job}/cancel`).expect(200);
      return job;
    });
    expect((await ended(li, stopped)).state).toBe('cancelled');
    const { body: left } = await li.get(`/bulk-runs/${stopped}`).expect(200);
    expect(left.done).toBeLessThanOrEqual(1);
    expect(left.waiting + left.done).toBe(5);
  });

  it('refuse each row by the rules of one, with words that can be taken out', async () => {
    const [one] = (await make(li, '徐州', 1)) as [Customer];
    const zhaoId = (await zhao.get('/me').expect(200)).body.id;
    const result = await run(li, { action: 'change', ids: [one.id], values: { ownerId: zhaoId } });
    expect(await refused(li, result.id)).toMatchObject([
      { title: one.name, problem: { code: 'input.invalid', errors: [{ rule: 'beyondScope' }] } },
    ]);
    const { body: job } = await li
      .post('/exports')
      .send({ resource: 'bulk-row', format: 'csv', query: { jobId: result.id, outcome: 'refused' } })
      .expect(202);
    const { result: file } = await ended(li, job.id);
    const { body: content } = await li.get(`/files/${file.fileId}/content`).responseType('blob').expect(200);
    expect(String(content)).toContain('徐州客户0');
    expect(String(content)).toContain('内容不符合要求');
  });

  it('put into the recycle bin and take out again', async () => {
    await make(li, '连云港', 3);
    const deleted = await run(li, { action: 'delete', query: { city: '连云港' } });
    expect(deleted).toMatchObject({ done: 3, canUndo: true });
    expect((await li.get(`/customers/count?city=${encodeURIComponent('连云港')}`)).body.count).toBe(0);
    const { body: job } = await li.post(`/bulk-runs/${deleted.id}/undo`).expect(202);
    await ended(li, job.id);
    expect((await li.get(`/customers/count?city=${encodeURIComponent('连云港')}`)).body.count).toBe(3);
    await li.post(`/bulk-runs/${job.id}/undo`).expect(409);
  });

  it('complete tasks that are still open', async () => {
    const tasks = await Promise.all(
      ['寄样品', '回电话'].map(async (title) => (await li.post('/tasks').send({ title }).expect(201)).body),
    );
    await li.post(`/tasks/${tasks[0].id}/complete`).expect(200);
    const result = await run(li, { resource: 'task', action: 'complete', query: { q: '' } });
    expect(result).toMatchObject({ total: 2, done: 1, refused: 1 });
    expect((await refused(li, result.id))[0]).toMatchObject({
      title: '寄样品',
      problem: { code: 'record.illegal-action' },
    });
  });

  it('are checked before they begin', async () => {
    const [one] = (await make(li, '盐城', 1)) as [Customer];
    const ask = async (who: Caller, dto: object, status: number) =>
      (
        await who
          .post('/bulk-runs')
          .send({ resource: 'customer', action: 'change', ids: [one.id], values: { city: 'x' }, ...dto })
          .expect(status)
      ).body;
    await ask(await app.as('legal'), {}, 403);
    await ask(await app.as('planner'), {}, 403);
    for (const dto of [
      { resource: 'nosuch' },
      { action: 'nosuch' },
      { action: 'restore' },
      { values: {} },
      { values: { name: '都叫一个名字' } },
      { values: { city: 7 } },
      { values: { class: 'x'.repeat(61) } },
      { query: {} },
      { ids: undefined },
      { ids: undefined, query: { nosuch: 'x' } },
      { action: 'delete' },
    ])
      await ask(li, dto, 422);
    expect((await ask(li, { values: { city: 7 } }, 422)).errors[0].pointer).toBe('/values/city');
    expect((await ask(li, { expected: 2 }, 409)).code).toBe('bulk.count-changed');
    expect((await ask(li, { ids: undefined, query: { city: '没有' } }, 409)).code).toBe('bulk.nothing');
    await li.get('/bulk-runs/0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11').expect(404);
  });
});
