import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The repository's root folder, absolute. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** @param {string[]} parts @returns {string} an absolute path inside the repository */
export const inRoot = (...parts) => join(ROOT, ...parts);

/** What the product keeps on this machine between runs; never in the repository. */
export const DATA_DIR = inRoot('.data');

/** @returns {string} the Node that the workspace brings along; our own when it is not installed */
export function nodeProgram() {
  const brought = inRoot('node_modules/node-runtime/bin/node');
  return existsSync(brought) ? brought : process.execPath;
}

/**
 * The PATH of a package's scripts: its own programs, the workspace's, and the Node brought along first.
 * @param {string} folder absolute
 */
function pathFor(folder) {
  return [join(folder, 'node_modules/.bin'), inRoot('node_modules/.bin'), process.env.PATH].join(delimiter);
}

/**
 * Runs a script of a package.json as pnpm would, without needing pnpm on the PATH nor its start-up time.
 * @param {string} folder of the package, absolute
 * @param {string} script its name
 * @param {Parameters<typeof startCommand>[2] & { args?: string[] }} [options]
 * @returns {import('node:child_process').ChildProcess}
 * @throws Error when the package has no such script
 */
export function startScript(folder, script, { args = [], ...options } = {}) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const command = scripts?.[script];
  if (!command) throw new Error(`${folder}/package.json has no script "${script}".`);
  return startCommand(folder, [command, ...args].join(' '), options);
}

/**
 * Runs a shell command as a script of the package in that folder would run.
 * @param {string} folder absolute
 * @param {string} command
 * @param {{ env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void, detached?: boolean }} [options] without
 *   `onOutput` the command writes to our own output; `detached` gives it a process group of its own
 * @returns {import('node:child_process').ChildProcess}
 */
export function startCommand(folder, command, { env = {}, onOutput, detached } = {}) {
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    detached: detached && process.platform !== 'win32', // there it would open a window
    env: { ...process.env, ...env, PATH: pathFor(folder) },
    stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
  });
  for (const stream of onOutput ? [child.stdout, child.stderr] : []) {
    stream.setEncoding('utf8');
    stream.on('data', onOutput);
  }
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when it could not start, 128 when a signal ended it
 */
export function exitOf(child) {
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 128));
  });
}

/**
 * Signals a child started `detached`, and its own children too.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal); // it ended in the meantime
  }
}

/**
 * @returns {{ name: string, folder: string, scripts: Record<string, string> }[]} the packages of the workspace below
 *   apps/ and libs/; `name` is the folder's
 */
export function workspacePackages() {
  return ['apps', 'libs'].flatMap((group) =>
    readdirSync(inRoot(group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(inRoot(group, entry.name, 'package.json')))
      .map((entry) => {
        const folder = inRoot(group, entry.name);
        const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        return { name: entry.name, folder, scripts };
      }),
  );
}
