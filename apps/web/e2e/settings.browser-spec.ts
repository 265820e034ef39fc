import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  choose,
  expect,
  fresh,
  panel,
  pick,
  save,
  signIn,
  test,
  unfold,
} from './harness/index.ts';

const rows = (page: Page) => page.locator('tbody a.title').allInnerTexts();

async function addField(
  page: Page,
  kind: string,
  label: string,
  fill: (form: Locator) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: '新增字段' }).click();
  const form = panel(page, '新增字段');
  await form.getByLabel('中文名称').first().fill(label);
  await form.getByLabel('英文名称').first().fill(label);
  await pick(form, '类型', kind);
  await fill(form);
  await save(form);
  await page.getByText(label, { exact: true }).waitFor();
}

describe('自定义字段', () => {
  test('管理员为单位客户加单选和公式，销售员填写，列表按它筛选、排序、导出，导入也能写入', async ({
    page,
    newPage,
  }) => {
    const word = fresh('').toLowerCase();
    const grade = `信用${word}`;
    const total = `预算${word}`;
    await signIn(page, 'admin', { path: '/custom-fields' });
    await addField(page, '单选', grade, async (form) => {
      await form.getByLabel('代码').fill(`grade${word}`);
      for (const [at, name] of ['优良', '一般'].entries()) {
        await form.getByRole('button', { name: '增加选项' }).click();
        await form.getByLabel(`选项 ${at + 1} 中文`).fill(name);
      }
      await pick(form, '适用于', '单位');
      await form.getByText('表单预览').waitFor();
    });
    await addField(page, '数字', `数量${word}`, (form) => form.getByLabel('代码').fill(`amount${word}`));
    await addField(page, '公式', total, async (form) => {
      await form.getByLabel('代码').fill(`total${word}`);
      await form.getByRole('button', { name: `amount${word}` }).click();
      await form.getByLabel('公式').fill(`amount${word} * 1.13`);
    });

    const seller = await newPage();
    await signIn(seller, 'sales.li', { path: '/customers?create=1' });
    const names: string[] = [];
    for (const [grading, amount] of [
      ['优良', '100'],
      ['一般', '300'],
      ['优良', '200'],
    ] as const) {
      const name = fresh('定制');
      names.push(name);
      const form = panel(seller, '新建客户');
      await form.getByLabel('客户名称').fill(name);
      await pick(form, grade, grading);
      await form.getByLabel(`数量${word}`).fill(amount);
      await save(form);
      await seller.goto('/customers?create=1');
    }
    await seller.goto(
      `/customers?custom.grade${word}=${encodeURIComponent('优良')}&sort=-custom.total${word}`,
    );
    await expect.poll(() => rows(seller)).toEqual([names[2], names[0]]);
    await expect.poll(() => seller.getByRole('table').innerText()).toContain('226');

    await seller.getByRole('button', { name: '筛选' }).click();
    const filters = panel(seller, '筛选');
    await filters.getByLabel(`${total}：从`).fill('200');
    await filters.getByRole('button', { name: '应用筛选' }).click();
    await expect.poll(() => rows(seller)).toEqual([names[2]]);
    await seller.getByRole('link', { name: names[2]!, exact: true }).click();
    await expect.poll(() => panel(seller, names[2]!).innerText()).toMatch(new RegExp(`${total}\\s*226`));
    await seller.goto(`/customers?custom.grade${word}=${encodeURIComponent('优良')}`);
    await expect.poll(() => rows(seller)).toHaveLength(2);

    const [download] = await Promise.all([
      seller.waitForEvent('download'),
      seller
        .getByRole('button', { name: '导出' })
        .click()
        .then(() => seller.getByRole('menuitem', { name: /csv/ }).click()),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split('\n')[0]).toContain(grade);
    expect(text).toContain('优良');
    expect(text).toMatch(/226/);

    await seller.goto('/imports/new');
    const number = fresh('IMP').toUpperCase();
    await seller.locator('input[type=file]').setInputFiles({
      name: '客户.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`客户编号,客户名称,${grade},数量${word}\n${number},导入${word},一般,1000\n`),
    });
    await seller.getByText('请看文字是否正确').waitFor();
    await seller.getByRole('button', { name: '内容正确，下一步' }).click();
    await seller.getByText('文件的每一列放到哪里？').waitFor();
    await expect
      .poll(() => seller.locator('#main').innerText())
      .toMatch(new RegExp(`${grade}\\s+一般\\s+.*${grade}`));
    await seller.getByRole('button', { name: '检查数据' }).click();
    await seller.getByRole('button', { name: '导入 1 行' }).click();
    await seller.getByText('导入完成', { exact: true }).waitFor();
    await seller.goto(`/customers?custom.total${word}From=1000`);
    await expect.poll(() => rows(seller)).toEqual([`导入${word}`]);
  });
});

describe('数据字典与编号规则', () => {
  test('新选项马上可选，停用后旧客户仍显示、新客户不能选；编号按新格式给', async ({ page, newPage }) => {
    const value = fresh('渠道');
    allowConsoleError(page, /status of 422 .*\/preview/); // a rule that is not whole yet
    await signIn(page, 'admin', { path: '/dictionaries?code=customer-class' });
    await page.getByRole('button', { name: '新增选项' }).click();
    const form = panel(page, '新增选项');
    await form.getByLabel('中文名称').fill(value);
    await pick(form, '颜色', '绿色');
    await save(form);
    const line = page.locator('li', { hasText: value });
    await line.getByRole('button', { name: `“${value}”上移` }).click();
    await expect.poll(() => page.locator('.value .label').allInnerTexts()).not.toHaveProperty('length', 0);

    const seller = await newPage();
    await signIn(seller, 'sales.li', { path: '/customers?create=1' });
    const name = fresh('字典客户');
    const create = panel(seller, '新建客户');
    await create.getByLabel('客户名称').fill(name);
    await pick(create, '客户类别', value);
    await save(create);

    await page.reload();
    await expect.poll(() => line.innerText()).toContain('1 条记录');
    await line.getByRole('button', { name: '停用' }).click();
    await panel(page, '停用选项？').getByRole('button', { name: '停用' }).click();
    await expect.poll(() => line.innerText()).toContain('已停用');
    await seller.goto(`/customers?q=${encodeURIComponent(name)}`);
    await expect.poll(() => seller.getByRole('table').innerText()).toContain(value);
    await seller.goto('/customers?create=1');
    await unfold(create.getByLabel('客户类别'));
    const option = seller.getByRole('option', { name: value, exact: true });
    await expect.poll(() => option.getAttribute('aria-disabled')).toBe('true');

    await page.goto('/numbering');
    await page.getByRole('button', { name: '编辑 客户编号' }).click();
    const rule = panel(page, '修改编号规则');
    await rule.getByLabel('编号格式').fill('E2E{yyyy}');
    await rule.getByText('必须且只能有一个流水号').waitFor();
    await rule.getByLabel('编号格式').fill('K{seq:6}');
    await expect.poll(() => rule.getByRole('status').last().innerText()).toMatch(/K\d{6}/);
    await rule.getByRole('button', { name: '取消' }).click();
  });
});

describe('回收站', () => {
  test('删除的客户在回收站里看得到，恢复后回到列表', async ({ page }) => {
    const name = fresh('误删客户');
    allowConsoleError(page, /status of 404 .*\/customers\//); // the page of a record that is gone asks once more
    await signIn(page, 'sales.li', { path: '/customers?create=1' });
    const form = panel(page, '新建客户');
    await form.getByLabel('客户名称').fill(name);
    await choose(form, '负责人', '李娜');
    await save(form);
    await page.getByRole('link', { name, exact: true }).click();
    await panel(page, name).getByRole('link', { name: '打开详情页' }).click();
    await page.getByRole('button', { name: '删除' }).click();
    await panel(page, '删除客户？').getByRole('button', { name: '删除' }).click();
    await page.waitForURL('**/customers');
    await page.getByRole('link', { name: '回收站' }).click();
    await page.getByRole('link', { name, exact: true }).click();
    const item = panel(page, name);
    await expect.poll(() => item.innerText()).toContain('李娜');
    await item.getByRole('button', { name: '恢复' }).click();
    await page.getByText(`已恢复“${name}”`).waitFor();
    await page.goto(`/customers?q=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name, exact: true }).waitFor();
  });
});
