import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAs } from './postgres-account.mjs';
import { clusterDir } from './postgres-cluster.mjs';

/**
 * An eighth of the machine's memory within bounds: what the pages of a company's tables need to stay with the server, where
 * reading one costs no copy and no checksum. Untouched memory is not taken from the machine.
 * @param {number} [total] bytes
 */
export const sharedBuffers = (total = Math.min(totalmem(), process.constrainedMemory() || Infinity)) =>
  `${Math.min(1024, Math.max(128, Math.floor(total / 8 / 1024 / 1024)))}MB`;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: sharedBuffers(),
  random_page_cost: '1.1',
  jit: 'off', // compiling costs more than it saves on short business queries
};
const LOG_LIMIT = 5 * 1024 * 1024;
const RESTARTS = 5;

/**
 * Runs the server until `end()` is called: one that dies by itself (killed, out of memory) is started again on the
 * same port, so that its users only have to connect again.
 * @param {import('./postgres-cluster.mjs').Place & { persistent: boolean }} place
 * @param {number} port
 * @param {string[]} flags
 * @param {(message: string) => void} onLog
 * @returns {Promise<{ end: (stop: () => void) => void }>} when it accepts connections
 * @throws Error with the server's last lines
 */
export async function superviseServer(place, port, flags, onLog) {
  const state = { ended: false, server: undefined };
  const run = async () => {
    state.server = await launch(place, port, flags);
    state.server.once('exit', () => {
      if (!state.ended) restart(RESTARTS).catch((error) => onLog(error.message));
    });
  };
  const restart = async (attempts) => {
    await sleep(500); // the dead server's own processes need a moment to notice and leave
    if (state.ended) return;
    onLog('The database server ended unexpectedly and is started again.');
    await run().catch((error) => {
      if (attempts <= 1) throw error;
      return restart(attempts - 1);
    });
  };
  await run();
  return {
    end(stop) {
      state.ended = true;
      if (state.server.exitCode === null && state.server.signalCode === null) stop();
    },
  };
}

async function launch(place, port, flags) {
  const { dataDir, programs, account } = place;
  const logFile = join(dataDir, 'postgres.log');
  const log = openLog(logFile);
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [file, args, options] = runAs(account, programs.postgres, [
    '-D',
    clusterDir(dataDir),
    '-p',
    `${port}`,
    ...settings,
    ...flags,
  ]);
  const server = spawn(file, args, {
    ...options,
    cwd: clusterDir(dataDir),
    detached: true, // its own process group: Ctrl-C reaches us, and we decide the order of stopping
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  if (process.platform !== 'win32') guard(server, place);
  while (!isReady(dataDir, server.pid)) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error(`The database did not start on port ${port}:\n${lastLines(logFile)}`);
    }
    await sleep(20);
  }
  return server;
}

/**
 * A shell that waits for the end of its input, which comes with our end however that happens (kill -9 too), and then
 * shuts the server down: a crash leaves neither a running server nor, of a throw-away one, its files.
 */
function guard(server, { dataDir, persistent }) {
  const script = `read -r _; kill -INT "$1"
    for turn in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.5; done
    [ -z "$2" ] || rm -rf -- "$2"`;
  const shell = spawn('sh', ['-c', script, 'guard', `${server.pid}`, persistent ? '' : dataDir], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.stdin.unref();
  server.once('exit', () => shell.kill('SIGKILL'));
}

/** The eighth line of the server's own pid file says how far it is; pg_ctl reads the same. */
function isReady(dataDir, pid) {
  try {
    const lines = readFileSync(join(clusterDir(dataDir), 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === `${pid}` && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function openLog(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function lastLines(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
