import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { allowConsoleError, apiOf, axe, expect, fresh, panel, save, signIn, test } from './harness/index.ts';

const view = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: '视图' }).getByRole('button', { name });
const cell = (page: Page, key: string): Locator => page.locator(`tbody td.of-${key}`);

describe('列表视图', () => {
  test('保存、共享，同事打开同一视图，改动可还原；地址里有全部条件', async ({ page, newPage }) => {
    const name = fresh('重点跟进');
    await signIn(page, 'manager.east', { path: '/customers?stage=potential&sort=name' });
    await page.getByRole('button', { name: '列与密度' }).click();
    await page.getByRole('group', { name: '列与密度' }).getByText('行业').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存为视图' }).click();
    const form = panel(page, '保存视图');
    await form.getByLabel('名称').fill(name);
    await form.getByText('与所有能看到此列表的人共享').click();
    await save(form);
    await expect.poll(() => view(page, name).getAttribute('aria-current')).toBe('true');
    await axe(page);

    const colleague = await newPage();
    await signIn(colleague, 'sales.li', { path: '/customers' });
    await view(colleague, name).click();
    await colleague.getByText('客户阶段: 潜在客户').waitFor();
    await colleague.getByRole('columnheader', { name: '行业' }).waitFor();
    expect(colleague.url()).toMatch(/stage=potential&sort=name&view=/);
    await colleague.locator('.el-tag').filter({ hasText: '客户阶段' }).getByLabel('关闭').click();
    await colleague.getByText('视图有未保存的修改').waitFor();
    expect(await colleague.getByRole('button', { name: '保存', exact: true }).count()).toBe(0);
    await colleague.getByRole('button', { name: '还原' }).click();
    await colleague.getByText('客户阶段: 潜在客户').waitFor();

    await colleague.getByRole('button', { name: `视图“${name}”的更多操作` }).click();
    await colleague.getByRole('menuitem', { name: '设为默认视图' }).click();
    await colleague.goto('/customers');
    await expect.poll(() => colleague.url()).toContain('stage=potential');

    await page.getByRole('button', { name: `视图“${name}”的更多操作` }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    await panel(page, `删除视图“${name}”？`).getByRole('button', { name: '删除' }).click();
    await view(page, name).waitFor({ state: 'detached' });
  });
});

describe('就地编辑', () => {
  test('双击单元格修改，Tab 到下一格，错误写在格上，Esc 不改', async ({ page }) => {
    const name = fresh('湖州就地');
    await (
      await apiOf('sales.li')
    ).post<{ id: string }>('/customers', { name, city: '湖州', phone: '0572-1234567' });
    await signIn(page, 'sales.li', { path: `/customers?q=${name}` });
    await cell(page, 'city').dblclick();
    await page.getByRole('textbox', { name: '城市' }).fill('嘉兴');
    await page.keyboard.press('Tab');
    const phone = page.getByRole('textbox', { name: '电话' });
    await phone.fill('不是电话');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '电话格式不正确' }).waitFor();
    await page.keyboard.press('Escape');
    await phone.waitFor({ state: 'detached' });
    const row = page.locator('tbody tr').filter({ hasText: name });
    await expect.poll(() => row.innerText()).toContain('嘉兴');
    await expect.poll(() => row.innerText()).toContain('0572-1234567');
    // The pencil stands where the pointer is.
    await cell(page, 'city').hover();
    await page.getByRole('button', { name: '修改城市' }).click();
    await page.getByRole('textbox', { name: '城市' }).waitFor();
    await page.keyboard.press('Escape');
    // The keyboard begins at the name.
    await page.locator('a.title').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: '客户名称' }).fill(`${name}公司`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: `${name}公司` }).waitFor();
  });
});

describe('列表表格', () => {
  test('翻页从顶部看起；选中文字复制不会打开记录；名称列始终可见', async ({ page }) => {
    await signIn(page, 'manager.east', { path: '/customers' });
    await page.evaluate(() => localStorage.setItem('juke.page-size.customers', '20'));
    await page.setViewportSize({ width: 1100, height: 520 });
    await page.reload();
    await page.locator('tbody tr').nth(19).waitFor();
    const table = page.locator('.scroller');
    const first = await page.locator('tbody a.title').first().innerText();
    await table.evaluate((scroller) => scroller.scrollTo({ left: 300, top: 300 }));
    await expect.poll(() => page.locator('tbody a.title').nth(12).isVisible()).toBe(true);
    const left = (await page.locator('tbody td.fixed').last().boundingBox())!.x;
    expect(left - (await table.boundingBox())!.x).toBeLessThan(60);
    await page.getByRole('button', { name: '下一页' }).click();
    await expect.poll(() => page.locator('tbody a.title').first().innerText()).not.toBe(first);
    await expect.poll(() => table.evaluate((scroller) => scroller.scrollTop)).toBe(0);

    await table.evaluate((scroller) => scroller.scrollTo({ left: 0 }));
    const text = (await cell(page, 'number').first().boundingBox())!;
    await page.mouse.move(text.x + 8, text.y + text.height / 2);
    await page.mouse.down();
    await page.mouse.move(text.x + 70, text.y + text.height / 2, { steps: 4 });
    await page.mouse.up();
    expect((await page.evaluate(() => getSelection()?.toString() ?? '')).length).toBeGreaterThan(2);
    expect(new URL(page.url()).searchParams.has('open')).toBe(false);
    await cell(page, 'number').first().click();
    await expect.poll(() => new URL(page.url()).searchParams.has('open')).toBe(true);
  });
});

