import { BARE_PATH } from './bare-page.mjs';
import { freshPage } from './browser-session.mjs';

/** Rows of the first page; the list is useful when they stand there. */
const ROWS = 50;

/** @param {import('playwright-core').Page} page @returns {Promise<number>} ms from the navigation to the painted rows */
async function untilRows(page) {
  const found = await page.waitForFunction(
    (rows) =>
      document.querySelectorAll('tbody tr').length >= rows &&
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      ),
    ROWS,
    { polling: 'raf' },
  );
  return Number(await found.jsonValue());
}

/** @param {import('playwright-core').Page} page @returns {Promise<number>} bytes of JavaScript as they came over the wire */
const scriptBytes = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  );

/**
 * Opens the list of customers and the reference in turns, each time as somebody who was never here before.
 * @returns {Promise<{ ours: number[], bare: number[], scriptKb: number }>} times in ms, one a round
 */
export async function firstLists(browser, url, rounds) {
  const measured = { ours: [], bare: [], scriptKb: 0 };
  const open = async (name, path) => {
    const page = await freshPage(browser, url);
    await page.goto(path);
    measured[name].push(await untilRows(page));
    if (name === 'ours') measured.scriptKb = (await scriptBytes(page)) / 1000;
    await page.context().close();
  };
  for (let round = 0; round < rounds; round += 1) {
    await open('ours', '/customers');
    await open('bare', BARE_PATH);
  }
  return measured;
}
