import { describe } from 'vitest';
import { axe, expect, PHONE, settled, signIn, test, unfold } from './harness/index.ts';

/** A second try begins with somebody who has chosen nothing yet. */
const users = ['sales.wang', 'sales.zhao', 'planner'];

describe('通知设置', () => {
  test('从铃铛进入，选择方式和免打扰时段，重新打开仍在；手机上也能用', async ({ page, newPage }) => {
    const user = users.shift()!;
    await signIn(page, user);
    await page.getByRole('button', { name: /^通知/ }).click();
    await page.getByRole('button', { name: '通知设置' }).click();
    await page.getByText('目前收不到邮件').waitFor();
    await unfold(page.getByRole('combobox', { name: '导入完成' }));
    await page.getByRole('option', { name: '页面通知 + 每天汇总邮件' }).click();
    await page.getByText('已保存').first().waitFor();
    await page.locator('.el-switch').click();
    await page.getByLabel('从', { exact: true }).fill('21:30');
    await page.getByLabel('到', { exact: true }).fill('06:45');
    await page.getByLabel('到', { exact: true }).blur();
    await settled(page);
    await axe(page);

    const phone = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(phone, user, { path: '/me/notifications' });
    await phone.locator('.el-select__placeholder', { hasText: '每天汇总邮件' }).waitFor();
    expect(await phone.getByLabel('从', { exact: true }).inputValue()).toBe('21:30');
    expect(await phone.getByLabel('到', { exact: true }).inputValue()).toBe('06:45');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
