import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { TimelineSources } from './timeline-sources.js';
import { timelineStatement } from './timeline-statement.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

const ENTRIES = 5_000;
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

describe('The timeline of a customer with five thousand entries', () => {
  let app: TestApp;
  let customer: { id: string };

  beforeAll(async () => {
    app = await startTestApp();
    const li = await app.as('sales.li');
    customer = (await li.post('/customers').send({ name: '往来频繁' }).expect(201)).body;
    await app.database.query(`
      select set_config('juke.context', '{"actorId": "${SYSTEM_ACTOR.id}", "actorName": "system", "action": "test"}', false);
      insert into activities (kind, content, occurred_at, customer_id, owner_id)
        select 'call', '第 ' || n || ' 次', now() - make_interval(hours => n), c.id, c.owner_id from customers c, generate_series(1, ${ENTRIES}) n where c.id = '${customer.id}';
      insert into tasks (title, customer_id, owner_id, created_by, created_at)
        select '任务 ' || n, c.id, c.owner_id, c.owner_id, now() - make_interval(hours => n * 3) from customers c, generate_series(1, 1000) n where c.id = '${customer.id}';
      -- What follows from activities is in the log and tells nothing; what people change does.
      insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, before, after, occurred_at)
        select c.owner_id, '李娜', 'activity.create', 'customer', c.id, 'update', '{"last_contact_at": null}', '{"last_contact_at": "2026-01-01"}', now() - make_interval(hours => n) from customers c, generate_series(1, ${ENTRIES}) n where c.id = '${customer.id}';
      insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, before, after, occurred_at)
        select c.owner_id, '李娜', 'customer.change', 'customer', c.id, 'update', jsonb_build_object('city', 'A' || n), jsonb_build_object('city', 'B' || n), now() - make_interval(hours => n * 5) from customers c, generate_series(1, 1000) n where c.id = '${customer.id}';
      analyze activities; analyze tasks; analyze audit_entries;
    `);
  });
  afterAll(() => app.close());

  it.each([false, true])(
    'is one statement that reads no more than the page (deep in it: %s)',
    async (isDeep) => {
      const cursor = {
        sort: '-at',
        backwards: false,
        value: new Date(Date.now() - 3_000 * 3_600_000).toISOString(),
        key: customer.id,
      };
      const request = { q: '', filters: [], sort: '-at', limit: 50, cursor: isDeep ? cursor : undefined };
      const { text, values } = timelineStatement(
        customer.id,
        app.nest.get(TimelineSources).of([]),
        request,
        SYSTEM_ACTOR,
      );
      const [explained] = await app.database.query<{
        'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }];
      }>(`explain (analyze, format json) ${text}`, [...values]);
      const nodes = nodesOf(explained!['QUERY PLAN'][0].Plan);
      const scans = nodes.filter(({ 'Relation Name': name }) =>
        ['activities', 'tasks', 'audit_entries'].includes(name ?? ''),
      );
      expect(new Set(scans.map((scan) => scan['Node Type']))).toEqual(new Set(['Index Scan']));
      expect(scans.length).toBeGreaterThanOrEqual(4);
      for (const scan of scans) expect(scan['Actual Rows'] * scan['Actual Loops']).toBeLessThanOrEqual(51);
      expect(explained!['QUERY PLAN'][0]['Execution Time']).toBeLessThan(300);
    },
  );

  it('can be read to its end, each entry once', async () => {
    const li = await app.as('sales.li');
    const ids = new Set<string>();
    let pages = 0;
    let cursor: string | null = '';
    do {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await li
        .get(`/customers/${customer.id}/timeline?limit=200${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      for (const { id } of body.items) ids.add(id);
      pages += 1;
      cursor = body.nextCursor;
    } while (cursor);
    expect([ids.size, pages]).toEqual([ENTRIES + 1000 + 1000 + 1, 36]);
  });
});

describe('The timeline tells of changes, files and where a customer came from', () => {
  let app: TestApp;
  let li: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    li = await app.as('sales.li');
  });
  afterAll(() => app.close());

  const timeline = async (who: Caller, id: string, query = '') =>
    (await who.get(`/customers/${id}/timeline${query}`).expect(200)).body.items as {
      kind: string;
      what: string;
      title: string;
      before: Record<string, unknown> | null;
      after: Record<string, unknown> | null;
      files: { title: string }[] | null;
      personName: string;
    }[];

  it('with who changed what, without what the reader may not see', async () => {
    const { body: customer } = await li.post('/customers').send({ name: '有动态', city: '太原' }).expect(201);
    const path = `/customers/${customer.id}`;
    await li.patch(path).send({ city: '晋中' }).expect(200);
    await li.patch(path).send({ phone: '0351-7001234' }).expect(200);
    const { body: contact } = await li
      .post('/contacts')
      .send({ customerId: customer.id, name: '张伟', phone: '13800138000' })
      .expect(201);
    await li.patch(`/contacts/${contact.id}`).send({ phone: '13900139000' }).expect(200);
    await li.post('/activities').send({ customerId: customer.id, kind: 'call' }).expect(201);

    const changes = await timeline(li, customer.id, '?kind=change');
    expect(changes.map(({ what, after }) => [what, after])).toEqual([
      ['contact', { phone: '13900139000' }],
      ['customer', { phone: '0351-7001234' }],
      ['customer', { city: '晋中' }],
      ['created', null],
    ]);
    expect(changes[2]).toMatchObject({ before: { city: '太原' }, personName: '李娜' });
    // Whoever sees numbers only in part sees changes of them in part.
    await app.database.query(`
      select set_config('juke.context', '{"actorId": "${SYSTEM_ACTOR.id}", "actorName": "system", "action": "test"}', false);
      delete from role_permissions where permission = 'customer:see-phone' and role_id in (select id from roles where code = 'legal');
    `);
    const legal = await timeline(await app.as('legal'), customer.id, '?kind=change');
    expect(legal.map(({ after }) => after)).toContainEqual({ phone: '139****9000' });
    expect(JSON.stringify(legal)).not.toContain('13900139000');
    await (await app.as('sales.zhao')).get(`${path}/timeline`).expect(404);
    await li.get(`${path}/timeline?kind=nonsense`).expect(422);
  });
});
