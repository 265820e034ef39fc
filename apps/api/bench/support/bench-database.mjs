import { join } from 'node:path';
import { startApi } from '@juke/tooling/api-process';
import { applicationUrl, startEmbeddedDatabase } from '@juke/tooling/embedded-database';
import pg from 'pg';
import { SEED_VERSION, seedCustomers } from './seed-customers.mjs';

const FOLDER = join(import.meta.dirname, '../../../../.data/bench');
const SECRET = 'a secret of the benchmarks that is long enough';

/** The embedded server of the benchmarks, with the product's own settings; what it holds is kept between runs. */
export const startBenchServer = () =>
  startEmbeddedDatabase({ dataDir: join(FOLDER, 'postgres'), database: 'bench', persistent: true });

/** @param {string} serverUrl @param {string} name @returns {string} address of another database of the same server */
function urlOf(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>} */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Settings of an API on a benchmark's database: the demo people may sign in, and a token lasts for the whole run.
 * @param {string} url
 * @returns {NodeJS.ProcessEnv}
 */
export const apiSettings = (url) => ({
  // As the product does it: what the application's user may not see, it cannot plan with.
  DATABASE_URL: applicationUrl(url),
  MIGRATION_DATABASE_URL: url,
  JWT_SECRET: SECRET,
  FILES_DIR: join(FOLDER, 'files'),
  HOST: '127.0.0.1',
  PORT: '0',
  DEMO: 'on',
  MIGRATE_ON_START: 'true',
  LOG_LEVEL: 'warn',
  ACCESS_TOKEN_SECONDS: '86400',
  CHANGES_PER_MINUTE: '0', // one account is the whole load here
  NODE_ENV: 'production',
});

/**
 * Starts the built API, as the product does, on one of the databases.
 * @param {string} url
 */
export async function startBenchApi(url) {
  let output = '';
  const api = startApi({ env: apiSettings(url), onOutput: (text) => (output += text) });
  const address = await api.ready.catch((error) => {
    throw new Error(`${error.message}\n${output}`, { cause: error });
  });
  return {
    url: address.replace('localhost', '127.0.0.1'),
    pid: api.pid,
    stop: () => api.stop(),
    log: () => output,
  };
}

/**
 * A database with the demo people and what a seed adds, made when missing.
 * @param {string} serverUrl
 * @param {number} rows
 * @param {{ name?: string, version?: number, seed?: (client: pg.Client, rows: number) => Promise<void> }} [kind]
 *   customers, unless something else is said
 * @returns {Promise<string>} its address
 */
export async function seededDatabase(
  serverUrl,
  rows,
  { name = `customers_${rows}`, version = SEED_VERSION, seed = seedCustomers } = {},
) {
  const mark = `seed ${version}`;
  const isSeeded = await withClient(serverUrl, async (client) => {
    const found = await client.query(
      `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
      [name],
    );
    if (found.rows[0]?.mark === mark) return true;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    return false;
  });
  const url = urlOf(serverUrl, name);
  if (isSeeded) return url;
  const began = Date.now();
  const api = await startBenchApi(url); // migrates, and makes the demo people
  await api.stop();
  await withClient(url, async (client) => {
    await seed(client, rows);
    await client.query(`comment on database ${name} is '${mark}'`);
  });
  console.log(`Seeded ${name} in ${Math.round((Date.now() - began) / 1000)} s.`);
  return url;
}
