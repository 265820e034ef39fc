import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { apiSettings } from './bench-database.mjs';

/**
 * Starts the bare server in a process of its own.
 * @param {string} databaseUrl
 * @param {Record<string, unknown[]>} cases statements by case and variant
 * @returns {Promise<{ url: string, stop: () => Promise<unknown> }>}
 */
export async function startBareServer(databaseUrl, cases) {
  const child = fork(join(import.meta.dirname, 'bare-server.mjs'), {
    env: { ...process.env, ...apiSettings(databaseUrl) },
  });
  const ended = once(child, 'exit');
  const [{ url }] = await once(child, 'message');
  child.send({ cases });
  await once(child, 'message');
  return {
    url,
    stop: () => {
      child.disconnect();
      return ended;
    },
  };
}
