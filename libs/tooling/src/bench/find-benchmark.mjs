import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { workspacePackages } from '../workspace.mjs';

/** @returns {string[]} absolute paths of all benchmarks: the .mjs files directly in a package's `bench` folder */
export function benchmarks() {
  return workspacePackages()
    .map(({ folder }) => join(folder, 'bench'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => join(folder, file)),
    );
}

/**
 * @param {string | undefined} name
 * @returns {string} absolute path
 * @throws Error that lists the names there are
 */
export function findBenchmark(name) {
  const all = benchmarks();
  const found = all.find((file) => basename(file, '.mjs') === name);
  if (found) return found;
  const names = all.map((file) => basename(file, '.mjs')).join(', ');
  throw new Error(`Usage: pnpm bench NAME [--rows N] [--rounds N]. Benchmarks: ${names}.`);
}
