import { readFile } from 'node:fs/promises';
import { describe } from 'vitest';
import { apiOf, expect, signIn, test } from './harness/index.ts';

describe('界面框架', () => {
  test('导航随权限；无权限的地址给出说明页', async ({ page }) => {
    await signIn(page, 'sales.li');
    const nav = page.getByRole('navigation', { name: '主导航' });
    expect(await nav.getByRole('link', { name: '客户' }).count()).toBe(1);
    expect(await nav.getByRole('link', { name: '用户' }).count()).toBe(0);
    await page.goto('/users');
    await page.getByText('您的角色不能打开这个页面').waitFor();
    await page.getByRole('button', { name: '回到首页' }).click();
    await page.getByRole('heading', { name: '首页' }).waitFor();
    await page.goto('/no-such-page');
    await page.getByText('链接可能已失效').waitFor();
  });

  test('第一页列表之前的脚本压缩后不超过 250 kB', async ({ page }) => {
    await signIn(page, 'executive', { path: '/customers' });
    await page.locator('tbody tr').first().waitFor();
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(250_000);
  });

  test('命令面板只用键盘：查客户、跳转页面', async ({ page }) => {
    await signIn(page, 'executive');
    await page.keyboard.press('Control+k');
    const ask = page.getByRole('combobox', { name: '搜索或跳转' });
    await ask.waitFor();
    await page.keyboard.type('上海');
    await page.getByRole('option', { name: /上海/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator('[role=option][aria-selected=true] .title').innerText();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: chosen, exact: true }).waitFor();

    await page.keyboard.press('Control+k');
    await ask.waitFor();
    await page.keyboard.press('Escape');
    await ask.waitFor({ state: 'detached' });
  });

  test('一键切换语言并记住；深色主题并记住', async ({ page }) => {
    await signIn(page, 'finance');
    await page.getByTitle('切换为英文').click();
    await page.getByRole('link', { name: 'Customers' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'Customers' }).waitFor();
    expect(await page.locator('html').getAttribute('class')).toContain('dark');
    const ground = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(Math.max(...ground.match(/\d+/g)!.slice(0, 3).map(Number))).toBeLessThan(60);
    await page.getByTitle('Switch to Chinese').click();
    await page.getByRole('link', { name: '客户', exact: true }).waitFor();
  });

  test('第二个标签页已登录，两页轮流刷新都不掉线', async ({ page }) => {
    await signIn(page, 'legal');
    const second = await page.context().newPage();
    await second.goto('/customers');
    await second.locator('a.title').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '首页' }).waitFor();
    await second.reload();
    await second.locator('a.title').first().waitFor();
  });

  test('客户导出后铃铛即时提示，点通知下载文件，词语与界面一致', async ({ page }) => {
    await (await apiOf('manager.east')).post('/notifications/read-all');
    await signIn(page, 'manager.east', { path: '/customers?stage=potential' });
    await page.locator('a.title').first().waitFor();
    const rows = Number((await page.getByText(/^共 \d+ 条$/).innerText()).match(/\d+/)?.[0]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /csv/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^客户-.*\.csv$/);

    await page.getByRole('button', { name: '通知，1 条未读' }).click();
    const again = page.waitForEvent('download');
    await page.getByRole('button', { name: `导出完成：客户-` }).first().click();
    const text = await readFile(await (await again).path(), 'utf8');
    const lines = text.trim().split(/\r?\n/);
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).toContain('客户名称');
    expect(lines[1]).toContain('潜在客户');
    await page.getByRole('button', { name: '通知，0 条未读' }).waitFor();
  });
});
