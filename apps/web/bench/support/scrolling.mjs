import { BARE_PATH } from './bare-page.mjs';
import { freshPage } from './browser-session.mjs';

const PAGE = 200;
const STEP_PX = 120;

/** Scrolls the list to its end, one turn of the wheel a frame. Runs in the page. */
const scrollToEnd = (step) =>
  new Promise((resolve) => {
    const box = [...document.querySelectorAll('.scroller, #box')].find(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + step,
    );
    if (!box) throw new Error('Nothing to scroll.');
    box.scrollTop = 0;
    const times = [];
    let last = performance.now();
    const frame = (now) => {
      times.push(now - last);
      last = now;
      const before = box.scrollTop;
      box.scrollTop += step;
      if (box.scrollTop === before) resolve(times.slice(2));
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** Waits until another page of rows stands there than the one that began with `first`. Returns its first row. */
const otherRows = (page, first) =>
  page
    .waitForFunction(
      ([before, rows]) => {
        const shown = [...document.querySelectorAll('tbody tr')];
        const text = shown[0]?.textContent ?? '';
        return shown.length >= rows && text !== before && text;
      },
      [first, 1],
      { polling: 'raf' },
    )
    .then((found) => found.jsonValue());

const heapMb = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
};

/** @returns {Promise<number[]>} ms between the frames of the reference while 200 rows pass */
export async function scrollBare(browser, url) {
  const page = await freshPage(browser, url);
  await page.goto(`${BARE_PATH}?limit=${PAGE}`);
  await page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length >= rows, PAGE);
  const times = await page.evaluate(scrollToEnd, STEP_PX);
  await page.context().close();
  return times;
}

/**
 * Passes `rows` rows of the list of customers: each page of 200 is scrolled to its end, then turned.
 * @returns {Promise<{ frames: number[], turns: number[], heapMb: [first: number, last: number] }>} times in ms
 */
export async function scrollList(browser, url, rows) {
  const page = await freshPage(browser, url);
  await page.addInitScript((size) => localStorage.setItem('juke.page-size.customers', String(size)), PAGE);
  await page.goto('/customers');
  let first = await otherRows(page, '');
  const frames = [];
  const turns = [];
  let heapFirst = 0;
  for (let passed = PAGE; ; passed += PAGE) {
    frames.push(...(await page.evaluate(scrollToEnd, STEP_PX)));
    if (passed === PAGE) heapFirst = await heapMb(page);
    if (passed >= rows) break;
    const began = performance.now();
    await page.keyboard.press('Alt+ArrowRight');
    first = await otherRows(page, first);
    turns.push(performance.now() - began);
  }
  const heapLast = await heapMb(page);
  await page.context().close();
  return { frames, turns, heapMb: [heapFirst, heapLast] };
}
