// `pnpm dev`: the API is compiled and restarted, the web app reloaded, as files are saved. One Ctrl-C ends all.
import { spawn } from 'node:child_process';
import { ensureBuilt, PARTS } from '../src/build.mjs';
import { startEmbeddedDatabase } from '../src/embedded-database.mjs';
import { productDefaults } from '../src/product.mjs';
import { onStopRequest } from '../src/stop-request.mjs';
import { DATA_DIR, exitOf, inRoot, nodeProgram, startScript } from '../src/workspace.mjs';

const dataDir = process.env.DATA_DIR ?? DATA_DIR;
const { requested } = onStopRequest();

await ensureBuilt({ parts: PARTS.filter(({ name }) => name === 'api'), onLog: console.log });
const database = process.env.DATABASE_URL
  ? undefined
  : await startEmbeddedDatabase({ dataDir: `${dataDir}/postgres`, persistent: true, onLog: console.log });
const env = { ...productDefaults(dataDir, process.env), DATABASE_URL: database?.url, ...process.env };

const children = [
  startScript(inRoot('apps/api'), 'build', { args: ['--watch'], env }),
  spawn(nodeProgram(), ['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/main.js'], {
    cwd: inRoot('apps/api'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  }),
  startScript(inRoot('apps/web'), 'dev', { env: { API_ORIGIN: `http://127.0.0.1:${env.PORT}` } }),
];
await Promise.race([requested, ...children.map(exitOf)]);
for (const child of children) child.kill('SIGTERM');
await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? exitOf(child)));
await database?.stop();
