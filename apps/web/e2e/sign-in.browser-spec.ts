import { describe } from 'vitest';
import { allowConsoleError, expect, signIn, signInByForm, test } from './harness/index.ts';

describe('登录', () => {
  test('错误密码被拒绝，正确密码进入首页，刷新后仍在，退出后须重新登录', async ({ page }) => {
    allowConsoleError(page, /status of 401 .*\/auth\/login/);
    await page.goto('/customers');
    await signInByForm(page, 'admin', 'not-the-password');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('用户名或密码不正确');

    await signInByForm(page, 'admin');
    await page.getByRole('heading', { name: '客户', exact: true }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/customers');

    await page.reload();
    await page.getByRole('link', { name: '客户', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/customers');

    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL('**/sign-in');
    await page.goto('/customers');
    await page.waitForURL('**/sign-in?next=/customers');
  });

  test('页面还没打开就再次刷新，仍然登录着', async ({ page }) => {
    await signIn(page, 'admin');
    // The server exchanges the cookie, and the page is loaded again before its answer is there.
    const lost = new Promise<number>((resolve) => {
      void page.route('**/auth/refresh', async (route) => {
        const request = route.request();
        const answer = await fetch(request.url(), { method: 'POST', headers: await request.allHeaders() });
        resolve(answer.status);
      });
    });
    await page.goto('/customers', { waitUntil: 'commit' });
    expect(await lost).toBe(200);
    await page.unrouteAll();
    await page.reload();
    await page.getByRole('link', { name: '客户', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/customers');
  });
});
