import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/**
 * Whom the server runs as. PostgreSQL refuses root: then it is the system user `postgres`, made when missing.
 * @typedef {{ uid?: number, gid?: number, capability?: string }} Account empty = ourselves; with a capability when that
 *   user may not enter the folders on the way
 */

/**
 * @param {string[]} folders that the server must reach
 * @returns {Account}
 * @throws Error with a sentence naming the first folder on the way that may not be entered, and the ways out
 */
export function serverAccount(folders) {
  if (process.getuid?.() !== 0) return {};
  const account = lookUp() ?? create();
  // Root's home is closed to others, and a clone there should work all the same: the server may then search closed
  // folders, which is less than opening the home to every user of the machine.
  const ways = [undefined, 'dac_read_search', 'dac_override'].map((capability) =>
    Object.assign({ capability }, account),
  );
  const way = ways.find((one) => folders.every((folder) => mayEnter(folder, one)));
  if (way) return way;
  throw new Error(closedFolder(folders, account));
}

/**
 * @param {Account} account
 * @param {string} program absolute path
 * @param {string[]} args
 * @returns {[string, string[], { uid?: number, gid?: number }]} what to hand to `spawn`: file, arguments, options
 */
export function runAs({ uid, gid, capability }, program, args) {
  if (uid === undefined) return [program, args, {}];
  if (!capability) return [program, args, { uid, gid }];
  const caps = `-all,+${capability}`;
  const options = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${caps}`,
    `--ambient-caps=${caps}`,
    '--securebits=+no_setuid_fixup', // else access(2), by which the programs find themselves, forgets the capability
  ];
  return ['setpriv', [...options, '--', program, ...args], {}];
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

function mayEnter(folder, account) {
  const [file, args, options] = runAs(account, '/bin/sh', ['-c', 'cd "$1" && test -x .', 'sh', folder]);
  return spawnSync(file, args, { ...options, cwd: '/' }).status === 0;
}

function closedFolder(folders, account) {
  const closed = folders.flatMap(ancestors).find((folder) => !mayEnter(folder, account));
  return (
    `PostgreSQL does not run as root, so it runs as the user "postgres", who may not enter ${closed}. ` +
    `Either move this folder elsewhere (for example below /srv), or allow it (chmod o+x ${closed}), ` +
    'or start as another user, or set DATABASE_URL to a PostgreSQL of your own.'
  );
}

function ancestors(path) {
  const folders = [path];
  while (dirname(folders[0]) !== folders[0]) folders.unshift(dirname(folders[0]));
  return folders;
}
