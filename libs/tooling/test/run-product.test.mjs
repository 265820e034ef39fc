import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../src/ports.mjs';
import { isAlive } from '../src/postgres-owner.mjs';

const root = mkdtempSync(join(tmpdir(), 'juke-start-'));
chmodSync(root, 0o711);
const dataDir = join(root, 'data');
const launcher = `
  import { runProduct } from ${JSON.stringify(new URL('../src/run-product.mjs', import.meta.url).href)};
  const [dataDir, entry] = process.argv.slice(1);
  try {
    process.exitCode = await runProduct({ dataDir, entry, env: process.env, parts: [] });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }`;
const entry = new URL('fixtures/stand-in-api.mjs', import.meta.url).pathname;
const running = [];
let port;

function start(env = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', launcher, dataDir, entry], {
    env: { ...process.env, DATABASE_URL: '', PORT: `${port}`, ...env },
  });
  running.push(child);
  const run = { child, output: '', exit: new Promise((resolve) => child.once('close', resolve)) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (run.output += text));
  return run;
}

async function started(env) {
  const run = start(env);
  for (let waited = 0; !run.output.includes('Started in'); waited += 20) {
    if (run.child.exitCode !== null || waited > 20_000) assert.fail(`not ready:\n${run.output}`);
    await sleep(20);
  }
  return run;
}

const ask = async () => (await fetch(`http://127.0.0.1:${port}`)).json();
const databasePid = () =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

describe('pnpm start', () => {
  before(async () => {
    port = await freePort();
  });
  after(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  });

  it('gives the API its configuration, and a secret that stays the same', async () => {
    const first = await started();
    const seen = await ask();
    assert.equal(seen.MIGRATE_ON_START, 'true');
    assert.equal(seen.DEMO, 'on');
    assert.equal(seen.FILES_DIR, join(dataDir, 'files'));
    assert.match(seen.WEB_ROOT, /apps\/web\/dist$/);
    assert.ok(seen.JWT_SECRET.length >= 64);
    assert.equal(statSync(join(dataDir, 'secrets.json')).mode & 0o777, 0o600);
    first.child.kill('SIGTERM');
    assert.equal(await first.exit, 0);

    const second = await started({ DEMO: 'off' });
    assert.equal((await ask()).JWT_SECRET, seen.JWT_SECRET);
    assert.equal((await ask()).DEMO, 'off');
    second.child.kill('SIGTERM');
    await second.exit;
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`stops the API before the database on ${signal}, and leaves nothing running`, async () => {
      const run = await started();
      const pids = [databasePid(), (await ask()).pid];
      run.child.kill(signal);
      assert.equal(await run.exit, 0);
      assert.match(run.output, /API stopped with its database/);
      assert.deepEqual(pids.filter(isAlive), []);
    });
  }

  it('starts again after the launcher was killed, and the killed one leaves no API behind', async () => {
    const killed = await started();
    const { pid } = await ask();
    killed.child.kill('SIGKILL');
    await killed.exit;
    await sleep(300);
    assert.ok(!isAlive(pid));
    const again = await started();
    assert.equal(typeof (await ask()).databases, 'number');
    again.child.kill('SIGTERM');
    await again.exit;
  });

  it('passes the exit code of an API that refuses to start', async () => {
    const run = start({ FAIL: '78' });
    assert.equal(await run.exit, 78);
    assert.match(run.output, /configuration: FAIL is set/);
  });

  it('says in a sentence that the port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const run = start();
    assert.equal(await run.exit, 1);
    assert.match(run.output, new RegExp(`Port ${port} is in use\\. .*PORT=${port + 1}`));
    other.close();
  });

  it('says in a sentence that its data are in use by another launcher', async () => {
    const run = await started();
    const second = start({ PORT: `${await freePort()}` });
    assert.equal(await second.exit, 1);
    assert.match(second.output, new RegExp(`in use by process ${run.child.pid}`));
    run.child.kill('SIGTERM');
    await run.exit;
  });

  it('uses the database it is given', async () => {
    const run = await started();
    const url = readFileSync(join(dataDir, 'postgres/password'), 'utf8').trim();
    const given = `postgresql://postgres:${url}@127.0.0.1:${databasePort()}/postgres`;
    const own = port;
    port = await freePort();
    const second = await started({ DATABASE_URL: given, PORT: `${port}` });
    assert.equal(typeof (await ask()).databases, 'number');
    for (const { child, exit } of [second, run]) {
      child.kill('SIGTERM');
      assert.equal(await exit, 0);
    }
    port = own;
  });
});

function databasePort() {
  return readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
}
