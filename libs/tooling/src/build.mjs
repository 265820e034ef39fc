import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exitOf, inRoot, ROOT, startScript } from './workspace.mjs';

const SOURCES = ['src', 'public', 'index.html', 'package.json', '.swcrc', 'tsconfig.json', 'vite.config.ts'];

/** @typedef {{ name: string, folder: string, inputs: string[] }} Part paths absolute; the result is `<folder>/dist` */

/** @type {Part[]} what `pnpm start` needs built, and what each is built from */
export const PARTS = [
  part('api', ['libs/mining/src']),
  part('web', ['libs/api-client/src', 'libs/api-client/package.json']),
];

function part(name, shared) {
  const folder = inRoot('apps', name);
  const own = SOURCES.map((source) => join(folder, source));
  return { name, folder, inputs: [...own, ...shared.map((path) => inRoot(path)), inRoot('pnpm-lock.yaml')] };
}

/**
 * Builds what is missing or older than its sources.
 * @param {object} [options]
 * @param {Part[]} [options.parts]
 * @param {boolean} [options.force] build all of them
 * @param {(message: string) => void} [options.onLog]
 * @returns {Promise<string[]>} names of the parts that were built
 * @throws Error with the compiler's output
 */
export async function ensureBuilt({ parts = PARTS, force = false, onLog = () => {} } = {}) {
  const stale = parts.filter((one) => force || !isFresh(one));
  for (const one of stale) await build(one, onLog);
  return stale.map(({ name }) => name);
}

async function build(one, onLog) {
  const began = Date.now();
  const stamp = stampOf(one); // before the build: what is saved during it counts as newer
  rmSync(join(one.folder, 'dist'), { recursive: true, force: true }); // no file of a removed source stays
  let output = '';
  const code = await exitOf(startScript(one.folder, 'build', { onOutput: (text) => (output += text) }));
  if (code !== 0) throw new Error(`Building ${one.name} failed:\n${output.trim()}`);
  writeFileSync(stampFile(one), stamp);
  onLog(`Built ${one.name} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

function isFresh(one) {
  return existsSync(stampFile(one)) && readFileSync(stampFile(one), 'utf8') === stampOf(one);
}

const stampFile = ({ folder }) => join(folder, 'dist/.build-stamp');

/** Names, sizes and times of all sources: a few milliseconds, and any saved, added or removed file changes it. */
function stampOf({ inputs }) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(files)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(ROOT, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function files(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
