import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startApi } from '../src/api-process.mjs';
import { ensureBuilt, PARTS } from '../src/build.mjs';
import { startEmbeddedDatabase } from '../src/embedded-database.mjs';
import { freePort } from '../src/ports.mjs';

const ROWS = 4_000;
const PASSWORD = 'Juke-demo-2026';
const csv = () =>
  `客户编号,客户名称,城市\n${Array.from({ length: ROWS }, (_, index) => `CR${index},断电测试公司${index},上海`).join('\n')}\n`;

/** Kills the program as a power cut would. */
describe('What was acknowledged survives', { timeout: 240_000 }, () => {
  const filesDir = mkdtempSync(join(tmpdir(), 'juke-crash-'));
  let database;
  let sql;
  let api;
  let url;
  let token;

  const start = async () => {
    const env = {
      DATABASE_URL: database.url,
      JWT_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
      FILES_DIR: filesDir,
      PORT: `${await freePort()}`,
      DEMO: 'on',
      MIGRATE_ON_START: 'on',
      LOG_LEVEL: 'error',
    };
    api = startApi({ env, onOutput: (text) => process.env.SHOW_API && console.log(text) });
    url = await api.ready;
  };
  const call = async (path, { method = 'GET', body, form } = {}) => {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      body: form ?? (body && JSON.stringify(body)),
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
  const signIn = async () => {
    token = undefined;
    token = (
      await call('/auth/login', { method: 'POST', body: { username: 'contract', password: PASSWORD } })
    ).body.accessToken;
  };
  const until = async (look, what, tries = 600) => {
    for (let round = 0; round < tries; round += 1) {
      const found = await look().catch(() => undefined);
      if (found) return found;
      await wait(100);
    }
    throw new Error(`Waited in vain: ${what}`);
  };

  before(async () => {
    await ensureBuilt({ parts: PARTS.filter(({ name }) => name === 'api') });
    // Commits are waited for, as in production: a killed server must not forget what was answered.
    database = await startEmbeddedDatabase({ persistent: false, postgresFlags: ['-c', 'fsync=off'] });
    sql = new pg.Pool({ connectionString: database.url, max: 2 });
    sql.on('error', () => {});
    await start();
    await signIn();
  });
  after(async () => {
    await api?.stop();
    await sql?.end().catch(() => {});
    await database?.stop();
    rmSync(filesDir, { recursive: true, force: true });
  });

  it('an import whose process is killed is done once, and whole, after the next start', async () => {
    const form = new FormData();
    form.append('file', new Blob([csv()]), 'crash.csv');
    const file = await call('/files', { method: 'POST', form });
    const begun = await call('/imports', { method: 'POST', body: { fileId: file.body.id } });
    const job = await call(`/imports/${begun.body.id}/run`, { method: 'POST' });
    assert.equal(job.status, 202);
    const isStaged = async () => (await sql.query('select 1 from import_rows limit 1')).rowCount === 1;
    await until(isStaged, 'rows staged');
    await api.stop('SIGKILL');
    const counted = async () =>
      (await sql.query(`select count(*)::int as count from customers where number like 'CR%'`)).rows[0].count;
    assert.equal(await counted(), 0, 'nothing is half done');
    await start();
    await signIn();
    const state = async () => (await call(`/imports/${begun.body.id}`)).body.state === 'done';
    await until(state, 'the import goes on after the restart', 1200);
    assert.equal(await counted(), ROWS);
  });

  it('while PostgreSQL is away the answer is 503, and afterwards everything is there', async () => {
    const entered = await call('/customers', { method: 'POST', body: { name: '断库之前' } });
    assert.equal(entered.status, 201);
    const { rows } = await sql.query(`select current_setting('data_directory') as dir`);
    const pid = readFileSync(join(rows[0].dir, 'postmaster.pid'), 'utf8').split('\n')[0];
    execFileSync('kill', ['-9', pid]);
    const seen = new Set();
    const back = async () => {
      const { status } = await call(`/customers/${entered.body.id}`);
      seen.add(status);
      return status === 200;
    };
    const readiness = async () => (await fetch(`${url}/api/health/ready`)).status;
    // Its children answer for a moment longer than the server they belong to.
    await until(async () => (await readiness()) === 503, 'the server is gone');
    await until(back, 'the API recovers by itself');
    await until(async () => (await readiness()) === 200, 'ready again');
    assert.deepEqual(
      [...seen].filter((status) => ![200, 503].includes(status)),
      [],
    );
    assert.equal((await call('/customers', { method: 'POST', body: { name: '断库之后' } })).status, 201);
  });
});
