import { launchBrowser } from '@juke/tooling/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { expectNoConsoleErrors, watchConsole } from './console-errors.ts';
import { keepScreenshots } from './screenshots.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A visitor with cookies and storage of their own, signed out, on no page yet. */
export type NewPage = (options?: BrowserContextOptions) => Promise<Page>;

interface Fixtures {
  browser: Browser;
  newPage: NewPage;
  /** The page of tests that need only one. */
  page: Page;
}

/**
 * A browser test. Its pages speak Chinese and belong to the demo company; when it ends, a console error in any of them
 * fails it, and after a failure they are kept as pictures in `test-results/`.
 */
export const test = base.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern which fixtures this one needs
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  newPage: async ({ browser, task }, use) => {
    const pages: Page[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: inject('productUrl'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: DESKTOP,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(15_000);
      context.on('page', (page) => {
        pages.push(page);
        watchConsole(page);
      });
      return context.newPage();
    });
    const isFailed = (task.result?.errors?.length ?? 0) > 0;
    if (isFailed) await keepScreenshots(task.name, pages);
    await Promise.all(pages.map((page) => page.context().close()));
    if (!isFailed) for (const page of pages) expectNoConsoleErrors(page);
  },
  page: async ({ newPage }, use) => use(await newPage()),
});

export { expect };
