import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { loadSecrets } from '../src/secrets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'juke-secrets-'));

describe('secrets', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, for the owner only', () => {
    const first = loadSecrets(folder);
    assert.match(first.JWT_SECRET, /^[\w-]{64}$/);
    assert.deepEqual(loadSecrets(folder), first);
    assert.equal(statSync(join(folder, 'secrets.json')).mode & 0o777, 0o600);
    assert.notDeepEqual(loadSecrets(join(folder, 'another')), first);
  });

  it('are not replaced silently when the file is damaged', () => {
    for (const text of ['{"JWT_SEC', '{}', '']) {
      writeFileSync(join(folder, 'secrets.json'), text);
      assert.throws(() => loadSecrets(folder), /secrets\.json is damaged/);
    }
  });
});
