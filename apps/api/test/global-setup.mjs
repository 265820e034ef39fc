import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedDatabase, THROWAWAY } from '@juke/tooling/embedded-database';

const API = fileURLToPath(new URL('..', import.meta.url));
const TEMPLATE = 'juke_template';

/** The same address for the user that the application has: it owns nothing. */
function asApplication(address) {
  const own = new URL(address);
  Object.assign(own, { username: 'juke_app', password: 'for-tests-only' });
  return own.href;
}

/**
 * One PostgreSQL for the whole run, started here because a child process cannot be started from inside a test file's VM.
 * The migrations run once, into a template that each spec file clones.
 */
export default async function setup() {
  execFileSync(
    process.execPath,
    [
      `${API}node_modules/@swc/cli/bin/swc.js`,
      'src',
      '--out-dir',
      'dist',
      '--strip-leading-paths',
      '--config-file',
      '.swcrc',
      '-q',
    ],
    { cwd: API },
  );
  const database = await startEmbeddedDatabase({
    persistent: false,
    postgresFlags: [...THROWAWAY, '-c', 'max_connections=200'],
  });
  globalThis.testDatabase = database;
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = new URL(database.url);
  template.pathname = `/${TEMPLATE}`;
  execFileSync(process.execPath, ['dist/cli/migrate.js'], {
    cwd: API,
    env: { ...process.env, DATABASE_URL: asApplication(template), MIGRATION_DATABASE_URL: template.href },
  });
  process.env.TEST_DATABASE_URL = database.url;
}
