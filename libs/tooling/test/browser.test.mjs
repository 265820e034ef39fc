import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { broughtBrowser } from '../src/brought-browser.mjs';
import { findBrowser, launchBrowser, startProduct } from '../src/browser.mjs';
import { writeFontConfig } from '../src/fonts.mjs';

/** Draws a Chinese character and one no font has: drawn alike, the first is missing too. */
async function drawsChinese(browser) {
  const page = await browser.newPage();
  await page.setContent('<span id=a>聚</span><span id=b>&#x10FFFD;</span>');
  const [chinese, missing] = await Promise.all(
    ['#a', '#b'].map((id) => page.locator(id).screenshot({ animations: 'disabled' })),
  );
  return !chinese.equals(missing);
}

describe('browser for tests', () => {
  it('finds a browser and draws Chinese', async () => {
    const browser = await launchBrowser();
    try {
      assert.ok(await drawsChinese(browser));
    } finally {
      await browser.close();
    }
  });

  it('brings a browser and a Chinese font where the machine has neither', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juke-fonts-'));
    const { path, env } = await broughtBrowser();
    const fonts = { FONTCONFIG_FILE: writeFontConfig(folder) };
    const browser = await launchBrowser({ executablePath: path, env: { ...env, ...fonts } });
    try {
      assert.ok(await drawsChinese(browser));
      assert.match(browser.version(), /^\d+\./);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says when CHROMIUM_PATH names nothing', async () => {
    process.env.CHROMIUM_PATH = '/nowhere/chromium';
    try {
      await assert.rejects(findBrowser(), /CHROMIUM_PATH names \/nowhere\/chromium/);
    } finally {
      delete process.env.CHROMIUM_PATH;
    }
  });
});

describe('product for tests', () => {
  const entry = new URL('fixtures/stand-in-api.mjs', import.meta.url).pathname;

  it('starts on a port of its own with an empty database, and leaves nothing', async () => {
    const product = await startProduct({ demo: false, parts: [], entry });
    const seen = await (await fetch(product.url)).json();
    assert.equal(seen.DEMO, 'off');
    assert.match(product.databaseUrl, /^postgresql:/);
    await product.stop();
    await assert.rejects(fetch(product.url));
  });

  it('prints what the API said when it does not start', async () => {
    await assert.rejects(
      startProduct({ parts: [], entry, env: { FAIL: '3' } }),
      /code 3 before it was ready[\s\S]*configuration: FAIL is set/,
    );
  });
});
