import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { isTaken } from './ports.mjs';
import { launchProduct } from './product.mjs';
import { onStopRequest } from './stop-request.mjs';

/**
 * Builds what is stale, starts database and API, waits for the end, and stops both in the right order.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./build.mjs').Part[]} [options.parts]
 * @param {string} [options.entry] see `startApi`
 * @param {(message: string) => void} [options.onLog]
 * @returns {Promise<number>} exit code: 0 when asked to stop, else the API's own
 * @throws Error with a sentence for the user
 */
export async function runProduct({ dataDir, env, parts, entry, onLog = console.log }) {
  const began = Date.now();
  await assertPortFree(env);
  const { requested, isRequested } = onStopRequest();
  await ensureBuilt({ parts, onLog });
  if (isRequested()) return 0;

  const product = await launchProduct({
    dataDir,
    env: { NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'), ...env }, // a second start spends a third less
    entry,
    onLog,
  });
  product.api.ready.then(
    () => onLog(`Started in ${((Date.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops.`),
    () => {}, // it ended before: its exit code tells
  );
  const ended = await Promise.race([product.api.exit, requested]);
  const code = await product.stop();
  return ended === 'requested' ? 0 : code;
}

async function assertPortFree({ PORT = '3000', HOST }) {
  const port = Number(PORT);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536; // else the API says what is wrong with it
  if (isPort && (await isTaken(port, HOST))) {
    throw new Error(
      `Port ${port} is in use. Stop the program that listens there, or choose another port: ` +
        `PORT=${port + 1} npx --yes pnpm@12 start`,
    );
  }
}
