import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile, step, upload, type BegunImport } from '../../../test/imports.js';
import { hasRealData, realData } from '../../../test/real-data.js';

const file = (name: string) => realData(`crm-opportunities/${name}`);
const withRealData = hasRealData('crm-opportunities/sales_pipeline.csv') ? describe : describe.skip;

interface Figure {
  keys: Record<string, { id: string | null; name: string | null }>;
  won: number;
  wonValue: string;
}

/** Sums of the file itself, read without the product. */
function figuresOf(column: number): Map<string, { won: number; value: number }> {
  const sums = new Map<string, { won: number; value: number }>();
  for (const line of file('sales_pipeline.csv').toString('utf8').trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',');
    if (cells[4] !== 'Won') continue;
    const name = cells[column] === 'GTXPro' ? 'GTX Pro' : cells[column]!;
    const { won, value } = sums.get(name) ?? { won: 0, value: 0 };
    sums.set(name, { won: won + 1, value: value + Number(cells[7]) });
  }
  return sums;
}

withRealData('A sales pipeline of 8,800 deals (../shared/data/crm-opportunities)', () => {
  let app: TestApp;
  let admin: Caller;
  let begun: BegunImport;
  let checked: Record<string, unknown>;

  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    for (const name of ['accounts.csv', 'products.csv'])
      expect(await importFile(admin, name, file(name))).toMatchObject({ state: 'succeeded' });
    const team = await upload(admin, 'sales_teams.csv', file('sales_teams.csv'));
    const mapping = [
      { field: 'user.username', column: 'sales_agent', rule: 'first-word' },
      { field: 'user.displayName', column: 'sales_agent', rule: 'as-is' },
      { field: 'department.name', column: 'regional_office', rule: 'as-is' },
    ];
    await admin.patch(`/imports/${team.id}`).send({ mapping }).expect(200);
    expect((await step(admin, team.id, 'run')).result).toMatchObject({ rows: 35, withProblems: 0 });
    begun = await upload(admin, 'sales_pipeline.csv', file('sales_pipeline.csv'));
  }, 300_000);
  afterAll(() => app.close());

  it('is understood by its headers', () => {
    expect(begun.missing).toEqual([]);
    expect(Object.fromEntries(begun.mapping.map(({ field, column }) => [field, column]))).toEqual({
      'customer.name': 'account',
      'owner.name': 'sales_agent',
      'product.name': 'product',
      'opportunity.number': 'opportunity_id',
      'opportunity.stage': 'deal_stage',
      'opportunity.engagedOn': 'engage_date',
      'opportunity.closedOn': 'close_date',
      'opportunity.closeValue': 'close_value',
      'opportunity-line.amount': 'close_value',
    });
  });

  it('offers the product that is nearly called so, and neither joins nor makes it', async () => {
    checked = (await step(admin, begun.id, 'check')).result as unknown as Record<string, unknown>;
    expect(checked.suggestions).toMatchObject([
      { field: 'product.name', text: 'GTXPro', rows: 1480, candidates: expect.arrayContaining(['GTX Pro']) },
    ]);
    expect((checked.suggestions as { candidates: string[] }[])[0]!.candidates[0]).toBe('GTX Pro');
    expect(checked.withProblems).toBe(1480);
    expect(await app.database.query(`select 1 from products where name = 'GTXPro'`)).toEqual([]);
  }, 60_000);

  it('comes in whole once a person has said what is meant, with its dates', async () => {
    await admin
      .patch(`/imports/${begun.id}`)
      .send({ options: { aliases: { 'product.name': { GTXPro: 'GTX Pro' } } } })
      .expect(200);
    const run = await step(admin, begun.id, 'run');
    expect(run).toMatchObject({ state: 'succeeded', result: { rows: 8800, withProblems: 0 } });
    const [counts] = await app.database.query(`
      select count(*)::int as deals, count(*) filter (where customer_id is null)::int as "withoutCustomer",
             (select count(*)::int from products) as products, (select count(*)::int from customers) as customers,
             (select count(*)::int from opportunity_lines) as lines,
             count(*) filter (where engaged_on is null)::int as "neverEngaged", min(closed_on) as "firstClosed" from opportunities`);
    expect(counts).toEqual({
      deals: 8800,
      withoutCustomer: 1425,
      products: 7,
      customers: 85,
      lines: 8800,
      neverEngaged: 500,
      firstClosed: '2017-03-01',
    });
  }, 300_000);

  it('gives 4,238 won, 2,473 lost and 10,005,534 by the list and by the funnel', async () => {
    const get = async (path: string) => (await admin.get(`/opportunities${path}`).expect(200)).body;
    expect(await get('/count?state=won')).toMatchObject({ count: 4238, exact: true });
    expect(await get('/count?state=lost')).toMatchObject({ count: 2473, exact: true });
    expect(await get('/sums?state=won')).toMatchObject({ value: '10005534.00' });
    const [funnel] = await get('/funnel');
    const stages = Object.fromEntries(
      funnel.stages.map((stage: { nameEn: string }) => [stage.nameEn, stage]),
    ) as Record<string, { reached: number; value: string }>;
    expect(funnel.count).toBe(8800);
    expect(stages.Prospecting!.reached).toBe(8800);
    expect(stages.Engaging!.reached).toBe(8300);
    expect(stages.Won).toMatchObject({ reached: 4238, value: '10005534.00' });
    expect(stages.Lost!.reached).toBe(2473);
    for (const { stageId, reached } of funnel.stages)
      expect(await get(`/count?reachedStageId=${stageId}`)).toMatchObject({ count: reached });
  });

  it.each([
    ['owner', 1],
    ['product', 2],
  ] as const)('adds up the same by %s as the file itself', async (angle, column) => {
    const expected = figuresOf(column);
    const { body } = await admin.get(`/opportunities/success-rate?groupBy=${angle}`).expect(200);
    const found = new Map(
      (body as Figure[]).map(({ keys, won, wonValue }) => [
        keys[angle]!.name!,
        { won, value: Number(wonValue) },
      ]),
    );
    expect(found).toEqual(expected);
    const { body: groups } = await admin.get(`/opportunities/funnel?groupBy=${angle}`).expect(200);
    for (const group of groups as {
      keys: Figure['keys'];
      stages: { kind: string; reached: number; value: string }[];
    }[]) {
      const won = group.stages.find(({ kind }) => kind === 'won')!;
      expect([group.keys[angle]!.name, won.reached, Number(won.value)]).toEqual([
        group.keys[angle]!.name,
        expected.get(group.keys[angle]!.name!)!.won,
        expected.get(group.keys[angle]!.name!)!.value,
      ]);
    }
  });

  it('keeps the time each deal took', async () => {
    const [row] = await app.database.query(
      `select h.entered_at::date::text as entered, h.left_at::date::text as left from opportunities o
         join opportunity_stages h on h.opportunity_id = o.id join pipeline_stages s on s.id = h.stage_id
        where o.number = '1C1I7A6R' and s.kind = 'open'`,
    );
    expect(row).toMatchObject({
      entered: expect.stringMatching(/^2016-10-(19|20)$/),
      left: expect.stringMatching(/^2017-(02-28|03-01)$/),
    });
  });

  it('is taken back whole', async () => {
    const undone = await step(admin, begun.id, 'undo');
    expect(undone.state).toBe('succeeded');
    expect(await app.database.query(`select count(*)::int as left from opportunities`)).toEqual([
      { left: 0 },
    ]);
  }, 300_000);
});
