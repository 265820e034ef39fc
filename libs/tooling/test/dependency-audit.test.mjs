import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOutcome } from '../src/check/dependency-audit.mjs';

test('an audit without findings passes', () => {
  assert.deepEqual(auditOutcome(0, 'No known vulnerabilities found'), {
    passed: true,
    line: 'No known advisory of high severity.',
  });
});

test('findings fail, and are shown', () => {
  const { passed, line } = auditOutcome(1, '│ high │ Prototype pollution in x │');
  assert.equal(passed, false);
  assert.match(line, /Prototype pollution in x/);
});

test('a registry that cannot be asked says so and does not fail', () => {
  for (const output of ['Error: ERR_PNPM_AUDIT_BAD_RESPONSE responded with 405', 'getaddrinfo ENOTFOUND']) {
    const { passed, line } = auditOutcome(1, output);
    assert.equal(passed, true);
    assert.match(line, /^NOT CHECKED/);
  }
});

test('an audit that breaks for another reason fails', () => {
  assert.equal(auditOutcome(1, 'Cannot find module').passed, false);
  assert.equal(auditOutcome(null, '').passed, false);
});
