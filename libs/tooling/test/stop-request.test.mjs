import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../src/postgres-owner.mjs';

const folder = mkdtempSync(join(tmpdir(), 'juke-stop-'));
const waiting = `
  import { onStopRequest } from ${JSON.stringify(new URL('../src/stop-request.mjs', import.meta.url).href)};
  setInterval(() => {}, 1000);
  const { requested } = onStopRequest();
  console.log(process.pid);
  await requested;
  process.exit(0);`;
/** Starts the waiting program by way of a shell, as a package manager does, and stays. */
const starter = `
  import { spawn } from 'node:child_process';
  spawn('sh', ['-c', process.execPath + ' ' + process.argv[2] + ' & wait'], { stdio: 'inherit' });
  setInterval(() => {}, 1000);`;

/** @returns the starter and the number of the program that waits for its request */
async function start(name, env) {
  const first = spawn(process.execPath, [join(folder, name), join(folder, 'waiting.mjs')], {
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  });
  const pid = await new Promise((resolve) =>
    first.stdout.once('data', (text) => resolve(Number(String(text)))),
  );
  return { first, pid };
}

async function endsWithin(ms, pid) {
  for (let waited = 0; waited < ms && isAlive(pid); waited += 50) await sleep(50);
  return !isAlive(pid);
}

describe('request to stop', () => {
  before(() => {
    writeFileSync(join(folder, 'waiting.mjs'), waiting);
    for (const name of ['npx.mjs', 'terminal.mjs']) writeFileSync(join(folder, name), starter);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes when the package manager above the shell is killed', async () => {
    const { first, pid } = await start('npx.mjs', { npm_lifecycle_event: 'start' });
    first.kill('SIGKILL');
    assert.ok(await endsWithin(5000, pid));
  });

  it('does not come when whoever called ends, without a package manager', async () => {
    const { first, pid } = await start('terminal.mjs', {});
    first.kill('SIGKILL');
    assert.equal(await endsWithin(1500, pid), false);
    process.kill(pid, 'SIGTERM');
    assert.ok(await endsWithin(5000, pid));
  });
});
