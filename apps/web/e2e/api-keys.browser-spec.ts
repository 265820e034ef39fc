import { describe } from 'vitest';
import { axe, expect, fresh, panel, PHONE, settled, signIn, test } from './harness/index.ts';

describe('API 密钥', () => {
  test('生成、照示例调用、看到最近使用、吊销后立即失效', async ({ page }) => {
    const name = fresh('ERP ');
    await signIn(page, 'admin', { path: '/api-keys' });
    await page.getByRole('button', { name: '新建 API 密钥' }).first().click();
    const form = panel(page, '新建 API 密钥');
    await form.getByLabel('名称').fill(name);
    await form.getByRole('button', { name: '生成密钥' }).click();
    await expect.poll(() => form.getByRole('alert').innerText()).toContain('至少选择一项权限');
    await form.getByLabel('允许的地址').fill('不是地址');
    await form.getByText('查看客户和联系人', { exact: true }).first().click();
    await settled(page);
    await axe(page);
    await form.getByLabel('允许的地址').fill('127.0.0.0/8, ::1');
    await form.getByRole('button', { name: '生成密钥' }).click();

    const told = panel(page, '密钥只显示这一次');
    const secret = await told.locator('code[data-secret]').innerText();
    const command = await told.locator('code').last().innerText();
    const address = /"Authorization: Bearer (juke_[\w-]{43})" (http\S+)$/.exec(command)!;
    expect(address[1]).toBe(secret);
    await settled(page);
    await axe(page);
    const headers = { authorization: `Bearer ${secret}` };
    const me = await fetch(address[2]!, { headers });
    expect([me.status, (await me.json()).username]).toEqual([200, 'admin']);
    const customers = new URL('/api/v1/customers', address[2]);
    expect((await fetch(customers, { headers })).status).toBe(200);
    expect((await fetch(new URL('/api/v1/orders', address[2]), { headers })).status).toBe(403);
    await told.getByRole('button', { name: '已保存好' }).click();

    await page.reload();
    await page.getByRole('cell', { name }).click();
    const drawer = panel(page, name);
    await drawer.getByText('127.0.0.1', { exact: true }).waitFor();
    await expect.poll(() => drawer.innerText()).toContain('查看客户和联系人');
    await settled(page);
    await axe(page);
    await drawer.getByRole('button', { name: '吊销' }).click();
    await panel(page, '吊销密钥？').getByRole('button', { name: '吊销' }).click();
    await drawer.getByText('已吊销').waitFor();
    const refused = await fetch(customers, { headers });
    expect([refused.status, (await refused.json()).code]).toEqual([401, 'auth.api-key-revoked']);
  });

  test('在手机上也能生成', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'admin', { path: '/api-keys' });
    await page.getByRole('button', { name: '新建 API 密钥' }).first().click();
    await panel(page, '新建 API 密钥').getByLabel('名称').waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
