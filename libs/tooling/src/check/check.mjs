import { runStep } from './run-step.mjs';

const LINES = 150;

/**
 * Runs the steps one after another; one that fails does not hide the others. What failed is printed at the end. Steps that only
 * read the code run beside the one that waits for a browser most of the time.
 * @param {import('./run-step.mjs').Step[]} steps
 * @param {(line: string) => void} print
 * @returns {Promise<number>} exit code
 */
export async function check(steps, print) {
  const results = [];
  const run = async (step) => {
    const result = await runStep(step);
    results.push(result);
    print(line(result));
  };
  const inTurn = async (some) => {
    for (const step of some) await run(step);
  };
  const host = steps.find(({ isPatient }) => isPatient);
  const guests = host ? steps.filter(({ isBeside }) => isBeside) : [];
  for (const step of steps) {
    if (step === host) await Promise.all([run(step), inTurn(guests)]);
    else if (!guests.includes(step)) await run(step);
  }
  const failures = results.filter(({ failed }) => failed > 0);
  for (const { name, output } of failures) print(`\n──── ${name} ────\n${lastLines(output)}`);
  if (failures.length > 0) print('');
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  print(`${sum('passed')} passed, ${sum('failed')} failed`);
  return failures.length > 0 || results.length === 0 ? 1 : 0;
}

function line({ name, passed, failed, seconds }) {
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  return `${failed > 0 ? '✖' : '✔'} ${name.padEnd(24)} ${counts.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`;
}

function lastLines(output) {
  const lines = output.trim().split('\n');
  const cut = lines.length - LINES;
  return cut > 0 ? [`(${cut} lines before)`, ...lines.slice(-LINES)].join('\n') : lines.join('\n');
}