describe('批量操作', () => {
  test('三十条任务一次完成，一条被拒并说明原因；删除可以撤销', async ({ page }) => {
    const word = fresh('批量');
    const api = await apiOf('sales.li');
    const tasks = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        api.post<{ id: string }>('/tasks', { title: `${word} 第${n + 1}项` }),
      ),
    );
    await api.post(`/tasks/${tasks[7]!.id}/complete`, {});
    await signIn(page, 'sales.li', { path: `/tasks?q=${word}` });
    await page.evaluate(() => localStorage.setItem('juke.page-size.tasks', '20'));
    await page.reload();
    await page.getByText('共 30 条').waitFor();
    await page.getByRole('checkbox', { name: '选择本页全部' }).check();
    await page.getByRole('button', { name: '选择符合条件的全部 30 条' }).click();
    await page.getByText('已选符合条件的全部').waitFor();
    await page.getByRole('button', { name: '标为完成' }).click();
    const dialog = panel(page, '标为完成');
    await axe(page);
    await dialog.getByRole('button', { name: '标为完成（30 条）' }).click();
    await dialog.getByText('成功 29 条').waitFor();
    await dialog.getByText('未执行 1 条').waitFor();
    await dialog.getByText(`${word} 第8项`).waitFor();
    await dialog.getByText('当前状态').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('table').innerText()).not.toContain('未完成');

    await page.getByRole('checkbox', { name: `选择“${word} 第1项”` }).check();
    await page.getByRole('button', { name: '删除' }).click();
    const removing = panel(page, '删除');
    await removing.getByRole('button', { name: '删除（1 条）' }).click();
    await removing.getByText('成功 1 条').waitFor();
    await page.getByText('共 29 条').waitFor();
    await removing.getByRole('button', { name: '撤销删除' }).click();
    await page.getByText('共 30 条').waitFor();
  });
});

describe('两人同时修改一条记录', () => {
  test('各改各的自动合并并说明；改了同一项的并排选择', async ({ page, newPage }) => {
    const name = fresh('镇江合并');
    allowConsoleError(page, /status of 412 .*\/customers\//);
    const { id } = await (
      await apiOf('sales.li')
    ).post<{ id: string }>('/customers', { name, city: '镇江', phone: '0511-1111111', address: '旧址' });
    const path = `/customers/${id}`;
    await signIn(page, 'manager.east', { path });
    await page.getByRole('button', { name: '编辑' }).click();
    const mine = panel(page, '编辑客户');
    await mine.getByLabel('城市').fill('扬州');
    await mine.getByLabel('备注').fill('我写的备注');

    const other = await newPage();
    await signIn(other, 'sales.li', { path });
    await other.getByRole('button', { name: '编辑' }).click();
    const theirs = panel(other, '编辑客户');
    await theirs.getByLabel('城市').fill('南通');
    await theirs.getByLabel('电话').fill('0511-2222222');
    await save(theirs);

    await mine.getByRole('button', { name: '保存' }).click();
    const question = panel(page, '有人同时修改了这条记录');
    await question.getByText('南通').waitFor();
    await expect.poll(() => question.innerText()).toMatch(/李娜[\s\S]*南通/);
    await expect.poll(() => question.innerText()).toMatch(/原为\s*镇江/);
    expect(await question.getByRole('button', { name: '按选择保存' }).isDisabled()).toBe(true);
    await axe(page);
    await question.getByRole('radio', { name: '扬州' }).check();
    await question.getByRole('button', { name: '按选择保存' }).click();
    await mine.waitFor({ state: 'detached' });
    await page.getByText(/李娜刚才修改了电话/).waitFor();
    const facts = page.getByRole('tabpanel');
    for (const kept of ['扬州', '0511-2222222', '我写的备注', '旧址'])
      await facts.getByText(kept).first().waitFor();
  });
});

describe('列表导出', () => {
  test('凡是能导出的列表，所示的列都能导出', async ({ page }) => {
    await signIn(page, 'admin', { path: '/' });
    const menu = page.getByRole('button', { name: '导出', exact: true });
    for (const path of [
      '/customers',
      '/contacts',
      '/opportunities',
      '/activities',
      '/tasks',
      '/credit-limit-changes',
      '/daily-reports',
      '/products',
      '/prices',
      '/price-tables',
      '/price-revisions',
      '/promotions',
      '/price-deviations',
      '/approvals',
      '/approvals/sent',
      '/approvals/done',
      '/approvals/copied',
      '/approvals/all',
      '/statistics/lines',
      '/users',
      '/audit',
    ]) {
      await page.goto(path);
      await menu.click();
      const answered = page.waitForResponse(/api\/v1\/exports$/);
      await page.getByRole('menuitem', { name: '文本（.csv）' }).click();
      const answer = await answered;
      expect(answer.status(), `${path}: ${await answer.text()}`).toBe(202);
    }
  });
});
