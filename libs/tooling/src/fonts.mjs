import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DATA_DIR } from './workspace.mjs';

const require = createRequire(import.meta.url);

/**
 * Without a Chinese font a browser draws boxes, and widths in screenshots are wrong: then one out of npm is added to
 * the system's own.
 * @returns {NodeJS.ProcessEnv} environment for the browser; empty when the machine has a Chinese font
 */
export function chineseFontEnv() {
  const installed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (installed.stdout?.trim()) return {};
  return { FONTCONFIG_FILE: writeFontConfig(join(DATA_DIR, 'fonts')) };
}

/**
 * @param {string} folder for the configuration and its cache; made when missing
 * @returns {string} path of the configuration file
 */
export function writeFontConfig(folder) {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}/400Regular</dir>
  <dir>${fonts}/700Bold</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`,
  );
  return file;
}
