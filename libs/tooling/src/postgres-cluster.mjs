import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAs } from './postgres-account.mjs';
import { isAlive } from './postgres-owner.mjs';

/**
 * The folder of one embedded server: `cluster/` is PostgreSQL's own, `password` the superuser's password (0600),
 * `postgres.log` what the server says.
 * @typedef {{ dataDir: string, programs: import('./postgres-programs.mjs').Programs,
 *   account: import('./postgres-account.mjs').Account }} Place
 */

/** @param {string} dataDir */
export const clusterDir = (dataDir) => join(dataDir, 'cluster');

/**
 * Makes the database cluster when the folder has none yet. It is made beside its place and moved there when
 * complete, so what a crash leaves half-made is never taken for a database.
 * @param {Place} place
 * @returns {string} the superuser's password
 */
export function prepareCluster({ dataDir, programs, account }) {
  const passwordFile = join(dataDir, 'password');
  if (existsSync(join(clusterDir(dataDir), 'PG_VERSION'))) return readPassword(passwordFile);

  const unfinished = join(dataDir, 'cluster.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const made = runSync(
    account,
    programs.initdb,
    [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, '--username=postgres', ...initFlags()],
    unfinished,
  );
  if (made.status !== 0) {
    throw new Error(`The database could not be made in ${dataDir}: ${made.stderr || made.error?.message}`);
  }
  renameSync(unfinished, clusterDir(dataDir));
  return readPassword(passwordFile);
}

/**
 * Order by code point from PostgreSQL's own provider: the same on every machine, and plain indexes serve
 * `LIKE 'prefix%'`. Lists that want pinyin order say COLLATE "zh-x-icu". The character type must not be plain C:
 * pg_trgm would take no Chinese character for a letter.
 */
function initFlags() {
  return [
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${unicodeLocale()}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--auth=scram-sha-256',
    '--text-search-config=simple',
    '--data-checksums',
  ];
}

function unicodeLocale() {
  if (process.platform === 'win32') return 'C';
  const known = new Map(
    (spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '')
      .split('\n')
      .map((name) => [name.toLowerCase().replace('utf-8', 'utf8'), name]),
  );
  for (const wanted of ['c.utf8', 'zh_cn.utf8', 'en_us.utf8'])
    if (known.has(wanted)) return known.get(wanted);
  return 'C';
}

function readPassword(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(
      `The password file ${file} of the embedded database is missing or unreadable. Restore it from the backup, ` +
        'or remove the whole folder to begin with an empty database.',
    );
  }
}

/**
 * Clears what a crashed run left. A server that still runs from this folder is stopped, not reused: its owner is
 * gone (see postgres-owner), and a fresh start takes 0.1 s and has this run's port and settings.
 * @param {Place} place
 * @returns {boolean} whether a server had to be stopped
 */
export function clearLeftovers({ dataDir, programs, account }) {
  const pidFile = join(clusterDir(dataDir), 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  // pg_ctl knows a number that another program has since been given from a server of this folder.
  const folder = clusterDir(dataDir);
  const running = runSync(account, programs.pg_ctl, ['status', '-D', folder], folder);
  if (running.status !== 0 || !isServer(pidFile)) {
    rmSync(pidFile, { force: true });
    return false;
  }
  stopServer({ dataDir, programs, account });
  return true;
}

/**
 * A number in the file may belong to an unrelated program by now: a server's own command line names its folder. The
 * file itself may go at any moment, when the crashed launcher's server is just being stopped by its watchman.
 */
function isServer(pidFile) {
  const pid = pidIn(pidFile);
  if (pid === undefined || !isAlive(pid)) return false;
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return true; // no /proc on this system: pg_ctl's word counts
  }
}

function pidIn(pidFile) {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Clean shutdown; one that does not end within 20 s is cut off, which PostgreSQL repairs at its next start.
 * @param {Place} place
 */
export function stopServer({ dataDir, programs, account }) {
  const folder = clusterDir(dataDir);
  for (const mode of ['fast', 'immediate']) {
    const stopping = ['stop', '-D', folder, '-m', mode, '-w', '-t', '20', '-s'];
    const stopped = runSync(account, programs.pg_ctl, stopping, folder);
    if (stopped.status === 0 || !existsSync(join(folder, 'postmaster.pid'))) return;
  }
}

function runSync(account, program, args, cwd) {
  const [file, all, options] = runAs(account, program, args);
  return spawnSync(file, all, { ...options, cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: '' } });
}
