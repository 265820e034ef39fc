import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  axe,
  choose,
  expect,
  fresh,
  panel,
  save,
  signIn,
  signInByForm,
  test,
} from './harness/index.ts';
import { staffOf, staffWorkbook } from './staff-file.ts';

const OWN_PASSWORD = 'zi-ji-de-mima-2026';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function importStaff(page: Page, file: ReturnType<typeof staffWorkbook>): Promise<void> {
  await page.goto('/users');
  await button(page, '导入员工名单').click();
  await page.getByText('把文件拖到这里').waitFor();
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('请看文字是否正确').waitFor();
  await button(page, '内容正确，下一步').click();
  await page.getByText('文件的每一列放到哪里？').waitFor();
  await button(page, '检查数据').click();
  await page.getByText('全部 40 行都可以导入').waitFor();
  await button(page, '导入 40 行').click();
  await page.getByText('导入完成', { exact: true }).waitFor({ timeout: 60_000 });
}

describe('员工名单', () => {
  test('四十人、四个部门从 Excel 导入，邀请后本人设密码登录', async ({ page, newPage }) => {
    const word = fresh('yg').slice(0, 14);
    const staff = staffOf(word);
    await signIn(page, 'admin');
    await importStaff(page, staffWorkbook(staff));

    await page.goto('/departments');
    for (const leader of staff.slice(0, 4)) {
      const node = page.locator('.node', { has: page.getByText(leader.department, { exact: true }) });
      await expect.poll(() => node.innerText()).toMatch(new RegExp(`负责人：${leader.name}\\s+10 人`));
    }
    await axe(page);

    await page.goto(`/users?q=${word}&state=invited`);
    await page.getByText('共 40 条').waitFor();
    await page.getByRole('checkbox', { name: '选择本页全部' }).click();
    await button(page, '邀请 40 人').click();
    await panel(page, '邀请 40 人？').getByRole('button', { name: '邀请' }).click();
    const links = panel(page, '邀请').locator('code');
    await expect.poll(() => links.count()).toBe(40);
    await axe(page);
    const link = new URL(
      await panel(page, '邀请')
        .locator('li', { hasText: `${word}01` })
        .locator('code')
        .innerText(),
    );

    const own = await newPage();
    await own.goto(`${link.pathname}${link.hash}`);
    await own.getByText(`${staff[0]!.name}，欢迎`).waitFor();
    await axe(own);
    await own.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
    await own.getByLabel('再次输入新密码').fill(OWN_PASSWORD);
    await own.getByRole('button', { name: '保存新密码' }).click();
    await own.waitForURL('**/sign-in?username=**');
    expect(await own.getByLabel('用户名').inputValue()).toBe(staff[0]!.username);
    await signInByForm(own, staff[0]!.username, OWN_PASSWORD);
    await own.getByRole('heading', { name: '首页' }).waitFor();
    expect(await own.getByRole('link', { name: '用户' }).count()).toBe(0);
    await own.goto('/users');
    await own.waitForURL('**/forbidden**');
  }, 120_000);

  test('部门可以新增、改上级、删除；不能放到自己的下级', async ({ page }) => {
    allowConsoleError(page, /status of 409 .*\/departments/);
    const [upper, lower] = [fresh('甲部'), fresh('乙部')];
    await signIn(page, 'admin', { path: '/departments' });
    for (const [name, parent] of [
      [upper, undefined],
      [lower, upper],
    ] as const) {
      await button(page, '新增部门').click();
      const form = panel(page, '部门');
      await form.getByLabel('部门名称').fill(name);
      if (parent) await choose(form, '上级部门', parent);
      await save(form);
    }
    const node = (name: string) => page.locator('.node', { has: page.getByText(name, { exact: true }) });
    await node(upper).getByRole('button', { name: '编辑' }).click();
    const form = panel(page, '部门');
    await choose(form, '上级部门', lower);
    await form.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => form.getByRole('alert').innerText()).toContain('不能选择部门自己或它的下级');
    await form.getByRole('button', { name: '取消' }).click();
    await panel(page, '还有未保存的内容').getByRole('button', { name: '离开' }).click();
    await form.waitFor({ state: 'detached' });
    await node(lower).getByRole('button', { name: '删除' }).click();
    await panel(page, '删除部门？').getByRole('button', { name: '删除' }).click();
    await node(lower).waitFor({ state: 'detached' });
  });
});
