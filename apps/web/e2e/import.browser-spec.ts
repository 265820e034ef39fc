import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { allowConsoleError, axe, expect, fresh, PHONE, pick, signIn, test } from './harness/index.ts';
import { books, firstList, hasSuperstore, SUPERSTORE } from './import-files.ts';

const textOf = (page: Page) => page.locator('#main').innerText();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function upload(page: Page, file: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.getByText('把文件拖到这里').waitFor();
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('请看文字是否正确').waitFor();
}

async function undo(page: Page): Promise<void> {
  await button(page, '撤销整个导入').click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销整个导入' }).click();
  await page.getByText('已撤销整个导入').waitFor({ timeout: 60_000 });
}

describe('导入', () => {
  test('从 GBK 文件到撤销：识别、换编码、对应、检查、跳过有误的行、导入', async ({ page }) => {
    await signIn(page, 'contract', { path: '/imports/new' });
    await axe(page);
    await upload(page, books('账本.csv'));
    await expect.poll(() => textOf(page)).toContain('长风文具行');
    await expect.poll(() => textOf(page)).toContain('GBK / GB18030');

    await pick(page.locator('#main'), '文字编码', /Big5/);
    await expect.poll(() => textOf(page)).not.toContain('长风文具行');
    await button(page, '恢复自动识别').click();
    await expect.poll(() => textOf(page)).toContain('长风文具行');
    await axe(page);

    await button(page, '内容正确，下一步').click();
    await page.getByText('文件的每一列放到哪里？').waitFor();
    await expect.poll(() => textOf(page)).toMatch(/客户编号\s+E2E-K1\s+E2E-K2\s+客户编号\s+自动匹配/);
    await page.reload();
    await page.getByText('文件的每一列放到哪里？').waitFor();
    await axe(page);

    await button(page, '检查数据').click();
    await page.getByText('3 行可以导入，2 行有误').waitFor();
    await page.locator('td.bad').nth(1).waitFor();
    const problems = await textOf(page);
    expect(problems).toContain('订单日期: 没有这一天或这个时刻');
    expect(problems).toContain('客户名称: 不能为空');
    expect(await page.locator('td.bad').allInnerTexts()).toEqual(['2001/13/9', '（空）']);
    await axe(page);

    await page.getByText('有一行有误就都不导入').click();
    expect(await button(page, '导入 3 行').isDisabled()).toBe(true);
    await page.getByText('跳过有误的行，导入其余的行').click();
    await button(page, '导入 3 行').click();
    await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 60_000 });
    await expect.poll(() => textOf(page)).toMatch(/订单明细\s+3\s+0/);
    await page.reload();
    await page.getByText('导入完成', { exact: true }).waitFor();
    await axe(page);

    await button(page, '查看销售统计').click();
    await page.waitForURL('**/statistics');
    await page.goto('/statistics?by=brand&year=2001');
    await expect.poll(() => textOf(page)).toContain('340.50');
    await expect.poll(() => textOf(page)).toContain('36.75');

    await page.goto('/imports');
    await page.getByRole('link', { name: '账本.csv' }).first().click();
    await undo(page);
    await page.goto('/statistics?by=brand&year=2001');
    await page.getByText('没有符合条件的销售数据').waitFor();
  }, 120_000);

  test('第一份自己的客户表：几乎不用动手，不认识的词说明或留空，写法不同的名称一键合并', async ({
    newPage,
  }) => {
    const page = await newPage({ viewport: PHONE });
    await signIn(page, 'sales.li', { path: '/imports/new' });
    await page.getByText('没有现成的文件').waitFor();
    expect(await button(page, '联系人 2').count()).toBe(0);
    await upload(page, firstList);
    await button(page, '内容正确，下一步').click();
    await page.getByText('文件的每一列放到哪里？').waitFor();
    expect(await page.getByText('自动匹配').count()).toBe(9);
    expect(await page.locator('.lines .rule').allInnerTexts()).toEqual(['只取其中这部分', '只取其中这部分']);

    await button(page, '检查数据').click();
    await page.getByText('4 行都有误').waitFor();
    await expect.poll(() => textOf(page)).toContain('这是合计行，不会导入');
    await expect.poll(() => textOf(page)).toMatch(/不是允许的选项，应为：[^、]+、/);
    await axe(page);
    await button(page, '其余都留空').click();
    await button(page, '按新的方式重新检查').click();
    // An owner who has left is only looked for once the rest of the row can be read.
    await page.getByText('“离职员工”（负责人，1 行）').waitFor();
    await button(page, '留空').click();
    await page.getByText('第 3 行的“长江 文化用品”与文件前面的客户“长江文化用品”只差空格').waitFor();
    await button(page, '是同一个').click();
    await button(page, '按新的方式重新检查').click();
    await page.getByText('3 行可以导入，1 行有误').waitFor();
    await axe(page);
    await button(page, '导入 3 行').click();
    await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 60_000 });
    expect(await textOf(page)).toMatch(/客户\s+2\s+0\s+联系人\s+2\s+0\s+联系人 2\s+1\s+0/);
    await undo(page);
  }, 120_000);

  test('不认识的词由管理员加入字典，再检查就能导入', async ({ page }) => {
    const word = fresh('行业');
    await signIn(page, 'admin', { path: '/imports/new' });
    await upload(page, {
      name: '客户.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`客户名称,行业\n${fresh('字典')},${word}\n`),
    });
    await button(page, '内容正确，下一步').click();
    await button(page, '检查数据').click();
    await button(page, /^加入“/).click();
    await page.getByText('已加入“').waitFor();
    await button(page, '按新的方式重新检查').click();
    await button(page, '导入 1 行').click();
    await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 60_000 });
    await page.goto('/dictionaries?code=customer-industry');
    await page.getByText(word).first().waitFor();
  });

  test('不是表格的文件：一句话说明，可以再试', async ({ page }) => {
    allowConsoleError(page, /status of 422 .*\/imports/);
    await signIn(page, 'contract', { path: '/imports/new' });
    await page.getByText('把文件拖到这里').waitFor();
    await page.setInputFiles('input[type=file]', {
      name: '空.csv',
      mimeType: 'text/csv',
      buffer: Buffer.alloc(0),
    });
    await expect.poll(() => textOf(page)).toContain('文件是空的');
    await upload(page, books('再试.csv'));
  });

  test('手机上可以走完同样的步骤', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE });
    await signIn(page, 'contract', { path: '/imports/new' });
    await upload(page, books('手机.csv'));
    await button(page, '内容正确，下一步').click();
    await page.getByText('文件的每一列放到哪里？').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await button(page, '检查数据').click();
    await page.getByText('3 行可以导入，2 行有误').waitFor();
    await axe(page);
  }, 120_000);

  test.skipIf(!hasSuperstore)(
    '一万行的真实账本：统计与文件分毫不差，可逐层查看，可切换语言，可整体撤销',
    async ({ page }) => {
      await signIn(page, 'contract', { path: '/imports/new' });
      await upload(page, SUPERSTORE);
      await button(page, '内容正确，下一步').click();
      await button(page, '检查数据').click();
      await page.getByText('全部 10,000 行都可以导入').waitFor({ timeout: 60_000 });
      await expect.poll(() => textOf(page)).toContain('779 个客户在文件中有多个“省份”');
      await button(page, '导入 10,000 行').click();
      await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 60_000 });
      const imported = page.url();

      await page.goto('/statistics?by=year&orderedOnFrom=2014-01-01&orderedOnTo=2017-12-31');
      await expect.poll(() => page.locator('tfoot').innerText()).toContain('16,117,548.24');
      const totals = await page.locator('tfoot').innerText();
      for (const figure of ['2,156,559.52', '37,675', '10,000']) expect(totals).toContain(figure);

      await button(page, '2017').click();
      await expect.poll(() => page.url()).toContain('by=quarter');
      await page.locator('tfoot').getByRole('link', { name: '明细' }).click();
      await page.getByText('共 3,401 条').waitFor();
      await expect.poll(() => textOf(page)).toContain('5,488,465.79');
      await page.getByTitle('切换为英文').click();
      await page.getByText('3,401 records').waitFor();
      await page.getByTitle('Switch to Chinese').click();
      await page.getByText('共 3,401 条').waitFor();

      await page.goto(imported);
      await undo(page);
      await page.goto('/statistics?by=year&orderedOnFrom=2014-01-01&orderedOnTo=2017-12-31');
      await page.getByText('没有符合条件的销售数据').waitFor();
    },
    240_000,
  );
});
