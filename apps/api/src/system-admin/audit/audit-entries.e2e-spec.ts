import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

describe('The audit log, to its readers', () => {
  let app: TestApp;
  let executive: Caller;
  let id: string;
  beforeAll(async () => {
    app = await startTestApp();
    executive = await app.as('executive');
    const li = await app.as('sales.li');
    id = (await li.post('/customers').send({ name: '被查的客户', city: '上海' }).expect(201)).body.id;
    await li.patch(`/customers/${id}`).send({ city: '苏州' }).expect(200);
  });
  afterAll(() => app.close());

  const read = async (query: string) =>
    (await executive.get(`/audit-entries?${query}`).expect(200)).body.items as Record<string, unknown>[];

  it('says who, what, when, from where, before and after', async () => {
    const [changed, created] = await read(`recordId=${id}`);
    expect(changed).toMatchObject({
      actorName: '李娜',
      action: 'customer.change',
      resource: 'customer',
      operation: 'update',
      before: { city: '上海' },
      after: { city: '苏州' },
    });
    expect(changed!.ip).toMatch(/127\.0\.0\.1|::1/);
    expect(Date.now() - Date.parse(changed!.occurredAt as string)).toBeLessThan(60_000);
    expect(created).toMatchObject({ operation: 'insert', after: { name: '被查的客户' } });
  });

  it('is narrowed by everything one would ask for', async () => {
    const ip = encodeURIComponent((await read(`recordId=${id}`))[0]!.ip as string);
    for (const query of [
      `ip=${ip}`,
      'operation=update',
      'action=customer.change',
      'occurredAtFrom=2020-01-01',
    ])
      expect(await read(`recordId=${id}&${query}`)).not.toEqual([]);
    for (const query of ['ip=10.9.9.9', 'operation=delete', 'occurredAtTo=2020-01-01'])
      expect(await read(`recordId=${id}&${query}`)).toEqual([]);
    const { body } = await executive.get(`/audit-entries/count?recordId=${id}`).expect(200);
    expect(body).toEqual({ count: 2, exact: true });
    await executive.get('/audit-entries?operation=guess').expect(422);
    await executive.get('/audit-entries?before=x').expect(422);
  });

  it('goes into a file', async () => {
    const query = { recordId: [id] };
    const { body: job } = await executive
      .post('/exports')
      .send({ resource: 'audit-entry', format: 'csv', query })
      .expect(202);
    let fileId: string | undefined;
    while (!fileId) {
      const { body } = await executive.get(`/jobs/${job.id}`).expect(200);
      expect(body.state).not.toBe('failed');
      fileId = body.result?.fileId;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const file = await executive.get(`/files/${fileId}/content`).responseType('blob').expect(200);
    const text = (file.body as Buffer).toString('utf8');
    expect(text).toContain('李娜,customer.change,customer');
    expect(text).toContain('苏州');
    expect(text.trim().split(/\r?\n/)).toHaveLength(3);
  });

  it('is closed to everybody without the right', async () => {
    for (const username of ['sales.li', 'manager.east', 'finance']) {
      const caller = await app.as(username);
      await caller.get('/audit-entries').expect(403);
      await caller.get('/audit-entries/count').expect(403);
      await caller.post('/exports').send({ resource: 'audit-entry', format: 'csv' }).expect(403);
    }
  });
});
