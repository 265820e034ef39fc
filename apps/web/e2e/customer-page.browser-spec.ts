import { describe } from 'vitest';
import { expect, fresh, panel, save, signIn, test } from './harness/index.ts';

describe('客户详情', () => {
  test('订单带明细，历年销售有图有表，联系人可增改删', async ({ page }) => {
    const contact = fresh('钱经理');
    await signIn(page, 'admin', { path: '/customers?sort=name&stage=formal' });
    await page.locator('a.title').first().click();
    await page.getByRole('link', { name: '打开详情页' }).click();
    const chart = page.locator('section.card', { hasText: '历年销售' });
    await chart.locator('canvas').waitFor();
    await chart.getByRole('button', { name: '查看表格' }).click();
    await expect.poll(() => chart.innerText()).toMatch(/20\d\d\s+[\d,]+/);

    await page.getByRole('tab', { name: '订单' }).click();
    await page.locator('.el-table__expand-icon').first().click();
    await expect.poll(() => page.getByRole('tabpanel', { name: '订单' }).innerText()).toContain('子类别');
    const lines = page.locator('.el-table__expanded-cell');
    await expect.poll(() => lines.innerText()).toMatch(/\d+\.\d\d/);

    await page.getByRole('tab', { name: '联系人' }).click();
    await page.getByRole('button', { name: '新增联系人' }).click();
    const form = panel(page, '新增联系人');
    await form.getByLabel('姓名').fill(contact);
    await form.getByLabel('电话', { exact: true }).fill('不是电话');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('电话格式不正确').waitFor();
    await form.getByLabel('电话', { exact: true }).fill('0510-8888888');
    await save(form);
    const row = page.getByRole('listitem').filter({ hasText: contact });
    await row.getByRole('button', { name: '编辑' }).click();
    const edit = panel(page, '编辑联系人');
    await edit.getByLabel('职务').fill('采购总监');
    await save(edit);
    await row.getByText('采购总监').waitFor();
    await row.getByRole('button', { name: '删除' }).click();
    await panel(page, '删除联系人？').getByRole('button', { name: '删除' }).click();
    await row.waitFor({ state: 'detached' });
  });

  test('看不到成本的角色没有利润一列', async ({ page }) => {
    await signIn(page, 'service.lead', { path: '/customers?sort=name&stage=formal' });
    await page.locator('a.title').first().click();
    await page.getByText('累计销售额').last().waitFor();
    expect(await page.getByRole('dialog').innerText()).not.toContain('利润');
  });
});
