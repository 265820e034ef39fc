// `pnpm bench NAME [--rows N] [--rounds N]`: runs apps/*/bench/NAME.mjs on the built product, in the Node brought along.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { findBenchmark } from '../src/bench/find-benchmark.mjs';
import { ensureBuilt } from '../src/build.mjs';
import { exitOf, nodeProgram } from '../src/workspace.mjs';

const [name, ...args] = process.argv.slice(2);
try {
  const file = findBenchmark(name);
  await ensureBuilt({ onLog: console.log });
  const benchmark = spawn(nodeProgram(), [file, ...args], {
    cwd: dirname(dirname(file)),
    stdio: 'inherit',
  });
  // Ctrl-C reaches the benchmark too, which stops what it started; we only wait for it.
  process.on('SIGINT', () => {});
  process.exitCode = await exitOf(benchmark);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
