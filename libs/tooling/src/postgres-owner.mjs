import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// One data folder belongs to one launcher at a time. Without this, a second `pnpm start` would take the first
// one's server for an orphan of a crash and stop it.
const FILE = 'owner.json';

/**
 * @param {string} dataDir
 * @throws a sentence when another living process holds the folder
 */
export function takeOwnership(dataDir) {
  const file = join(dataDir, FILE);
  const me = JSON.stringify({ pid: process.pid, birth: birth(process.pid) });
  try {
    writeFileSync(file, me, { flag: 'wx' }); // of two at the same instant, one gets it
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const owner = read(dataDir);
    if (owner && birth(owner.pid) === owner.birth) {
      throw new Error(
        `The database in ${dataDir} is in use by process ${owner.pid}. Stop that one first, or use another folder.`,
        { cause: error },
      );
    }
    writeFileSync(file, me);
  }
}

/** @param {string} dataDir */
export function dropOwnership(dataDir) {
  rmSync(join(dataDir, FILE), { force: true });
}

function read(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'));
  } catch {
    return undefined; // absent, or half-written by a crash: nobody's
  }
}

/** Numbers are given out again after a reboot; the start time tells a process from its successor. */
function birth(pid) {
  return isAlive(pid) ? (stat(pid)?.[19] ?? 'unknown') : undefined;
}

/**
 * @param {number} pid
 * @returns {boolean} false too for one that has ended and only waits to be reaped, which in a container without an
 *   init process may take for ever
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return stat(pid)?.[0] !== 'Z';
}

/** State, parent, …: the fields after the name; undefined where the system has no /proc. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
  } catch {
    return undefined;
  }
}
