import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { allowConsoleError } from './console-errors.ts';

/** Of every account of the demo company. */
export const DEMO_PASSWORD = 'Juke-demo-2026';

/**
 * Signs in through the API, quicker than through the form, and opens a page of the app.
 * @param path where to begin
 */
export async function signIn(
  page: Page,
  username: string,
  { path = '/', password = DEMO_PASSWORD } = {},
): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { username, password } });
  expect(answer.status(), await answer.text()).toBe(200);
  allowConsoleError(page, /\/favicon\.ico/); // asked for by the browser for a page that is no HTML
  await page.goto('/favicon.svg'); // storage belongs to an origin, and this page of it runs no script
  await page.evaluate(() => localStorage.setItem('juke.session', '1'));
  await page.goto(path);
  await page.locator('#main').waitFor();
}

/** The way a user signs in. */
export async function signInByForm(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}
