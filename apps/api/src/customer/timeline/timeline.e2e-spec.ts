import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
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
      analyze activities; analyze tasks;
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
      const { text, values } = timelineStatement(customer.id, request, SYSTEM_ACTOR);
      const [explained] = await app.database.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (analyze, format json) ${text}`,
        [...values],
      );
      const nodes = nodesOf(explained!['QUERY PLAN'][0].Plan);
      const scans = nodes.filter(({ 'Relation Name': name }) => name === 'activities' || name === 'tasks');
      expect(scans.map((scan) => scan['Node Type'])).toEqual(['Index Scan', 'Index Scan']);
      for (const scan of scans) expect(scan['Actual Rows'] * scan['Actual Loops']).toBeLessThanOrEqual(51);
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
    expect([ids.size, pages]).toEqual([ENTRIES + 1000, 30]);
  });
});
