import { describe } from 'vitest';
import {
  allowConsoleError,
  axe,
  choose,
  expect,
  fresh,
  panel,
  PHONE,
  save,
  settled,
  signIn,
  test,
} from './harness/index.ts';

describe('跟进', () => {
  test('销售员在手机上两下记一次电话，建任务，转正式客户，看动态', async ({ newPage }) => {
    const name = fresh('手机客户 ');
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'sales.li', { path: '/customers?create=1' });
    allowConsoleError(page, /status of 422/); // the wrong credit code below
    const form = panel(page, '新建客户');
    await form.getByLabel('客户名称').fill(name);
    await form.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('不是有效的统一社会信用代码').waitFor();
    await form.getByLabel('统一社会信用代码').fill('91350100m000100y43');
    await choose(form, '行业', '食品饮料');
    await save(form);
    await page.goto(`/customers?q=${encodeURIComponent(name)}`);
    await page.locator('.cards button').filter({ hasText: name }).click();
    await page.getByRole('link', { name: '打开详情页' }).click();

    await page.getByRole('button', { name: '记电话' }).click();
    await save(panel(page, '记电话'));
    await page.getByRole('button', { name: '写备注' }).click();
    const note = panel(page, '写备注');
    await note.getByLabel('内容').fill('下月扩产，需要报价');
    await note.getByLabel('下次跟进').fill('2099-01-15');
    await save(note);
    await page.getByRole('button', { name: '建任务' }).click();
    const task = panel(page, '建任务');
    await task.getByLabel('任务').fill('寄样品');
    await save(task);
    await page.getByRole('button', { name: '转为正式客户' }).click();
    const convert = panel(page, '转为正式客户');
    await convert.getByLabel('转正原因').fill('样品合格');
    await save(convert);
    await page.getByText('正式客户', { exact: true }).first().waitFor();

    await page.getByRole('tab', { name: '动态' }).click();
    const timeline = page.getByRole('tabpanel', { name: '动态' });
    await timeline.getByText('潜在客户 → 正式客户').waitFor();
    await timeline.getByText('下月扩产，需要报价').waitFor();
    expect(await timeline.getByRole('listitem').filter({ hasText: '电话' }).count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.strip').innerText()).toContain('2099');
    await settled(page);
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await timeline
      .getByRole('listitem')
      .filter({ hasText: '寄样品' })
      .first()
      .locator('.el-checkbox')
      .click();
    await expect.poll(() => timeline.getByText('待办任务').count()).toBe(0);
  });

  test('在客户资料里填地址和开票信息', async ({ page }) => {
    await signIn(page, 'sales.li', { path: '/customers?stage=formal' });
    await page.locator('a.title').first().click();
    await page.getByRole('link', { name: '打开详情页' }).click();
    await page.getByRole('tab', { name: '详细资料' }).click();
    await page.getByRole('button', { name: '编辑地址' }).click();
    const form = panel(page, '编辑地址');
    await form.getByRole('button', { name: '添加地址' }).click();
    await form.getByLabel('详细地址').last().fill('长江路 2 号');
    await save(form);
    await page.getByText('长江路 2 号').first().waitFor();
    await page.getByRole('button', { name: '编辑开户与开票信息' }).click();
    const finance = panel(page, '编辑开户与开票信息');
    await finance.getByLabel('银行账号').fill('6222 0210 0101 2345');
    await save(finance);
    await page.getByText('6222021001012345').waitFor();
    await settled(page);
    await axe(page);
  });
});
