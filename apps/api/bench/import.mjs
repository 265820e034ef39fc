// `pnpm bench import [--rows 100000] [--rounds 3]`: customers from a CSV file through upload, mapping and run (validated,
// matched, audited), in turns with a bare COPY of the same rows into the same table with its triggers off.
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { numberOptions, report, watchMemory } from '@juke/tooling/bench';
import { paired } from './support/alternate.mjs';
import { seededDatabase, startBenchApi, startBenchServer, withClient } from './support/bench-database.mjs';
import { bareCopy, copyLines } from './support/bare-copy.mjs';
import { customersCsv } from './support/customers-csv.mjs';
import { importFile } from './support/import-file.mjs';
import { removeCreated } from './support/remove-created.mjs';
import { signIn } from './support/sign-in.mjs';

const SMALL = 10_000;
const USERNAME = 'manager.east';
/** What a run may add to the memory of the process beyond a run of a tenth of the rows: streaming, not collecting. */
const FLAT_MB = 80;

const { rows, rounds } = numberOptions({ rows: 100_000, rounds: 3 });
const running = [];

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function run() {
  const server = await startBenchServer();
  running.unshift(server);
  const databaseUrl = await seededDatabase(server.url, SMALL);
  const api = await startBenchApi(databaseUrl);
  running.unshift(api);
  const headers = await signIn(api.url, USERNAME);
  const clear = () => withClient(databaseUrl, removeCreated);

  await importFile(api.url, headers, customersCsv(Math.ceil(rows / 10))); // warm, and the base for memory
  await clear();
  const memory = watchMemory(api.pid);
  const base = memory.peak();
  const file = customersCsv(rows);
  const lines = await withClient(databaseUrl, (client) => copyLines(client, rows, USERNAME));
  const ours = [];
  const bare = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(rows / (await timed(() => importFile(api.url, headers, file))));
    await clear();
    bare.push(rows / (await withClient(databaseUrl, (client) => timed(() => bareCopy(client, lines)))));
    await clear();
    await sleep(500);
  }
  return report([
    { what: 'import of customers', unit: 'rows/s', ...paired(ours, bare), bar: { atLeast: 0.2 } },
    {
      what: `memory above an import of ${Math.ceil(rows / 10).toLocaleString('en')} rows`,
      unit: 'MB',
      figure: Math.max(0, memory.stop() - base),
      bar: { atMost: FLAT_MB },
    },
  ]);
}

try {
  process.exitCode = await run();
} finally {
  for (const one of running) await one.stop();
}
