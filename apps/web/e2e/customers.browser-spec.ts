import type { Page } from 'playwright-core';
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
} from './harness/index.ts';

const names = (page: Page) => page.locator('a.title').allInnerTexts();

async function createCustomer(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新建客户' }).click();
  const form = panel(page, '新建客户');
  await form.getByLabel('客户名称').fill(name);
  await form.getByLabel('城市').fill('无锡');
  await save(form);
}

async function openOwnPage(page: Page, name: string): Promise<void> {
  await page.getByLabel('在列表中查找').fill(name);
  await page.getByRole('link', { name, exact: true }).click();
  await panel(page, name).getByRole('link', { name: '打开详情页' }).click();
  await page.waitForURL(/\/customers\/[\da-f-]{36}/); // the drawer has the same heading
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

describe('客户列表', () => {
  test('按名称片段和拼音首字母查找，按阶段和城市筛选，条件留在地址里', async ({ page }) => {
    await signIn(page, 'executive', { path: '/customers' });
    const search = page.getByLabel('在列表中查找');
    await search.fill('明珠化工');
    await expect.poll(() => names(page)).not.toHaveLength(50);
    for (const name of await names(page)) expect(name).toContain('明珠化工');
    const [first = ''] = await names(page);
    const found = await names(page);

    await search.fill('mzhg');
    await expect.poll(async () => (await names(page)).toSorted()).toEqual(found.toSorted());
    expect(first).not.toBe('');

    await search.fill('');
    await page.getByRole('button', { name: '筛选' }).click();
    const filters = panel(page, '筛选');
    await choose(filters, '客户阶段', '潜在客户');
    await page.keyboard.press('Escape');
    await choose(filters, '负责人', '赵敏');
    await page.keyboard.press('Escape');
    await filters.getByRole('button', { name: '应用筛选' }).click();
    await expect.poll(() => page.url()).toContain('stage=potential');
    await page.getByText('负责人: 赵敏').waitFor();
    await expect.poll(() => page.getByRole('table').innerText()).not.toContain('正式客户');

    await page.reload();
    await page.getByText('客户阶段: 潜在客户').waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await expect.poll(() => page.getByRole('table').innerText()).toContain('正式客户');
  });

  test('在列表旁打开客户，逐条前后翻看', async ({ page }) => {
    await signIn(page, 'executive', { path: '/customers?sort=name' });
    await page.locator('a.title').nth(1).click();
    const [first = '', second = '', third = ''] = await names(page);
    await panel(page, second).getByText('累计销售额').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await panel(page, third).waitFor();
    await page.getByRole('button', { name: '上一条' }).click();
    await page.getByRole('button', { name: '上一条' }).click();
    await panel(page, first).waitFor();
    expect(await page.getByRole('button', { name: '上一条' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '关闭' }).click();
    await panel(page, first).waitFor({ state: 'detached' });
  });
});

describe('客户资料', () => {
  test('新建、修改，变更记录写明谁把什么改成什么', async ({ page }) => {
    const name = fresh('无锡远航');
    await signIn(page, 'admin', { path: '/customers' });
    await createCustomer(page, name);
    await openOwnPage(page, name);

    await page.getByRole('button', { name: '编辑' }).click();
    const form = panel(page, '编辑客户');
    await pick(form, '客户类别', /A类/);
    await pick(form, '性质', '个人');
    await choose(form, '负责人', '李娜');
    await save(form);

    await page.getByRole('tab', { name: '变更记录' }).click();
    const history = page.locator('ol');
    await expect.poll(() => history.innerText()).toMatch(/客户类别\s*空\s*→\s*A类/);
    await expect.poll(() => history.innerText()).toMatch(/负责人\s*周明\s*→\s*李娜/);
    await expect.poll(() => history.innerText()).toMatch(/性质\s*单位\s*→\s*个人/);
    await expect.poll(() => history.innerText()).toMatch(/周明\s+修改/);
  });

  test('服务器拒绝的项旁边有说明，填写的内容不丢；刷新后草稿还在', async ({ page }) => {
    const name = fresh('苏州草稿');
    allowConsoleError(page, /status of 4\d\d .*\/customers/);
    await signIn(page, 'sales.li', { path: '/customers?create=1' });
    const form = panel(page, '新建客户');
    await form.getByRole('button', { name: '保存' }).click();
    expect(await form.getByText('此项必填').count()).toBe(1);
    await form.getByLabel('客户名称').fill(name);
    await form.getByLabel('备注').fill('第一次拜访');
    await choose(form, '负责人', '赵敏');
    await form.getByRole('button', { name: '保存' }).click();
    await form.locator('.wrong', { hasText: '负责人' }).getByRole('alert').waitFor();
    expect(await form.getByLabel('备注').inputValue()).toBe('第一次拜访');

    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await form.getByText('已恢复上次未保存的内容').waitFor();
    expect(await form.getByLabel('客户名称').inputValue()).toBe(name);
    await choose(form, '负责人', '李娜');
    await save(form);
    await page.getByRole('link', { name, exact: true }).waitFor();
  });

  test('两人同时修改：后保存的被告知，内容还在', async ({ page, newPage }) => {
    const name = fresh('常州双改');
    await signIn(page, 'admin', { path: '/customers' });
    await createCustomer(page, name);
    await openOwnPage(page, name);
    const other = await newPage();
    await signIn(other, 'admin', { path: new URL(page.url()).pathname });
    allowConsoleError(other, /status of 412/);

    await other.getByRole('button', { name: '编辑' }).click();
    await other.getByLabel('地址').fill('后保存的地址');
    await page.getByRole('button', { name: '编辑' }).click();
    await page.getByLabel('地址').fill('先保存的地址');
    await save(panel(page, '编辑客户'));

    await other.getByRole('button', { name: '保存' }).click();
    await panel(other, '有人同时修改了这条记录').getByRole('button', { name: '继续编辑' }).click();
    await other.getByText('内容已被他人修改').waitFor();
    expect(await other.getByLabel('地址').inputValue()).toBe('后保存的地址');
  });

  test('离开未保存的表单先提醒，可以留下继续填写', async ({ page }) => {
    await signIn(page, 'admin', { path: '/customers?create=1' });
    const form = panel(page, '新建客户');
    await form.getByLabel('客户名称').fill('还没写完');
    await form.getByRole('button', { name: '取消' }).click();
    const question = panel(page, '还有未保存的内容');
    await question.getByRole('button', { name: '继续填写' }).click();
    expect(await form.getByLabel('客户名称').inputValue()).toBe('还没写完');
    await form.getByRole('button', { name: '取消' }).click();
    await question.getByRole('button', { name: '离开' }).click();
    await form.waitFor({ state: 'detached' });
  });

  test('只用键盘新建客户', async ({ page }) => {
    const name = fresh('镇江键盘');
    await signIn(page, 'sales.li', { path: '/' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '搜索或跳转' }).waitFor();
    await page.keyboard.type('新建客户');
    await page.getByRole('option', { name: '新建客户' }).waitFor();
    await page.keyboard.press('Enter');
    const form = panel(page, '新建客户');
    await form.waitFor();
    for (let presses = 0; presses < 5; presses += 1) {
      if (await form.getByLabel('客户名称').evaluate((input) => input === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: '个人' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name, exact: true }).waitFor();
  });
});
