import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedDatabase, THROWAWAY } from '../src/embedded-database.mjs';
import { serverAccount } from '../src/postgres-account.mjs';
import { isAlive } from '../src/postgres-owner.mjs';

const root = mkdtempSync(join(tmpdir(), 'juke-embedded-'));
chmodSync(root, 0o711); // as root the server runs as another user
const dataDir = join(root, 'postgres');
const notRoot = process.getuid?.() !== 0 && 'concerns root only';
const start = (options = {}) =>
  startEmbeddedDatabase({ dataDir, persistent: true, postgresFlags: THROWAWAY, ...options });
const serverPid = () => Number.parseInt(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8'), 10);
const launcher = `
  import { startEmbeddedDatabase } from ${JSON.stringify(new URL('../src/embedded-database.mjs', import.meta.url).href)};
  const { url } = await startEmbeddedDatabase({ dataDir: process.argv[1], persistent: process.argv[2] === 'keep' });
  console.log(url);
  setInterval(() => {}, 1000);`;

async function query(url, sql) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(claim, what) {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (await claim()) return;
    await sleep(50);
  }
  assert.fail(`not within 10 s: ${what}`);
}

/** Starts a launcher in its own process and returns when it has its database. */
async function launch(folder, keep) {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    launcher,
    folder,
    keep ? 'keep' : 'drop',
  ]);
  const [url] = await Promise.race([
    new Promise((resolve) => child.stdout.once('data', (line) => resolve([String(line).trim()]))),
    new Promise((_resolve, reject) => child.stderr.once('data', (line) => reject(new Error(String(line))))),
  ]);
  return { child, url };
}

describe('embedded database', () => {
  after(() => rmSync(root, { recursive: true, force: true }));

  it('keeps its data between runs, speaks UTF-8 and UTC, and indexes Chinese trigrams', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE note (body text); INSERT INTO note VALUES ('上海办公用品')`);
    await first.stop();

    const second = await start();
    try {
      assert.deepEqual(await query(second.url, 'SELECT body FROM note'), [{ body: '上海办公用品' }]);
      assert.deepEqual(await query(second.url, 'SHOW timezone'), [{ TimeZone: 'UTC' }]);
      await query(second.url, 'CREATE EXTENSION pg_trgm');
      const [{ trigrams }] = await query(second.url, `SELECT cardinality(show_trgm('上海办公')) AS trigrams`);
      assert.equal(trigrams, 5);
    } finally {
      await second.stop();
    }
  });

  it('keeps its password in a file only its owner reads', async () => {
    assert.equal(statSync(join(dataDir, 'password')).mode & 0o777, 0o600);
  });

  it('refuses a wrong password', async () => {
    const database = await start();
    try {
      const wrong = database.url.replace(/:[^:@]+@/, ':guessed@');
      await assert.rejects(query(wrong, 'SELECT 1'), /password authentication failed/);
    } finally {
      await database.stop();
    }
  });

  it('replaces a half-made database of a crash', async () => {
    const folder = join(root, 'half');
    mkdirSync(join(folder, 'cluster.unfinished/base'), { recursive: true });
    writeFileSync(join(folder, 'cluster.unfinished/base/rubbish'), '');
    const database = await startEmbeddedDatabase({ dataDir: folder, persistent: false });
    assert.deepEqual(await query(database.url, 'SELECT 1 AS one'), [{ one: 1 }]);
    assert.ok(!existsSync(join(folder, 'cluster.unfinished')));
    await database.stop();
    assert.ok(!existsSync(folder), 'a database that is not persistent leaves nothing');
  });

  it('starts over a pid file whose number belongs to another program now', async () => {
    const other = spawn('sleep', ['60']);
    writeFileSync(
      join(dataDir, 'cluster/postmaster.pid'),
      `${other.pid}\n${join(dataDir, 'cluster')}\n1\n5432\n\n\n\nready\n`,
    );
    const database = await start();
    await database.stop();
    assert.ok(isAlive(other.pid), 'the other program still runs');
    other.kill();
  });

  it('refuses a folder that a living launcher uses', async () => {
    const { child } = await launch(dataDir, true);
    try {
      await assert.rejects(start(), new RegExp(`in use by process ${child.pid}`));
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('starts at once after its launcher was killed, and loses nothing acknowledged', async () => {
    const { child, url } = await launch(dataDir, true);
    await query(url, `INSERT INTO note VALUES ('acknowledged')`);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const database = await start();
    try {
      const rows = await query(database.url, `SELECT 1 FROM note WHERE body = 'acknowledged'`);
      assert.equal(rows.length, 1);
    } finally {
      await database.stop();
    }
  });

  it('leaves neither server nor files of a throw-away database when its launcher is killed', async () => {
    const folder = join(root, 'throwaway');
    const { child } = await launch(folder, false);
    const pid = Number.parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10);
    child.kill('SIGKILL');
    await until(() => !isAlive(pid) && !existsSync(folder), 'server gone, folder removed');
  });

  it('starts again on the same port when the server is killed', async () => {
    const messages = [];
    const database = await start({ onLog: (message) => messages.push(message) });
    try {
      process.kill(serverPid(), 'SIGKILL');
      const answers = () =>
        query(database.url, 'SELECT 1').then(
          () => messages.length > 0,
          () => false,
        );
      await until(answers, 'the database answers again');
      assert.match(messages.join(), /started again/);
    } finally {
      await database.stop();
    }
  });

  it('starts below a folder closed to others, such as the home of root', { skip: notRoot }, async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const database = await startEmbeddedDatabase({ dataDir: join(closed, 'inside'), persistent: false });
    assert.deepEqual(await query(database.url, 'SELECT 1 AS one'), [{ one: 1 }]);
    await database.stop();
  });

  it('says which folder keeps the server out', { skip: notRoot }, () => {
    assert.throws(
      () => serverAccount([join(root, 'missing')]),
      (error) =>
        error.message.includes(`may not enter ${join(root, 'missing')}`) &&
        error.message.includes('DATABASE_URL'),
    );
  });
});
