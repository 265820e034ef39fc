import { describe } from 'vitest';
import { allowConsoleError, axe, expect, panel, settled, signIn, test } from './harness/index.ts';

describe('以用户身份查看', () => {
  test('管理员看到该用户的页面，不能修改，结束后回到自己', async ({ page }) => {
    allowConsoleError(page, /status of 403/);
    await signIn(page, 'admin', { path: '/users' });
    await page.getByRole('cell', { name: 'sales.zhao' }).click();
    await page.getByRole('button', { name: '以该用户身份查看' }).click();
    const question = panel(page, '以该用户身份查看？');
    await question.getByRole('button', { name: '以该用户身份查看' }).click();
    await question.getByText('请填写原因').waitFor();
    await question.getByPlaceholder('查看原因').fill('核对她看到的客户');
    await question.getByRole('button', { name: '以该用户身份查看' }).click();

    const banner = page.getByRole('status').filter({ hasText: '身份查看（只读）' });
    await banner.waitFor();
    expect(await page.getByRole('link', { name: '用户', exact: true }).count()).toBe(0);
    await settled(page);
    await axe(page);
    await page.getByRole('link', { name: '客户', exact: true }).first().click();
    await page.getByRole('button', { name: '新建客户' }).first().click();
    const form = panel(page, '新建客户');
    await form.getByLabel('客户名称').fill('不该出现的客户');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('不能修改任何内容').waitFor();

    page.on('dialog', (dialog) => void dialog.accept());
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '离开' }).click();
    await banner.getByRole('button', { name: '结束查看' }).click();
    await page.getByRole('link', { name: '用户', exact: true }).first().waitFor();
    expect(await banner.count()).toBe(0);
    await page.goto('/audit');
    await page.getByText('结束以用户身份查看').first().waitFor();
  });
});
