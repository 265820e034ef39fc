// `pnpm bench pricing [--rows 50000] [--rounds 7]`: a hundred lines resolved for a customer by POST /prices/resolve, in turns with
// the one statement it needs, run as a prepared statement straight on the same database.
import { performance } from 'node:perf_hooks';
import { numberOptions, quantile, report, runLoad } from '@juke/tooling/bench';
import pg from 'pg';
import { RESOLVE } from '../dist/pricing/resolution/resolution.sql.js';
import { paired } from './support/alternate.mjs';
import { seededDatabase, startBenchApi, startBenchServer, withClient } from './support/bench-database.mjs';
import { seedCustomers } from './support/seed-customers.mjs';
import { PRICE_SEED_VERSION, seedPrices } from './support/seed-prices.mjs';
import { signIn } from './support/sign-in.mjs';

const CUSTOMERS = 1_000;
const LINES = 100;
const CALLS = 60;
const AT_ONCE = 4;
const USERNAME = 'sales.li';

const { rows, rounds } = numberOptions({ rows: 50_000, rounds: 7 });
const running = [];

/** Calls for customers of the salesperson, each with a hundred goods spread over the catalogue. */
async function callsOf(databaseUrl) {
  return withClient(databaseUrl, async (client) => {
    const { rows: customers } = await client.query(
      `select c.id from customers c join users u on u.id = c.owner_id where u.username = $1 and c.deleted_at is null order by c.number limit 20`,
      [USERNAME],
    );
    const { rows: products } = await client.query(
      `select id from products where code like 'B%' order by md5(id::text) limit 5000`,
    );
    const { rows: users } = await client.query(
      'select id, company_today()::text as today from users where username = $1',
      [USERNAME],
    );
    const calls = Array.from({ length: CALLS }, (_, call) => ({
      customerId: customers[call % customers.length].id,
      contractKind: 'local',
      lines: Array.from({ length: LINES }, (__, line) => ({
        productId: products[(call * LINES + line * 7) % products.length].id,
        quantity: String(1 + (line % 9)),
      })),
    }));
    return { calls, userId: users[0].id, today: users[0].today };
  });
}

/** The statement by itself: the same parameters, the same number at once. */
async function bareTimes(pool, { calls, userId, today }) {
  const times = [];
  let next = 0;
  const work = async () => {
    for (;;) {
      const call = calls[next++];
      if (!call) return;
      const began = performance.now();
      const lines = call.lines.map(({ productId, quantity }, line) => ({
        line,
        product_id: productId,
        quantity,
      }));
      const { rows: found } = await pool.query({
        name: 'resolve',
        text: RESOLVE,
        values: [call.customerId, today, 'CNY', 'local', userId, JSON.stringify(lines)],
      });
      JSON.stringify(found);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return times;
}

async function run() {
  const server = await startBenchServer();
  running.unshift(server);
  const databaseUrl = await seededDatabase(server.url, rows, {
    name: `prices_${rows}`,
    version: PRICE_SEED_VERSION,
    seed: async (client, products) => {
      await seedCustomers(client, CUSTOMERS);
      await seedPrices(client, products);
    },
  });
  const api = await startBenchApi(databaseUrl);
  running.unshift(api);
  const headers = { ...(await signIn(api.url, USERNAME)), 'content-type': 'application/json' };
  const asked = await callsOf(databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: AT_ONCE });
  running.unshift({ stop: () => pool.end() });
  const ours = async () =>
    runLoad({
      url: api.url,
      amount: CALLS,
      connections: AT_ONCE,
      request: (index) => ({
        method: 'POST',
        path: '/api/v1/prices/resolve',
        headers,
        body: JSON.stringify(asked.calls[index % CALLS]),
      }),
    });
  await ours();
  await bareTimes(pool, asked);
  const api95 = [];
  const bare95 = [];
  for (let round = 0; round < rounds; round += 1) {
    api95.push((await ours()).p95);
    bare95.push(quantile(await bareTimes(pool, asked), 0.95));
  }
  return report([
    {
      what: `${LINES} lines resolved over ${rows.toLocaleString('en')} products × 5 tables × 5 years: p95`,
      unit: 'ms',
      ...paired(api95, bare95),
      bar: { atMost: 3 },
    },
  ]);
}

try {
  process.exitCode = await run();
} finally {
  for (const one of running) await one.stop();
}
