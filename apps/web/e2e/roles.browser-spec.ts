import { describe } from 'vitest';
import { axe, expect, fresh, panel, PHONE, save, settled, signIn, test } from './harness/index.ts';

describe('角色与权限', () => {
  test('复制内置角色、收窄范围、看清实际权限、对比、删除', async ({ page }) => {
    const name = fresh('区域助理 ');
    await signIn(page, 'admin', { path: '/roles' });
    const group = page.locator('details', { hasText: '销售经理' });
    await group.locator('summary').click();
    await group.getByRole('button', { name: '复制' }).click();
    const editor = panel(page, '新建角色');
    await editor.getByLabel('角色名称').fill(name);
    await editor.getByText('查看客户和联系人', { exact: true }).first().click();
    expect(await editor.getByRole('checkbox', { name: '新建客户', exact: true }).isChecked()).toBe(false);
    await editor.getByText('新建客户', { exact: true }).first().click();
    expect(await editor.getByRole('checkbox', { name: '查看客户和联系人', exact: true }).isChecked()).toBe(
      true,
    );
    await editor.getByText('查看成本、利润和毛利率').first().click();
    await settled(page);
    await axe(page);
    await save(editor);

    const own = page.locator('details', { hasText: name });
    await own.locator('summary').click();
    await own.getByText('看不到的内容').waitFor();
    await expect.poll(() => own.innerText()).toContain('查看成本、利润和毛利率');
    await own.getByRole('button', { name: '对比' }).click();
    const compare = panel(page, '对比');
    await compare.getByRole('table').waitFor();
    await settled(page);
    await axe(page);
    await compare.getByRole('button', { name: '关闭' }).click();

    await own.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await own.waitFor({ state: 'detached' });
  });

  test('在手机上也能看和改', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'admin', { path: '/roles' });
    await page.locator('summary', { hasText: '销售员' }).click();
    await page.locator('details[open]').getByRole('button', { name: '编辑' }).click();
    await panel(page, '编辑角色').getByLabel('角色名称').waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
