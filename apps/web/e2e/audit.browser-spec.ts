import { describe } from 'vitest';
import { apiOf, axe, expect, fresh, settled, signIn, test } from './harness/index.ts';

describe('操作记录', () => {
  test('找到谁在何时把什么改成了什么，并能只看这一条记录', async ({ page }) => {
    const name = fresh('审计客户 ');
    const api = await apiOf('sales.li');
    const { id } = await api.post<{ id: string }>('/customers', { name });
    await api.patch(`/customers/${id}`, { city: '苏州' });

    await signIn(page, 'admin', { path: '/audit?resource=customer' });
    await page.locator('a.title, .cards button').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('row', { name: '城市' }).getByText('苏州').waitFor();
    await settled(page);
    await axe(page);
    await drawer.getByRole('link', { name: '查看此记录的全部操作' }).click();
    await page.waitForURL(`**recordId=${id}**`);
    await settled(page);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
    await expect.poll(() => page.locator('tbody').first().innerText()).toContain('李娜');
    await axe(page);
  });

  test('没有权限的人看不到它', async ({ page }) => {
    await signIn(page, 'sales.li');
    expect(await page.getByRole('link', { name: '操作记录' }).count()).toBe(0);
    await page.goto('/audit');
    await page.getByRole('heading', { name: '没有权限' }).waitFor();
  });
});
