import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { startEmbeddedDatabase, THROWAWAY } from '../src/embedded-database.mjs';
import { freePort } from '../src/ports.mjs';
import { exitOf, inRoot, nodeProgram } from '../src/workspace.mjs';
import { readCompose, startCommandOf } from './fixtures/compose-file.mjs';

const ENV = {
  POSTGRES_PASSWORD: 'unused',
  DATABASE_PASSWORD: 'from-the-environment',
  APP_DATABASE_PASSWORD: 'another-one',
  JWT_SECRET: 'a secret of the test that is long enough to be taken',
  SITE_ADDRESS: ':80',
};
const api = inRoot('apps/api');
const unbuilt = !existsSync(join(api, 'dist/main.js')) && 'the API is not built';

/** Without a Docker engine: the commands of the images, with the settings of the compose file, beside a database. */
describe('commands of the production images', { skip: unbuilt }, () => {
  const { services } = readCompose(ENV);
  const files = mkdtempSync(join(tmpdir(), 'juke-production-'));
  let database;
  let port;
  let server;
  let output = '';

  /** Addresses of the database inside the network of the containers, as they are here. */
  const here = (environment) =>
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        `${value}`.replace('@postgres:5432', `@127.0.0.1:${database.port}`),
      ]),
    );

  const settings = (service) => ({
    PATH: process.env.PATH,
    ...here(services[service].environment),
    HOST: '127.0.0.1',
    PORT: `${port}`,
    FILES_DIR: files,
  });

  function run([program, ...args], service) {
    assert.equal(program, 'node');
    const child = spawn(nodeProgram(), args, { cwd: api, env: settings(service) });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    return child;
  }

  before(async () => {
    port = await freePort();
    database = await startEmbeddedDatabase({
      database: 'postgres',
      persistent: false,
      postgresFlags: THROWAWAY,
    });
  });

  after(async () => {
    server?.kill('SIGKILL');
    await database?.stop();
    rmSync(files, { recursive: true, force: true });
  });

  it('make the database and its owner as the first start of the database container does', async () => {
    const script = readFileSync(inRoot('docker/postgres-init/10-application-role.sh'), 'utf8');
    const sql = script
      .match(/<<'SQL'\n(.+)\nSQL/su)[1]
      .replace(":'password'", `'${ENV.DATABASE_PASSWORD}'`)
      .replace(":'app_password'", `'${ENV.APP_DATABASE_PASSWORD}'`);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const statement of sql.split(';').filter((text) => text.trim())) await client.query(statement);
    await client.end();
  });

  it('migrate as that owner, who is no superuser', async () => {
    const code = await exitOf(run(services.migrate.command, 'migrate'));
    assert.equal(code, 0, output);
  });

  it('start the API, which the health check of the container finds ready', async () => {
    server = run(startCommandOf('docker/api.Dockerfile'), 'api');
    const [kind, ...check] = services.api.healthcheck.test;
    assert.equal(kind, 'CMD');
    const probe = check.map((word) => word.replace(':3000', `:${port}`));
    let healthy = false;
    for (let turn = 0; turn < 200 && !healthy && server.exitCode === null; turn += 1) {
      healthy = (await exitOf(run(probe, 'api'))) === 0;
    }
    assert.ok(healthy, output);
  });

  it('leave the application nothing to own, and no way into the audit log', async () => {
    const client = new Client({ connectionString: settings('api').DATABASE_URL });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as owned from pg_class where pg_get_userbyid(relowner) = current_user`,
    );
    assert.deepEqual(rows, [{ owned: 0 }]);
    await assert.rejects(client.query(`delete from audit_entries`), { code: '42501' });
    await client.end();
  });

  it('stop the API on SIGTERM within its grace', async () => {
    assert.equal(server.exitCode, null, output);
    server.kill('SIGTERM');
    assert.equal(await exitOf(server), 0, output);
  });
});
