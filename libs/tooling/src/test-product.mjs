import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { THROWAWAY } from './embedded-database.mjs';
import { freePort } from './ports.mjs';
import { launchProduct } from './product.mjs';

/**
 * The built product for one test file: its own empty database, its own port, nothing left afterwards. What the API
 * says is kept, and printed by the error when it does not start; `log()` gives it for other failures.
 * @param {object} [options]
 * @param {boolean} [options.demo] with the demo company
 * @param {NodeJS.ProcessEnv} [options.env] configuration of the API
 * @param {import('./build.mjs').Part[]} [options.parts] what must be built
 * @param {string} [options.entry] see `startApi`
 * @returns {Promise<{ url: string, databaseUrl: string, log: () => string, stop: () => Promise<void> }>}
 */
export async function startProduct({ demo = true, env = {}, parts, entry } = {}) {
  await ensureBuilt({ parts });
  const dataDir = mkdtempSync(join(tmpdir(), 'juke-test-'));
  chmodSync(dataDir, 0o711); // as root the database runs as another user
  let output = '';
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const product = await launchProduct({
    dataDir,
    env: { ...inherited, PORT: `${await freePort()}`, DEMO: demo ? 'on' : 'off', LOG_FORMAT: 'json', ...env },
    persistent: false,
    postgresFlags: THROWAWAY,
    entry,
    onOutput: (text) => (output += text),
  });
  const stop = async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await product.api.ready;
    return { url, databaseUrl: product.databaseUrl, log: () => output, stop };
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${output}`, { cause: error });
  }
}
