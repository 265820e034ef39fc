// `pnpm bench api [--rows 1000000] [--rounds 7]`: our API against a bare Node server on the same database, and against itself
// on a small one. docs/performance.md says what the figures mean.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, numberOptions, report, residentMb } from '@juke/tooling/bench';
import { alternate, paired } from './support/alternate.mjs';
import { createStatement, newCustomer, readCases } from './support/api-cases.mjs';
import { startBareServer } from './support/bare-process.mjs';
import { seededDatabase, startBenchApi, startBenchServer, withClient } from './support/bench-database.mjs';
import { removeCreated } from './support/remove-created.mjs';
import { openRecorder } from './support/recorded-statements.mjs';
import { signIn } from './support/sign-in.mjs';

const SMALL = 10_000;
/** A sales manager: sees two departments, so every statement carries a data scope. */
const USERNAME = 'manager.east';

const { rows, rounds } = numberOptions({ rows: 1_000_000, rounds: 7 });
const running = [];
const started = async (starting) => {
  const one = await starting;
  running.unshift(one);
  return one;
};

async function prepare(serverUrl, size) {
  const databaseUrl = await seededDatabase(serverUrl, size);
  const api = await started(startBenchApi(databaseUrl));
  const recorder = await openRecorder(databaseUrl, USERNAME);
  const cases = await readCases(recorder);
  const create = await createStatement(recorder);
  await recorder.close();
  return { databaseUrl, api, cases, create, headers: await signIn(api.url, USERNAME) };
}

/** The same text from both, or the comparison means nothing. */
async function assertSameAnswers({ api, cases, headers }, bare) {
  for (const { name, variants } of cases) {
    for (const index of [0, variants.length - 1]) {
      const [ours, theirs] = await Promise.all(
        [`${api.url}${variants[index].path}`, `${bare.url}/${name}/${index}`].map(async (url) =>
          (await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })).json(),
        ),
      );
      assert.deepEqual(theirs, ours, `The reference answers "${name}" differently.`);
    }
  }
}

const asRequest = (headers, pathOf) => (index) => ({ path: pathOf(index), headers });

/**
 * Rows the small database has for a case: an answer of fifty rows takes longer to write than one of three, however large the
 * table, so both databases are asked for pages that both can fill.
 */
async function rowsInSmall({ api, headers }, { variants }) {
  const sizes = [];
  for (const { path } of variants.slice(0, 15)) {
    const { items } = await (await fetch(`${api.url}${path}`, { headers })).json();
    sizes.push(items.length);
  }
  return Math.max(1, median(sizes));
}

const turn = (list, limit) => (index) => {
  const { path } = list[index % list.length];
  return limit ? `${path}${path.includes('?') ? '&' : '?'}limit=${limit}` : path;
};

async function measureGrowth(large, small, at) {
  const rowsAPage = await rowsInSmall(small, small.cases[at]);
  const { ours, small: asSmall } = await alternate(
    {
      ours: {
        url: large.api.url,
        request: asRequest(large.headers, turn(large.cases[at].variants, rowsAPage)),
      },
      small: {
        url: small.api.url,
        request: asRequest(small.headers, turn(small.cases[at].variants, rowsAPage)),
      },
    },
    rounds,
  );
  return {
    what: `${large.cases[at].what}: p95 against ${SMALL.toLocaleString('en')} rows, ${rowsAPage} a page`,
    unit: 'ms',
    ...paired(ours.p95, asSmall.p95),
    bar: { atMost: 2 },
  };
}

async function measureReads(large, small, bare) {
  const lines = [];
  for (const [at, { name, what, bar, isList, variants }] of large.cases.entries()) {
    const { ours, bare: theirs } = await alternate(
      {
        ours: { url: large.api.url, request: asRequest(large.headers, turn(variants)) },
        bare: {
          url: bare.url,
          request: asRequest(large.headers, (index) => `/${name}/${index % variants.length}`),
        },
      },
      rounds,
    );
    lines.push({
      what,
      unit: 'requests/s',
      ...paired(ours.perSecond, theirs.perSecond),
      bar: { atLeast: bar },
    });
    if (isList) lines.push(await measureGrowth(large, small, at));
    console.log(`${what}: done`);
  }
  return lines;
}

async function measureCreate({ api, headers, databaseUrl }, bare) {
  const request = (path) => (index) => ({
    method: 'POST',
    path,
    headers: { ...headers, 'content-type': 'application/json' },
    body: newCustomer(index),
  });
  const { ours, bare: theirs } = await alternate(
    {
      ours: { url: api.url, request: request('/api/v1/customers'), expected: 201 },
      bare: { url: bare.url, request: request('/create'), expected: 201 },
    },
    rounds,
  );
  await withClient(databaseUrl, removeCreated);
  return {
    what: 'create',
    unit: 'requests/s',
    ...paired(ours.perSecond, theirs.perSecond),
    bar: { atLeast: 0.35 },
  };
}

async function run() {
  const server = await started(startBenchServer());
  const large = await prepare(server.url, rows);
  await sleep(2000);
  const idle = {
    what: 'memory of the idle API',
    unit: 'MB',
    figure: residentMb(large.api.pid),
    bar: { atMost: 250 },
  };
  const small = await prepare(server.url, SMALL);
  const statements = Object.fromEntries(
    large.cases.map(({ name, variants }) => [name, variants.map(({ statement }) => statement)]),
  );
  const bare = await started(startBareServer(large.databaseUrl, { ...statements, create: [large.create] }));
  await assertSameAnswers(large, bare);
  const reads = await measureReads(large, small, bare);
  const create = await measureCreate(large, bare);
  return report([...reads, create, idle]);
}

try {
  process.exitCode = await run();
} finally {
  for (const one of running) await one.stop();
}
