// `pnpm dev`: the API is compiled and restarted, the web app reloaded, as files are saved. One Ctrl-C ends all.
import { join } from 'node:path';
import { ensureBuilt, PARTS } from '../src/build.mjs';
import { startEmbeddedDatabase } from '../src/embedded-database.mjs';
import { addressesOf, productDefaults } from '../src/product.mjs';
import { onStopRequest } from '../src/stop-request.mjs';
import { DATA_DIR, exitOf, inRoot, signalGroup, startCommand, startScript } from '../src/workspace.mjs';

const dataDir = process.env.DATA_DIR ?? DATA_DIR;
const say = (message) => console.log(message);

async function main() {
  const { requested } = onStopRequest();
  await ensureBuilt({ parts: PARTS.filter(({ name }) => name === 'api'), onLog: say });
  const database = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedDatabase({ dataDir: join(dataDir, 'postgres'), persistent: true, onLog: say });
  // The web app comes from Vite, with its pages reloaded; the API serves none.
  const settings = { ...productDefaults(dataDir, process.env), WEB_ROOT: '', ...process.env };
  const env = { ...settings, ...addressesOf(database) };

  const [api, web] = [inRoot('apps/api'), inRoot('apps/web')];
  const children = [
    startScript(api, 'build', { args: ['--watch'], detached: true }),
    startCommand(api, 'node --watch --watch-preserve-output --enable-source-maps dist/main.js', {
      env,
      detached: true,
    }),
    startCommand(web, 'vite', { env: { API_ORIGIN: `http://127.0.0.1:${env.PORT}` }, detached: true }),
  ];
  const exits = children.map(exitOf);
  await Promise.race([requested, ...exits]);
  for (const child of children) signalGroup(child, 'SIGTERM');
  await Promise.all(exits);
  await database?.stop();
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
