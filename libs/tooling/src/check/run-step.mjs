import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_DIR, exitOf, signalGroup, startCommand } from '../workspace.mjs';
import { runnerOf } from './test-report.mjs';

/** Above what a busy machine needs, so that it ends what hangs and nothing else. */
const STEP_LIMIT_MS = 30 * 60_000;

/**
 * @typedef {{ name: string, folder: string, command: string, isTest?: boolean, limitMs?: number, isBeside?: boolean,
 *   isPatient?: boolean }} Step a command as a package.json has it; a test step is counted test by test, any other as one;
 *   what may run beside runs while a patient one does
 * @typedef {{ name: string, passed: number, failed: number, seconds: number, output: string }} Result
 */

const ENVIRONMENT = {
  CI: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  NODE_TEST_CONTEXT: undefined, // else tests started from a test take themselves for a part of it and report nothing
};

/** What each step has printed so far, for whoever does not want to wait for the end. */
const LOGS = join(DATA_DIR, 'check');

const running = new Set();

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(step) {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'juke-check-'));
  try {
    const result = await (step.isTest ? runTests(step, join(folder, 'report')) : run(step, step.command));
    return { name: step.name, ...result, seconds: (Date.now() - began) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends what is running now; for a check that is interrupted. */
export function abortSteps() {
  for (const child of running) signalGroup(child, 'SIGKILL');
}

async function runTests(step, reportFile) {
  const runner = runnerOf(step.command);
  const { failed, output } = await run(step, runner.command(step.command, reportFile));
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, output: `${output}\nNo report was written.` };
  const counts = runner.read(reportFile);
  if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1, output: `${output}\nNo test ran.` };
  return { passed: counts.passed, failed: Math.max(counts.failed, failed), output };
}

/** What runs beside takes the time that is left. */
function yieldTo(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or this system has no priorities: then it takes its share.
  }
}

async function run({ name, folder, limitMs = STEP_LIMIT_MS, isBeside = false }, command) {
  let output = '';
  mkdirSync(LOGS, { recursive: true });
  const log = createWriteStream(join(LOGS, `${name.replaceAll(/\W+/g, '-')}.log`));
  const child = startCommand(folder, command, {
    env: ENVIRONMENT,
    onOutput: (text) => {
      output += text;
      log.write(text);
    },
    detached: true,
  });
  running.add(child);
  if (isBeside) yieldTo(child.pid);
  const limit = setTimeout(() => {
    output += `\nEnded after ${limitMs / 60_000} minutes.`;
    signalGroup(child, 'SIGKILL'); // a test runner's workers must not outlive it
  }, limitMs);
  const code = await exitOf(child);
  clearTimeout(limit);
  running.delete(child);
  log.end();
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}
