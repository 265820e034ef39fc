import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  choose,
  expect,
  fresh,
  panel,
  save,
  signIn,
  signInByForm,
  test,
} from './harness/index.ts';

const OWN_PASSWORD = 'zi-ji-de-mima-2026';

async function takePassword(page: Page): Promise<string> {
  const dialog = panel(page, '一次性密码');
  const password = await dialog.locator('code').innerText();
  await dialog.getByRole('button', { name: '已记下' }).click();
  return password;
}

async function addUser(page: Page, username: string, displayName: string): Promise<string> {
  await page.getByRole('button', { name: '新增用户' }).click();
  const form = panel(page, '新增用户');
  await form.getByLabel('用户名').fill(username);
  await form.getByLabel('姓名').fill(displayName);
  await choose(form, '部门', '华东销售部');
  await choose(form, '角色', '销售员');
  await form.getByRole('button', { name: '保存' }).click();
  return takePassword(page);
}

async function changePassword(page: Page, from: string, to: string): Promise<void> {
  await page.waitForURL('**/password');
  await page.getByLabel('当前密码').fill(from);
  await page.getByLabel('新密码', { exact: true }).fill(to);
  await page.getByLabel('再次输入新密码').fill(to);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('heading', { name: '首页' }).waitFor();
}

describe('用户管理', () => {
  test('新增的用户用一次性密码登录，先改密码；改角色、停用、启用、重置都生效', async ({ page, newPage }) => {
    const username = fresh('xinren.');
    await signIn(page, 'admin', { path: '/users' });
    const firstPassword = await addUser(page, username, '新人甲');

    const own = await newPage();
    await own.goto('/sign-in');
    await signInByForm(own, username, firstPassword);
    await changePassword(own, firstPassword, OWN_PASSWORD);
    expect(await own.getByRole('link', { name: '用户' }).count()).toBe(0);

    await page.getByLabel('在列表中查找').fill(username);
    await page.getByRole('cell', { name: username }).click();
    const drawer = panel(page, '新人甲');
    await drawer.getByRole('button', { name: '编辑' }).click();
    const form = panel(page, '编辑用户');
    await choose(form, '角色', '销售经理');
    await form.getByLabel('电话').fill('13800000001');
    await save(form);
    await expect.poll(() => drawer.innerText()).toContain('销售经理');
    await expect.poll(() => drawer.innerText()).toContain('13800000001');

    allowConsoleError(own, /status of (401|403)/);
    await drawer.getByRole('button', { name: '停用' }).click();
    await panel(page, '停用用户？').getByRole('button', { name: '停用' }).click();
    await drawer.getByRole('button', { name: '启用' }).waitFor();
    await own.goto('/sign-in');
    await own.waitForURL('**/sign-in**');
    await signInByForm(own, username, OWN_PASSWORD);
    await expect.poll(() => own.getByRole('alert').innerText()).toContain('用户名或密码不正确');

    await drawer.getByRole('button', { name: '启用' }).click();
    await panel(page, '启用用户？').getByRole('button', { name: '启用' }).click();
    await drawer.getByRole('button', { name: '停用' }).waitFor();
    await drawer.getByRole('button', { name: '重置密码' }).click();
    await panel(page, '重置密码？').getByRole('button', { name: '重置密码' }).click();
    const secondPassword = await takePassword(page);
    await signInByForm(own, username, secondPassword);
    await changePassword(own, secondPassword, `${OWN_PASSWORD}-2`);
  });

  test('用户名重复时在该项旁边说明，已填内容不丢', async ({ page }) => {
    allowConsoleError(page, /status of 4\d\d .*\/users/);
    await signIn(page, 'admin', { path: '/users?create=1' });
    const form = panel(page, '新增用户');
    await form.getByLabel('用户名').fill('sales.li');
    await form.getByLabel('姓名').fill('重名者');
    await choose(form, '角色', '法务');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByRole('alert').waitFor();
    await expect.poll(() => form.getByRole('alert').innerText()).toContain('sales.li');
    expect(await form.getByLabel('用户名').getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel('姓名').inputValue()).toBe('重名者');
    await expect.poll(() => form.innerText()).toContain('法务');
  });
});
