import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT, workspacePackages } from '../workspace.mjs';

/**
 * What a check consists of, in order: first what other steps need, then what is quick.
 * @param {ReturnType<typeof workspacePackages>} [packages]
 * @returns {import('./run-step.mjs').Step[]}
 */
export function checkSteps(packages = workspacePackages()) {
  const each = (script, label, isTest = false) =>
    packages
      .filter(({ scripts }) => scripts[script])
      .map(({ name, folder, scripts }) => ({
        name: `${label} ${name}`,
        folder,
        command: scripts[script],
        isTest,
      }));
  return [
    ...each('build', 'build').map(({ name }) => ofRoot(name, 'build', name.split(' ').at(-1))),
    ...each('typecheck', 'types').map(beside),
    ofRoot('lint', 'lint:code'),
    beside(ofRoot('format', 'lint:format')),
    beside(ofRoot('import rules', 'arch')),
    ofRoot('dependency audit', 'audit:deps'),
    ...packages.flatMap(openApi),
    ...each('test', 'tests', true),
    ...each('e2e', 'browser tests', true).map(patient),
  ];
}

/** It asks for one processor and no quiet: it may run while a browser is waited for. */
const beside = (step) => ({ ...step, isBeside: true });
const patient = (step) => ({ ...step, isPatient: true });

const openApi = ({ folder, scripts: { openapi } }) =>
  openapi && existsSync(join(folder, 'src/cli/openapi.ts'))
    ? [{ name: 'openapi api', folder, command: `${openapi} --check` }]
    : [];

function ofRoot(name, script, ...args) {
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return { name, folder: ROOT, command: [scripts[script], ...args].join(' ') };
}

/**
 * @param {import('./run-step.mjs').Step[]} steps
 * @param {string[]} words such as `api` or `lint`; none selects all
 * @returns {import('./run-step.mjs').Step[]} those whose name has one of the words
 * @throws Error when a word selects nothing, so that a slip does not pass as success
 */
export function selectSteps(steps, words) {
  for (const word of words) {
    if (!steps.some(({ name }) => name.split(' ').includes(word))) {
      throw new Error(`--only=${word} selects nothing. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
    }
  }
  return words.length === 0
    ? steps
    : steps.filter(({ name }) => words.some((word) => name.split(' ').includes(word)));
}
