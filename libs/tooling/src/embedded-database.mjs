import { createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { freePort } from './ports.mjs';
import { serverAccount } from './postgres-account.mjs';
import { clearLeftovers, prepareCluster, stopServer } from './postgres-cluster.mjs';
import { dropOwnership, takeOwnership } from './postgres-owner.mjs';
import { postgresPrograms } from './postgres-programs.mjs';
import { superviseServer } from './postgres-server.mjs';

/** Flags for tests: nothing survives a power cut, everything is faster. */
export const THROWAWAY = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts a real PostgreSQL out of npm for one launcher or test run, on 127.0.0.1 only. Several may run side by side,
 * each with its own folder. It ends with its launcher, however that ends, and starts again if it is killed itself.
 *
 * @param {object} options
 * @param {string} [options.dataDir] folder of the database; made when missing. What the server says goes to
 *   `postgres.log` in it. Default for a database that is not persistent: one of its own below the system's temp folder
 * @param {number} [options.port] default: a free one
 * @param {string} [options.database] made when missing
 * @param {boolean} options.persistent false removes the folder when stopped
 * @param {string[]} [options.postgresFlags] further flags, such as {@link THROWAWAY}
 * @param {(message: string) => void} [options.onLog] one sentence per notable step (orphan stopped, server restarted)
 * @returns {Promise<{ url: string, applicationUrl: string, port: number, stop: () => Promise<void> }>} `url` carries
 *   the superuser and password, `applicationUrl` those of the user that a migration makes for the application
 * @throws Error with a sentence for the user: unreachable folder, folder in use, port taken, failed start
 */
export async function startEmbeddedDatabase({
  dataDir: folder,
  port: wantedPort,
  database = 'juke',
  persistent,
  postgresFlags = [],
  onLog = () => {},
}) {
  if (persistent && !folder) throw new Error('A persistent database needs a folder: give `dataDir`.');
  const dataDir = resolve(folder ?? mkdtempSync(join(tmpdir(), 'juke-postgres-')));
  const programs = await postgresPrograms();
  mkdirSync(dataDir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711); // for the server's user; the files inside are stricter
  const account = serverAccount([dataDir, dirname(programs.postgres)]);
  const place = { dataDir, programs, account, persistent };
  takeOwnership(dataDir);
  try {
    if (clearLeftovers(place)) onLog('A database server left by a crashed run was stopped.');
    const password = prepareCluster(place);
    const port = wantedPort ?? (await freePort());
    const server = await superviseServer(place, port, postgresFlags, onLog);
    const url = (name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
    await createDatabase(url('postgres'), database);
    return {
      url: url(database),
      applicationUrl: applicationUrl(url(database)),
      port,
      stop: () => stop(place, server),
    };
  } catch (error) {
    stopServer(place);
    dropOwnership(dataDir);
    throw error;
  }
}

/**
 * The application's password follows from the superuser's, and not the other way round: one secret less to keep.
 * @param {string} url with the superuser and password
 * @returns {string} the same database for the user that a migration makes for the application
 */
export function applicationUrl(url) {
  const address = new URL(url);
  const { password } = address;
  address.username = 'juke_app';
  address.password = createHmac('sha256', password).update('juke_app').digest('base64url');
  return address.href;
}

async function createDatabase(adminUrl, database) {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

async function stop(place, server) {
  server.end(() => stopServer(place));
  dropOwnership(place.dataDir);
  if (!place.persistent) rmSync(place.dataDir, { recursive: true, force: true });
}
