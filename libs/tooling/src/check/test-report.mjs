import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ command: (command: string, file: string) => string, read: (file: string) => Counts }} Runner how a test
 *   program is told to write a report, and how that is counted
 */

/** @type {Record<string, Runner>} */
const RUNNERS = {
  jest: {
    command: (command, file) => `${command} --ci --json --outputFile=${file}`,
    read: readJson,
  },
  vitest: {
    command: (command, file) => `${command} --reporter=default --reporter=json --outputFile.json=${file}`,
    read: readJson,
  },
  'node --test': {
    command: (command, file) =>
      command.replace(
        'node --test', // its options count only before the file names
        `node --test --test-reporter=spec --test-reporter-destination=stdout \
          --test-reporter=tap --test-reporter-destination=${file}`,
      ),
    read: readTap,
  },
};

/**
 * @param {string} command
 * @returns {Runner}
 * @throws Error when it runs none of the known test programs
 */
export function runnerOf(command) {
  const name = Object.keys(RUNNERS).find((program) => command.includes(program));
  if (!name) throw new Error(`"${command}" runs none of ${Object.keys(RUNNERS).join(', ')}.`);
  return RUNNERS[name];
}

/** Jest's format, which Vitest writes too. A file that could not be loaded counts as one failure. */
function readJson(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

function readTap(file) {
  const text = readFileSync(file, 'utf8');
  const count = (word) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, 'mu'))?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') };
}
