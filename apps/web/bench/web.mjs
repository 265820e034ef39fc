// `pnpm bench web [--rows 10000] [--rounds 5]`: what a browser loads, how long until the first list is of use, and how a long
// list scrolls, against a page without a framework. docs/performance.md says what the figures mean.
import { launchBrowser, startProduct } from '@juke/tooling/browser';
import { median, numberOptions, quantile, report, runLoad } from '@juke/tooling/bench';
import { signedInHeaders } from './support/browser-session.mjs';
import { firstLists } from './support/first-load.mjs';
import { scrollBare, scrollList } from './support/scrolling.mjs';

const { rows, rounds } = numberOptions({ rows: 10_000, rounds: 5 });
/** A frame later than this was seen: at 60 a second one of them was left out. */
const LATE_MS = 34;

const lateShare = (frames) => (100 * frames.filter((time) => time > LATE_MS).length) / frames.length;

async function enterCustomers(url) {
  const headers = await signedInHeaders(url);
  await runLoad({
    url,
    amount: rows,
    expected: 201,
    request: (index) => ({
      method: 'POST',
      path: '/api/v1/customers',
      headers,
      body: JSON.stringify({
        name: `量测客户${index}有限公司`,
        kind: 'organisation',
        city: '太原',
        province: '山西',
      }),
    }),
  });
}

async function measure(browser, url) {
  const load = await firstLists(browser, url, rounds);
  const bareFrames = await scrollBare(browser, url);
  const list = await scrollList(browser, url, rows);
  const shown = rows.toLocaleString('en');
  return report([
    {
      what: 'JavaScript before the first list, gzip',
      unit: 'kB',
      figure: load.scriptKb,
      bar: { atMost: 250 },
    },
    {
      what: 'first useful list, empty cache',
      unit: 'ms',
      figure: median(load.ours),
      reference: median(load.bare),
      ratio: median(load.ours.map((time, round) => time / load.bare[round])),
      bar: { atMost: 10 },
    },
    {
      what: `frames left out while ${shown} rows scroll by`,
      unit: '%',
      figure: lateShare(list.frames),
      bar: { atMost: 2 },
    },
    {
      what: 'time of a frame while scrolling, p95',
      unit: 'ms',
      figure: quantile(list.frames, 0.95),
      reference: quantile(bareFrames, 0.95),
      bar: { atMost: 2 },
    },
    { what: 'turning a page of 200 rows, median', unit: 'ms', figure: median(list.turns) },
    {
      what: `memory of the page after ${shown} rows, against after 200`,
      unit: 'MB',
      figure: list.heapMb[1],
      reference: list.heapMb[0],
      bar: { atMost: 2 },
    },
  ]);
}

const product = await startProduct({ env: { CHANGES_PER_MINUTE: '0' } });
const browser = await launchBrowser();
try {
  await enterCustomers(product.url);
  process.exitCode = await measure(browser, product.url);
} finally {
  await browser.close();
  await product.stop();
}
