import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { broughtBrowser } from './brought-browser.mjs';
import { chineseFontEnv } from './fonts.mjs';

export { startProduct } from './test-product.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--no-sandbox', // the tests' own pages only; Chromium as root has no sandbox
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give 64 MB of shared memory
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];

/**
 * The browser to test with: the one named by CHROMIUM_PATH, else an installed Chromium or Chrome, else one out of npm.
 * @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>}
 * @throws Error when CHROMIUM_PATH names nothing
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  const path = named ?? INSTALLED.find((candidate) => existsSync(candidate));
  return path ? { path, env: {} } : broughtBrowser();
}

/**
 * A headless browser with an empty profile of its own and a Chinese font.
 * @param {import('playwright-core').LaunchOptions} [options] stronger than our defaults; `args` are added
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser({ args = [], env = {}, ...options } = {}) {
  const browser = await findBrowser();
  return chromium.launch({
    executablePath: browser.path,
    args: [...FLAGS, ...args],
    env: { ...process.env, ...browser.env, ...chineseFontEnv(), ...env },
    ...options,
  });
}
