import { setAsAuthor } from '../../../test/author.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { GenericPlans } from '../../platform/database/generic-plans.js';

interface Page {
  readonly items: { id: string; name: string }[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

/** Two years of customers of which every thirty-seventh is looked for; none were entered in the fifth month ago. */
const ENTER = `
  insert into customers (name, source, created_at, updated_at)
  select case when i % 37 = 0 then '融氏食品' else '平常商行' end || i, 'imported', moment, moment
    from generate_series(1, 2400) as i,
         lateral (select now() - (1 + i % 24) * interval '1 month' - i * interval '1 minute' as moment) as entered
   where i % 24 <> 4`;

const LATER = `
  insert into customers (name, source, created_at, updated_at)
  select '融氏' || kind, 'imported', moment, moment
    from (values ('今日', now()), ('未来', now() + interval '3 months'), ('空月', now() - interval '5 months'),
                 ('旧年', now() - interval '9 years')) as added (kind, moment)`;

describe('The newest hits of a search', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await setAsAuthor(app, ENTER, []);
    await app.database.query('analyze customers');
    // The statistics do not know of these.
    await setAsAuthor(app, LATER, []);
  });
  afterAll(() => app.close());

  const page = async (query: Record<string, string>): Promise<Page> => {
    const executive = await app.as('executive');
    const { body } = await executive.get(`/customers?${new URLSearchParams(query)}`).expect(200);
    return body as Page;
  };

  const expected = async (): Promise<string[]> =>
    (
      await app.database.query<{ name: string }>(
        `select name from customers where name like '%融氏%' order by created_at desc, id desc`,
      )
    ).map(({ name }) => name);

  it('come page by page, month by month, with what the statistics do not know of, and leave none out', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor }: Page = await page({ q: '融氏', limit: '5', ...(cursor && { cursor }) });
      names.push(...items.map(({ name }) => name));
      cursor = nextCursor;
    }
    expect(names.length).toBeGreaterThan(60);
    expect(names).toEqual(await expected());
  });

  it('lead back again', async () => {
    const first = await page({ q: '融氏', limit: '5' });
    const second = await page({ q: '融氏', limit: '5', cursor: first.nextCursor! });
    const back = await page({ q: '融氏', limit: '5', cursor: second.prevCursor! });
    expect(back.items).toEqual(first.items);
  });

  it('are asked for by month', async () => {
    const { pool } = app.nest.get(GenericPlans);
    const asked: string[] = [];
    const query = pool.query.bind(pool) as (config: { text: string }) => unknown;
    Object.assign(pool, {
      query: (config: { text: string }) => {
        asked.push(config.text);
        return query(config);
      },
    });
    await page({ q: '融氏', limit: '5' });
    Object.assign(pool, { query });
    expect(asked).toEqual([expect.stringContaining('month_of')]);
  });

  it('are planned once, whatever is looked for', async () => {
    const { rows } = await app.nest.get(GenericPlans).pool.query('show plan_cache_mode');
    expect(rows).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
  });
});
