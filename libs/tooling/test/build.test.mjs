import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ensureBuilt } from '../src/build.mjs';

const folder = mkdtempSync(join(tmpdir(), 'juke-build-'));
const part = { name: 'thing', folder, inputs: [join(folder, 'src'), join(folder, 'missing.json')] };
const source = (name) => join(folder, 'src', name);
const build = () => ensureBuilt({ parts: [part] });

function script(command) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { build: command } }));
}

describe('build', () => {
  before(() => {
    mkdirSync(join(folder, 'src/deep'), { recursive: true });
    writeFileSync(source('a.txt'), 'a');
    writeFileSync(source('deep/b.txt'), 'b');
    script('mkdir -p dist && cp -r src/. dist');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('builds what is not there, and nothing a second time', async () => {
    const told = [];
    assert.deepEqual(await ensureBuilt({ parts: [part], onLog: (line) => told.push(line) }), ['thing']);
    assert.match(told.join(), /Built thing in \d+\.\d s/);
    assert.deepEqual(await build(), []);
  });

  it('builds anew when a file is changed, saved, added or removed, and keeps nothing of a removed one', async () => {
    writeFileSync(source('deep/b.txt'), 'longer');
    assert.deepEqual(await build(), ['thing']);
    utimesSync(source('a.txt'), new Date(), new Date(Date.now() + 5000));
    assert.deepEqual(await build(), ['thing']);
    writeFileSync(source('deep/c.txt'), 'c');
    assert.deepEqual(await build(), ['thing']);
    rmSync(source('deep/c.txt'));
    assert.deepEqual(await build(), ['thing']);
    assert.ok(!existsSync(join(folder, 'dist/deep/c.txt')));
    assert.equal(readFileSync(join(folder, 'dist/deep/b.txt'), 'utf8'), 'longer');
  });

  it('tells what the compiler said when it fails, and tries again the next time', async () => {
    script('echo "line 3: no such thing" && exit 2');
    rmSync(join(folder, 'dist'), { recursive: true });
    await assert.rejects(build(), /Building thing failed:\nline 3: no such thing/);
    await assert.rejects(build(), /Building thing failed/);
  });
});
