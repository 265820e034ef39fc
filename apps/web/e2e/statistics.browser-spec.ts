import { readFileSync } from 'node:fs';
import { describe } from 'vitest';
import { axe, expect, PHONE, pick, signIn, test } from './harness/index.ts';

describe('销售统计', () => {
  test('按两个角度看，逐层进入到明细，再退回来', async ({ page }) => {
    await signIn(page, 'executive', { path: '/statistics?by=year&by=category' });
    await page.locator('canvas').waitFor();
    const row = page.locator('tbody tr').first();
    const [year = '', category = '', sales = ''] = await row.locator('td').allInnerTexts();
    const lines = (await row.locator('td').nth(8).innerText()).trim();
    await axe(page);

    await row.getByRole('button').click();
    await expect
      .poll(() => new URL(page.url()).searchParams.getAll('by'))
      .toEqual(['quarter', 'subCategory']);
    await expect.poll(() => page.locator('tfoot').innerText()).toContain(sales);
    const chips = await page.locator('#main .trail').innerText();
    expect(chips).toContain(`年: ${year}`);
    expect(chips).toContain(`类别: ${category}`);

    await page.locator('tfoot').getByRole('link', { name: '明细' }).click();
    await page.getByText(`共 ${lines} 条`).waitFor();
    await expect.poll(() => page.locator('tfoot').innerText()).toContain(sales);
    // The mouse rests where the link was, now on a cell whose tooltip lies outside of the page's landmarks.
    await page.mouse.move(0, 0);
    await expect.poll(() => page.locator('.el-popper:visible').count()).toBe(0);
    await axe(page);

    await page.goBack();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.getAll('by')).toEqual(['year', 'category']);
  }, 120_000);

  test('选择角度与指标，地址里留得住', async ({ page }) => {
    await signIn(page, 'executive', { path: '/statistics' });
    await pick(page.locator('#main'), '第 2 个角度', '销售区域');
    await pick(page.locator('#main'), '指标', '利润');
    await page.getByRole('heading', { name: '利润：按年 × 销售区域' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '利润：按年 × 销售区域' }).waitFor();
  });

  test('导出的文件与页面一致', async ({ page }) => {
    await signIn(page, 'executive', { path: '/statistics?by=category' });
    const sales = await page.locator('tbody tr').first().locator('td').nth(1).innerText();
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /csv/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^销售统计.*\.csv$/);
    const content = readFileSync(await download.path(), 'utf8');
    expect(content).toContain(sales.replaceAll(',', ''));
  });

  test('看不到成本的人看不到利润', async ({ page }) => {
    await signIn(page, 'planner', { path: '/statistics?by=category&measure=profit' });
    await page.locator('tfoot').waitFor();
    const text = await page.locator('#main').innerText();
    expect(text).toContain('销售额');
    expect(text).not.toContain('利润');
  });

  test('手机上是图和卡片', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE });
    await signIn(page, 'executive', { path: '/statistics?by=category' });
    await page.locator('canvas').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await axe(page);
  });
});
