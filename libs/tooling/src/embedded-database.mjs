import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clearLeftovers, clusterDir, prepareCluster, stopServer } from './postgres-cluster.mjs';
import { dropOwnership, takeOwnership } from './postgres-owner.mjs';
import { assertReachable, postgresPrograms, serverAccount } from './postgres-programs.mjs';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off', // compiling costs more than it saves on short business queries
};
const LOG_LIMIT = 5 * 1024 * 1024;

/** Flags for tests: nothing survives a power cut, everything is faster. */
export const THROWAWAY = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => [
  '-c',
  `${name}=off`,
]);

/**
 * Starts a real PostgreSQL out of npm for one launcher or test run, on 127.0.0.1 only. Several may run side by side, each with
 * its own folder. The server is outside our process group: Ctrl-C reaches us, and we decide the order of stopping.
 *
 * @param {object} options
 * @param {string} options.dataDir folder of the database; made when missing. What the server says goes to
 *   `postgres.log` in it
 * @param {number} [options.port] default: a free one
 * @param {string} [options.database] made when missing
 * @param {boolean} options.persistent false removes the folder when stopped
 * @param {string[]} [options.postgresFlags] further flags, such as {@link THROWAWAY}
 * @param {(message: string) => void} [options.onLog] one sentence per notable step (first set-up, orphan stopped)
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>} `url` carries user and password
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
  const dataDir = resolve(folder);
  const programs = await postgresPrograms();
  const account = serverAccount();
  const place = { dataDir, programs, account };

  mkdirSync(dataDir, { recursive: true });
  if (account.uid !== undefined) chmodSync(dataDir, 0o711); // the files inside have their own, stricter modes
  assertReachable([dataDir, dirname(programs.postgres)], account);
  takeOwnership(dataDir);
  try {
    if (clearLeftovers(place)) onLog('A database server left by a crashed run was stopped.');
    const password = prepareCluster(place);
    const port = wantedPort ?? (await freePort());
    const server = await launch(place, port, postgresFlags);
    const url = (name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
    await createDatabase(url('postgres'), database);
    return { url: url(database), port, stop: () => stop(place, server, persistent) };
  } catch (error) {
    stopServer(place);
    dropOwnership(dataDir);
    throw error;
  }
}

async function launch({ dataDir, programs, account }, port, flags) {
  const logFile = join(dataDir, 'postgres.log');
  rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(
    programs.postgres,
    ['-D', clusterDir(dataDir), '-p', `${port}`, ...settings, ...flags],
    {
      ...account,
      cwd: clusterDir(dataDir),
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  server.unref();
  while (!isReady(dataDir)) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`The database did not start on port ${port}:\n${lastLines(logFile)}`);
    }
    await sleep(20);
  }
  return server;
}

/** The eighth line of the server's own pid file says how far it is; pg_ctl reads the same. */
function isReady(dataDir) {
  try {
    const lines = readFileSync(join(clusterDir(dataDir), 'postmaster.pid'), 'utf8').split('\n');
    return lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
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

async function stop(place, server, persistent) {
  if (server.exitCode === null && server.signalCode === null) stopServer(place);
  dropOwnership(place.dataDir);
  if (!persistent) rmSync(place.dataDir, { recursive: true, force: true });
}

/** @returns {Promise<number>} a TCP port nobody listens on at this moment */
export function freePort() {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolvePort(port));
    });
  });
}

function rotate(file) {
  if (statSync(file, { throwIfNoEntry: false })?.size > LOG_LIMIT) renameSync(file, `${file}.1`);
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
