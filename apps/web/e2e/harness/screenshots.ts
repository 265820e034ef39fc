import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../test-results/', import.meta.url));

/** Keeps what the pages of a failed test show. */
export async function keepScreenshots(testName: string, pages: readonly Page[]): Promise<void> {
  const name = testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const [index, page] of pages.entries()) {
    if (page.isClosed()) continue;
    await page.screenshot({ path: `${FOLDER}${name}-${index + 1}.png` }).catch(() => undefined); // the test's own failure tells more
  }
}
