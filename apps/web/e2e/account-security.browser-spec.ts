import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  apiOf,
  axe,
  choose,
  DEMO_PASSWORD,
  expect,
  fresh,
  type Items,
  panel,
  PHONE,
  save,
  signIn,
  signInByForm,
  test,
} from './harness/index.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows (RFC 6238): six digits, thirty seconds, SHA-1; `ahead` steps from now. */
function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const digest = createHmac('sha1', key).update(step).digest();
  const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function setUp(page: Page): Promise<{ secret: string; recoveryCode: string }> {
  await page.getByRole('button', { name: '设置两步验证' }).click();
  const drawer = panel(page, '两步验证');
  await drawer.getByText('无法扫描？').click();
  const secret = await drawer.locator('details code').innerText();
  await axe(page);
  await drawer.getByLabel('6 位验证码').fill(codeOf(secret));
  await drawer.getByRole('button', { name: '确认并启用' }).click();
  await drawer.getByText('请妥善保存这些恢复码').waitFor();
  const recoveryCode = await drawer.locator('li code').first().innerText();
  await drawer.getByRole('button', { name: '已保存' }).click();
  return { secret, recoveryCode };
}

/** As at first, whatever an earlier try left. */
async function withoutSecondFactor(username: string): Promise<void> {
  const admin = await apiOf('admin');
  const { items } =
    await admin.get<Items<{ id: string; username: string; hasSecondFactor: boolean }>>('/users?limit=200');
  const user = items.find((each) => each.username === username)!;
  if (user.hasSecondFactor) await admin.post(`/users/${user.id}/reset-second-factor`);
}

describe('账号安全', () => {
  test('两步验证：设置、用验证码和恢复码登录、看到并退出其他设备、关闭', async ({ page, newPage }) => {
    await withoutSecondFactor('pricing.review');
    await signIn(page, 'pricing.review', { path: '/me/security' });
    const { secret, recoveryCode } = await setUp(page);
    await page.getByText('已启用').waitFor();
    await axe(page);

    const other = await newPage();
    allowConsoleError(other, /status of 401/);
    await other.goto('/sign-in');
    await signInByForm(other, 'pricing.review');
    await other.getByLabel('验证码').fill('000000');
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await expect.poll(() => other.getByRole('alert').innerText()).toContain('验证码不正确');
    await axe(other);
    await other.getByLabel('验证码').fill(recoveryCode);
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.getByRole('heading', { name: '首页' }).waitFor();

    await page.reload();
    await page.getByText('验证码错误').first().waitFor();
    await page.getByRole('button', { name: '退出其他所有设备' }).click();
    await panel(page, '退出这些设备？').getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '退出其他所有设备' }).waitFor({ state: 'detached' });
    await other.goto('/customers');
    await other.waitForURL('**/sign-in**');

    await page.getByRole('button', { name: '关闭两步验证' }).click();
    const drawer = panel(page, '两步验证');
    await drawer.getByLabel('密码').fill(DEMO_PASSWORD);
    await drawer.getByLabel('验证码或恢复码').fill(codeOf(secret, 1));
    await drawer.getByRole('button', { name: '关闭两步验证' }).click();
    await page.getByText('未启用').waitFor();
  });

  test('角色要求两步验证时，先引导设置，再进入系统', async ({ page, newPage }) => {
    await withoutSecondFactor('transport');
    await signIn(page, 'admin', { path: '/security' });
    await axe(page);
    await page.getByRole('button', { name: '编辑' }).click();
    const form = panel(page, '登录安全');
    await choose(form, '必须使用两步验证的角色', '运输调度');
    await save(form);
    await expect.poll(() => page.locator('#main').innerText()).toContain('运输调度');
    try {
      const own = await newPage();
      await own.goto('/sign-in');
      await signInByForm(own, 'transport');
      await own.waitForURL('**/second-factor');
      await axe(own);
      await own.getByText('无法扫描？').click();
      const secret = await own.locator('details code').innerText();
      await own.getByLabel('6 位验证码').fill(codeOf(secret));
      await own.getByRole('button', { name: '确认并启用' }).click();
      await own.getByRole('button', { name: '已保存' }).click();
      await own.getByRole('heading', { name: '首页' }).waitFor();
    } finally {
      await (await apiOf('admin')).patch('/security-policy', { secondFactorRoleIds: [] });
    }
  });

  test('手机上账号安全、忘记密码都不溢出', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: '忘记密码？' }).click();
    await page.getByText('系统没有配置邮件发送').waitFor();
    await axe(page);
    await signIn(page, 'planner', { path: '/me/security' });
    await page.getByText('登录成功').first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await axe(page);
  });
});

describe('离职移交', () => {
  test('核对名下内容，分给同事，一步完成并停用；个人信息清除', async ({ page }) => {
    const [name, username] = [fresh('离职者'), fresh('lizhi.')];
    await signIn(page, 'admin', { path: '/users?create=1' });
    const form = panel(page, '新增用户');
    await form.getByLabel('用户名').fill(username);
    await form.getByLabel('姓名').fill(name);
    await choose(form, '部门', '华东销售部');
    await choose(form, '角色', '销售员');
    await form.getByRole('button', { name: '保存' }).click();
    await panel(page, '一次性密码').getByRole('button', { name: '已记下' }).click();
    await page.goto('/customers?create=1');
    const customer = panel(page, '新建客户');
    await customer.getByLabel('客户名称').fill(fresh('待移交公司'));
    await choose(customer, '负责人', name);
    await customer.getByRole('button', { name: '保存' }).click();
    await customer.waitFor({ state: 'detached' });

    await page.goto(`/users?q=${username}`);
    await page.getByRole('cell', { name: username }).click();
    await panel(page, name).getByRole('link', { name: '移交' }).click();
    await page.getByText(`移交 ${name} 名下的内容`).waitFor();
    await page.getByText('移交 0 条，剩余 1 条').waitFor();
    await choose(page.locator('#main'), '客户的接手人', '李娜');
    await page.getByText('移交 1 条，剩余 0 条').waitFor();
    await axe(page);
    await page.getByRole('button', { name: '移交', exact: true }).click();
    await panel(page, `移交 ${name} 名下的内容？`).getByRole('button', { name: '移交' }).click();
    await page.getByRole('button', { name: '移除' }).click();
    await axe(page);
    await panel(page, '移除用户？').getByRole('button', { name: '移除' }).click();
    await page.waitForURL('**/users');
    await page.goto(`/users?q=${username}`);
    await page.getByText('没有符合条件的记录').waitFor();
  });
});
