import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

interface Feed {
  items: { id: string; name: string; recordId: string | null; occurredAt: string }[];
  cursor: string;
  hasMore: boolean;
}

describe('The event feed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** A transaction of any database of the server holds the horizon back, those of tests beside this one too. */
  const settled = async (): Promise<void> => {
    for (;;) {
      const [state] = await app.database.query<{ isFinal: boolean }>(
        `select coalesce(max(transaction_id) < pg_snapshot_xmin(pg_current_snapshot()), true) as "isFinal" from domain_events`,
      );
      if (state!.isFinal) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const read = async (caller: Caller, query: Record<string, string> = {}): Promise<Feed> =>
    (await caller.get(`/events/feed?${new URLSearchParams(query)}`).expect(200)).body as Feed;

  it('loses nothing and repeats nothing while fifty write at once', async () => {
    const admin = await app.as('admin');
    const li = await app.as('sales.li');
    const { cursor: start } = await read(admin, { after: 'now' });
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 50 }, async (_, writer) => {
        const made: string[] = [];
        for (let at = 0; at < 4; at += 1) {
          const { body } = await li
            .post('/customers')
            .send({ name: `并发${writer}-${at}` })
            .expect(201);
          made.push((body as { id: string }).id);
        }
        return made;
      }),
    ).finally(() => (writing = false));
    const seen: Feed['items'] = [];
    let cursor = start;
    let isLast = false;
    while (!isLast) {
      isLast = !writing;
      const page = await read(admin, { after: cursor, types: 'customer.created', limit: '7' });
      seen.push(...page.items);
      cursor = page.cursor;
      if (page.hasMore) isLast = false;
      if (isLast && seen.length < 200) {
        isLast = false;
        await settled();
      }
    }
    const made = (await writers).flat();
    expect(seen).toHaveLength(200);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(200);
    expect(new Set(seen.map(({ recordId }) => recordId))).toEqual(new Set(made));
    expect((await read(admin, { after: start, types: 'customer.*', limit: '1000' })).items).toEqual(seen);
  }, 300_000);

  it('does not show what a still open transaction may come before', async () => {
    const admin = await app.as('admin');
    const { cursor } = await read(admin, { after: 'now' });
    const open = app.database.query(`select pg_current_xact_id(), pg_sleep(0.8)`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await (await app.as('sales.li')).post('/customers').send({ name: '后来的' }).expect(201);
    expect((await read(admin, { after: cursor })).items).toEqual([]);
    await open;
    await settled();
    expect((await read(admin, { after: cursor })).items.map(({ name }) => name)).toEqual([
      'customer.created',
    ]);
  });

  it('keeps to the permissions and the data scope of the reader', async () => {
    const admin = await app.as('admin');
    const { body: role } = await admin
      .post('/roles')
      .send({
        name: '东部接口',
        permissions: [
          { code: 'event-feed:read', scope: 'all' },
          { code: 'customer:read', scope: 'own' },
        ],
      })
      .expect(201);
    const { body: users } = await admin.get('/users?q=legal').expect(200);
    const { body: reader } = await admin.get(`/users/${users.items[0].id}`).expect(200);
    expect(reader.username).toBe('legal');
    await admin
      .patch(`/users/${reader.id}`)
      .send({ roleIds: [role.id] })
      .expect(200);
    await app.database.query(`insert into domain_events (name, resource, payload, audience) values
      ('customer.changed', 'customer', '{}', '{"permission": "customer:read", "ownerId": "${role.id}", "departmentId": null}'),
      ('user.changed', 'user', '{}', '{"permission": "user:manage"}'),
      ('job.changed', 'job', '{}', '{}')`);
    await (await app.as('sales.zhao')).post('/customers').send({ name: '西部的' }).expect(201);
    await settled();
    const legal = await app.as('legal');
    expect((await read(legal, { limit: '1000' })).items).toEqual([]);
    await (await app.as('sales.li')).get('/events/feed').expect(403);
  });

  it('says what is wrong with a question', async () => {
    const admin = await app.as('admin');
    for (const query of ['after=xyz', 'limit=0', 'limit=5000', 'limit=many'])
      await admin.get(`/events/feed?${query}`).expect(422);
    await app.anonymous.get('/events/feed').expect(401);
  });
});
