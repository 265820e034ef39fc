import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startApi } from './api-process.mjs';
import { startEmbeddedDatabase } from './embedded-database.mjs';
import { loadSecrets } from './secrets.mjs';
import { inRoot } from './workspace.mjs';

/**
 * The whole product on one port: database (embedded unless `env` names one) and API, which serves the web app too.
 * @param {object} options
 * @param {string} options.dataDir what is kept between runs: database, uploaded files, secrets
 * @param {NodeJS.ProcessEnv} options.env configuration, stronger than our defaults
 * @param {boolean} [options.persistent] false removes the database when stopped
 * @param {string[]} [options.postgresFlags]
 * @param {string} [options.entry] see {@link startApi}
 * @param {(text: string) => void} [options.onOutput] see {@link startApi}
 * @param {(message: string) => void} [options.onLog]
 * @returns {Promise<{ api: ReturnType<typeof startApi>, databaseUrl: string, stop: () => Promise<number> }>} as soon
 *   as the API runs (await `api.ready` for its address); `stop` ends the API, then the database, and gives the API's
 *   exit code
 */
export async function launchProduct({
  dataDir,
  env,
  persistent = true,
  postgresFlags,
  entry,
  onOutput,
  onLog,
}) {
  mkdirSync(dataDir, { recursive: true });
  const database = env.DATABASE_URL
    ? undefined
    : await startEmbeddedDatabase({ dataDir: join(dataDir, 'postgres'), persistent, postgresFlags, onLog });
  const databaseUrl = database?.url ?? env.DATABASE_URL;
  try {
    const api = startApi({
      env: { ...productDefaults(dataDir, env), ...env, ...addressesOf(database) },
      entry,
      onOutput,
    });
    const stop = async () => {
      const code = await api.stop();
      await database?.stop();
      return code;
    };
    return { api, databaseUrl, stop };
  } catch (error) {
    await database?.stop();
    throw error;
  }
}

/**
 * The application connects with a user that owns nothing; migrations as the owner. Nothing where the database is not ours.
 * @param {{ url: string, applicationUrl: string } | undefined} database
 * @returns {NodeJS.ProcessEnv}
 */
export const addressesOf = (database) =>
  database ? { DATABASE_URL: database.applicationUrl, MIGRATION_DATABASE_URL: database.url } : {};

/**
 * The API's configuration where the environment says nothing.
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function productDefaults(dataDir, env) {
  return {
    HOST: '127.0.0.1',
    PORT: '3000',
    DEMO: 'on',
    MIGRATE_ON_START: 'true',
    LOG_FORMAT: 'pretty',
    WEB_ROOT: inRoot('apps/web/dist'),
    FILES_DIR: join(dataDir, 'files'),
    ...(env.JWT_SECRET ? {} : loadSecrets(dataDir)),
  };
}
