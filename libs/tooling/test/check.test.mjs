import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { check } from '../src/check/check.mjs';
import { runStep } from '../src/check/run-step.mjs';
import { checkSteps, selectSteps } from '../src/check/steps.mjs';
import { runnerOf } from '../src/check/test-report.mjs';

const root = mkdtempSync(join(tmpdir(), 'juke-check-test-'));

/** A step whose command finds `a.test.mjs` in its folder. */
function step(name, command, { file = '', ...more } = {}) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.test.mjs'), file);
  return { name, folder, command, ...more };
}

const nodeTests = (name, file) => step(name, 'node --test a.test.mjs', { file, isTest: true });

describe('check', () => {
  after(() => rmSync(root, { recursive: true, force: true }));

  it('counts a step that is no test as one', async () => {
    const good = await runStep(step('good', 'echo fine'));
    assert.deepEqual([good.passed, good.failed, good.output.trim()], [1, 0, 'fine']);
    const bad = await runStep(step('bad', 'echo broken >&2; exit 3'));
    assert.deepEqual([bad.passed, bad.failed, bad.output.trim()], [0, 1, 'broken']);
  });

  it('runs what may run beside while a patient step does, and each in its order where there is none', async () => {
    const quick = { ...step('quick', 'echo quick'), isBeside: true };
    const slow = { ...step('slow', 'sleep 1'), isPatient: true };
    const order = async (steps) => {
      const lines = [];
      await check(steps, (text) => lines.push(text));
      return lines.map((text) => text.split(' ')[1]).filter((word) => /^[a-z]+$/.test(word ?? ''));
    };
    assert.deepEqual((await order([quick, step('first', 'true'), slow])).slice(0, 3), [
      'first',
      'quick',
      'slow',
    ]);
    assert.deepEqual((await order([quick, step('first', 'true')])).slice(0, 2), ['quick', 'first']);
  });

  it('counts tests one by one', async () => {
    const result = await runStep(
      nodeTests(
        'some',
        `import { it } from 'node:test';
         it('a', () => {}); it('b', () => {}); it('c', () => { throw new Error('no') });`,
      ),
    );
    assert.deepEqual([result.passed, result.failed], [2, 1]);
  });

  it('takes a suite in which no test ran for a failure', async () => {
    const result = await runStep(step('none', 'rm a.test.mjs; node --test', { isTest: true }));
    assert.deepEqual([result.passed, result.failed > 0], [0, true]);
  });

  it('takes a test program that writes no report for a failure', async () => {
    const result = await runStep(step('crash', 'true # jest', { isTest: true }));
    assert.equal(result.failed, 1);
    assert.match(result.output, /No report was written/);
  });

  it('takes a test program that fails after all tests passed for a failure', async () => {
    const file = `import { it } from 'node:test'; it('a', () => {});`;
    const result = await runStep(step('late', 'node --test a.test.mjs; exit 1', { file, isTest: true }));
    assert.deepEqual([result.passed, result.failed], [1, 1]);
  });

  it('ends a step that hangs, with what it started', async () => {
    const result = await runStep(step('hang', 'sleep 600 & sleep 600', { limitMs: 300 }));
    assert.equal(result.failed, 1);
    assert.ok(result.seconds < 5);
  });

  it('goes on after a failure, prints it at the end, and ends with the sum', async () => {
    const lines = [];
    const code = await check([step('first', 'echo the reason; exit 1'), step('second', 'true')], (line) =>
      lines.push(line),
    );
    assert.equal(code, 1);
    assert.ok(lines.findIndex((line) => line.includes('the reason')) > 1);
    assert.equal(lines.at(-1), '1 passed, 1 failed');
  });

  it('ends with success only when something passed and nothing failed', async () => {
    assert.equal(await check([step('fine', 'true')], () => {}), 0);
    assert.equal(await check([], () => {}), 1);
  });

  it('reads the report of Jest and Vitest, a file that did not load as one failure', () => {
    const report = join(root, 'report.json');
    writeFileSync(
      report,
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        testResults: [
          { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
          { status: 'failed', assertionResults: [] },
          { status: 'passed', assertionResults: [] },
        ],
      }),
    );
    for (const program of ['jest', 'vitest run']) {
      assert.deepEqual(runnerOf(program).read(report), { passed: 5, failed: 2 });
    }
  });

  it('refuses a test script it cannot count', () => {
    assert.throws(() => runnerOf('mocha'), /runs none of jest, vitest, node --test/);
  });

  it('selects steps by word, and refuses a word that selects nothing', () => {
    const steps = checkSteps();
    const names = selectSteps(steps, ['tooling', 'lint']).map(({ name }) => name);
    assert.deepEqual(names, ['lint', 'tests tooling']);
    assert.deepEqual(selectSteps(steps, []), steps);
    assert.throws(() => selectSteps(steps, ['apii']), /--only=apii selects nothing/);
  });
});
