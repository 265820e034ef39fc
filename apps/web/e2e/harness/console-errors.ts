import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const seen = new WeakMap<Page, string[]>();
const expected = new WeakMap<Page, RegExp[]>();

/** Collects from now on what the page reports as an error or throws. */
export function watchConsole(page: Page): void {
  const errors: string[] = [];
  seen.set(page, errors);
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
}

/** Chromium reports every refused request, such as a wrong password's 401: a test names those it provokes. */
export function allowConsoleError(page: Page, pattern: RegExp): void {
  expected.set(page, [...(expected.get(page) ?? []), pattern]);
}

/** Holds for every page of a test when it ends; to be called within one only to find the step that failed. */
export function expectNoConsoleErrors(page: Page): void {
  const patterns = expected.get(page) ?? [];
  const errors = (seen.get(page) ?? []).filter((text) => !patterns.some((pattern) => pattern.test(text)));
  expect(errors, 'console errors').toEqual([]);
}
