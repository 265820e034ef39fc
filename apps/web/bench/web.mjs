// `pnpm bench web [--rounds 5]`: what a browser loads before the first useful list, and how long that takes in a real Chromium.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { median, numberOptions, report } from '@juke/tooling/bench';
import { launchBrowser, startProduct } from '@juke/tooling/browser';

const DIST = join(import.meta.dirname, '../dist');
/** The README's account of the demo company, which this throw-away product is filled with. */
const ACCOUNT = { username: 'manager.east', password: 'Juke-demo-2026' };
const MOST_GZIP_KB = 250;

const { rounds } = numberOptions({ rounds: 5 });

const gzipKb = (path) => gzipSync(readFileSync(join(DIST, path))).length / 1000;

/** A fresh profile each time: nothing is cached. The session comes by cookie, as on the second day of work. */
async function firstList(browser, url) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const signedIn = await context.request.post(`${url}/api/v1/auth/login`, { data: ACCOUNT });
    if (!signedIn.ok()) throw new Error(`Signing in answered ${signedIn.status()}.`);
    const page = await context.newPage();
    const scripts = new Set();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    const began = performance.now();
    await page.goto(`${url}/customers`);
    await page.locator('tbody tr').first().waitFor();
    const ms = performance.now() - began;
    return { ms, scripts: [...scripts] };
  } finally {
    await context.close();
  }
}

const product = await startProduct();
const browser = await launchBrowser();
try {
  const loads = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await firstList(browser, product.url));
  const sizes = loads.map(({ scripts }) => scripts.reduce((sum, path) => sum + gzipKb(path), 0));
  process.exitCode = report([
    {
      what: 'JavaScript before the first list, gzip',
      unit: 'kB',
      figure: median(sizes),
      bar: { atMost: MOST_GZIP_KB },
    },
    { what: 'time to the first list, nothing cached', unit: 'ms', figure: median(loads.map(({ ms }) => ms)) },
  ]);
} finally {
  await browser.close();
  await product.stop();
}
