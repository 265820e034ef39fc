import { setAsAuthor } from '../../../test/author.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Rows } from '../../platform/database/rows.js';
import { Lists } from '../../platform/lists/lists.js';
import { SearchStatisticsReader } from '../../platform/lists/search-statistics.js';
import { customerList } from './customer.list.js';

/** The same numbers on every run, so that a failure can be looked at again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What makes searches hard: short and long, one script in another, signs of LIKE, repetition, full width, beyond the BMP. */
const PARTS =
  "融氏|食品|食|贸易|聯華|𠮷野家|😀|Äpfel|ABC|abc|aab|ａｂ|A-1|%|_|\\|1|12|123|1234|12345678|112|0571|x9|（上海）|·|'| |　|OR 1=1".split(
    '|',
  );
/** So seldom that their newest hits are looked for month by month. */
const SELDOM = ['石墨烯', '華泰', '0451', 'zz', 'Q7', '甜味剂', '５号', '蓝天'];

const ENTER = `
  insert into customers (name, source, city, next_follow_up_on, created_at, updated_at)
  select name, 'imported', city, day, moment, moment
    from unnest($1::text[], $2::text[], $3::date[], $4::timestamptz[]) as entered (name, city, day, moment)`;

interface Page {
  readonly items: { id: string }[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

describe('A search, whichever way it is made', () => {
  let app: TestApp;
  const roll = dice(20_261_126);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Of the past years, months left out, some at the same moment, some in the future. */
  const MONTHS_AGO = [-2, 0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 30];

  async function enter(count: number, monthsAgo = MONTHS_AGO): Promise<void> {
    const names: string[] = [];
    const cities: (string | null)[] = [];
    const days: (string | null)[] = [];
    const moments: string[] = [];
    for (let at = 0; at < count; at += 1) {
      names.push(`${Array.from({ length: 1 + roll(4) }, () => pick(roll(14) ? PARTS : SELDOM)).join('')}户`);
      cities.push(pick(['苏州', '无锡', null]));
      days.push(pick([null, '2026-05-01', '2027-01-31']));
      const month = pick(monthsAgo);
      const moment = new Date(Date.now() - (month * 30 + roll(20)) * 86_400_000);
      moment.setUTCMinutes(0, 0, 0); // many at one moment: the key decides
      moments.push(moment.toISOString());
    }
    await setAsAuthor(app, ENTER, [names, cities, days, moments]);
  }

  /** As the product promises it, in the plainest words of SQL. */
  async function expected(q: string, sort: string, city: string | undefined): Promise<string[]> {
    const terms = q
      .toLowerCase()
      .split(/[\s\u3000]+/)
      .filter(Boolean)
      .slice(0, 5);
    const values: string[] = [];
    const conditions = terms.map((each) => {
      values.push(each);
      const at = `strpos(c.search_text, $${values.length})`;
      return [...each].length === 1 ? `${at} = 1` : `${at} > 0`;
    });
    if (city) conditions.push(`c.city = $${values.push(city)}`);
    const direction = sort.startsWith('-') ? 'desc' : 'asc';
    const rows = await app.database.query<{ id: string }>(
      `select c.id from customers c where c.deleted_at is null and ${conditions.join(' and ')}
        order by ${customerList.sorts[sort.replace('-', '') as keyof typeof customerList.sorts].sql} ${direction}, c.id ${direction}`,
      values,
    );
    return rows.map(({ id }) => id);
  }

  const ask = async (query: Record<string, string>): Promise<Page> =>
    (await (await app.as('executive')).get(`/customers?${new URLSearchParams(query)}`).expect(200)).body;

  /** Every page to the end, and all the way back. */
  async function found(query: Record<string, string>): Promise<{ forth: string[]; back: string[] }> {
    const pages: string[][] = [];
    let page = await ask(query);
    for (;;) {
      pages.push(page.items.map(({ id }) => id));
      if (!page.nextCursor || pages.length >= 12) break;
      page = await ask({ ...query, cursor: page.nextCursor });
    }
    const back: string[][] = [];
    while (page.prevCursor && back.length < 12) {
      page = await ask({ ...query, cursor: page.prevCursor });
      back.unshift(page.items.map(({ id }) => id));
    }
    expect(back).toEqual(pages.slice(0, -1));
    return { forth: pages.flat(), back: back.flat() };
  }

  /** A piece of a name, as people type it: cut anywhere, in capitals, two pieces with a space between. */
  function term(names: readonly string[]): string {
    const piece = () => {
      const characters = [...pick(names)];
      const from = roll(characters.length);
      return characters.slice(from, from + 1 + roll(5)).join('');
    };
    const made = pick([
      piece,
      piece,
      () => pick(PARTS),
      () => `${piece()} ${pick(PARTS)}`,
      () => 'nowhere',
    ])();
    return pick([made, made.toUpperCase()]);
  }

  const forgetStatistics = () =>
    Object.assign(app.nest.get(Lists), { statistics: new SearchStatisticsReader(app.nest.get(Rows)) });

  async function compare(times: number): Promise<void> {
    const names = (await app.database.query<{ name: string }>('select name from customers')).map(
      ({ name }) => name,
    );
    let hits = 0;
    for (let time = 0; time < times; time += 1) {
      const q = term(names);
      if (q.trim() === '' || !q.isWellFormed()) continue;
      const sort = pick([
        '-createdAt',
        '-createdAt',
        '-createdAt',
        'createdAt',
        'name',
        '-name',
        'nextFollowUpOn',
      ]);
      const city = pick([undefined, undefined, '苏州']);
      const limit = pick([3, 7, 200]);
      const query = { q, sort, limit: String(limit), ...(city && { city }) };
      const { forth } = await found(query);
      const all = await expected(q, sort, city);
      expect({ query, ids: forth }).toEqual({ query, ids: all.slice(0, 12 * limit) });
      hits += all.length;
    }
    expect(hits).toBeGreaterThan(times);
  }

  it('finds what a plain search finds, in its order, where nothing is known of the table', async () => {
    await enter(400);
    forgetStatistics();
    await compare(60);
  });

  it('the same where the statistics are fresh', async () => {
    await enter(2200);
    await app.database.query('analyze customers');
    forgetStatistics();
    await compare(100);
  });

  it('the same where much came in since', async () => {
    await enter(400, [-5, -4, 0, 1]);
    await compare(60);
  });
});
