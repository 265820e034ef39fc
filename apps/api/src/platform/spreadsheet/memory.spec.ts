import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { fileWith, removeFiles } from './fixtures/table-files.js';
import { openTable, writeTable, type WrittenHeader } from './index.js';

afterAll(removeFiles);

const ROWS = 200_000;
/** Generous: all rows together take several times as much. */
const ALLOWED_GROWTH = 64 * 1024 * 1024;
const HEADERS: WrittenHeader[] = [
  { key: 'name', label: '客户名称', type: 'text' },
  { key: 'city', label: '城市', type: 'text' },
  { key: 'amount', label: '金额', type: 'decimal', scale: 2 },
  { key: 'day', label: '日期', type: 'date' },
];

async function* generated() {
  for (let i = 0; i < ROWS; i++) {
    yield { name: `客户有限公司${i}`, city: '上海', amount: `${i}.25`, day: '2017-04-27' };
  }
}

const used = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Greatest growth of used memory seen while something runs, in bytes. */
async function growth(run: (look: () => void) => Promise<void>): Promise<number> {
  // A low at the start would be chance: garbage of the specs before may still be there.
  globalThis.gc?.();
  const before = used();
  const lows: number[] = [];
  let low = Number.POSITIVE_INFINITY;
  let looks = 0;
  await run(() => {
    low = Math.min(low, used());
    // The lowest of many looks lies right after a collection, so it shows what is held, not what is litter.
    if (++looks % 20 === 0) {
      lows.push(low);
      low = Number.POSITIVE_INFINITY;
    }
  });
  return Math.max(...lows, 0) - before;
}

describe(`${ROWS} rows pass without being held`, () => {
  it.each(['csv', 'xlsx'] as const)(
    '%s, written and read',
    async (format) => {
      const path = await fileWith('', format);
      const writing = await growth(async (look) => {
        let written = 0;
        async function* watched() {
          for await (const row of generated()) {
            if (++written % 500 === 0) look();
            yield row;
          }
        }
        await writeTable({ format, headers: HEADERS, rows: watched() }, createWriteStream(path));
      });
      expect(writing).toBeLessThan(ALLOWED_GROWTH);

      let rows = 0;
      const reading = await growth(async (look) => {
        for await (const row of (await openTable(path, path)).rows()) {
          if (row.cells.length === 4 && ++rows % 500 === 0) look();
        }
      });
      expect(rows).toBe(ROWS);
      expect(reading).toBeLessThan(ALLOWED_GROWTH);
    },
    120_000,
  );

  it('a slow reader holds the writer back', async () => {
    let asked = 0;
    async function* counted() {
      for await (const row of generated()) {
        asked++;
        yield row;
      }
    }
    const stuck = new Writable({ highWaterMark: 1024, write: () => undefined });
    void writeTable({ format: 'xlsx', headers: HEADERS, rows: counted() }, stuck).catch(() => undefined);
    let before = -1;
    while (asked !== before) {
      before = asked;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    // It came to rest after filling the buffers on the way, long before the end.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(ROWS / 2);
    stuck.destroy();
  });
});
