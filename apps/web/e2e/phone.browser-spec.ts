import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, fresh, panel, PHONE, save, settled, signIn, test } from './harness/index.ts';

const PAGES = [
  '/',
  '/customers',
  '/customers?create=1',
  '/users',
  '/roles',
  '/departments',
  '/audit',
  '/approvals/all',
  '/delegations',
  '/approval-flows',
  '/credit-limit-changes',
  '/forbidden',
];

/** Nothing may stick out: a page that moves sideways under the thumb is broken. */
const overhang = (page: Page) =>
  page.locator('#main').evaluate((main) => main.scrollWidth - main.clientWidth);

describe('手机 390×844', () => {
  test('底部导航、菜单抽屉、卡片列表、新建客户、详情页', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'sales.li');
    const bottom = page.getByRole('navigation', { name: '快捷导航' });
    await bottom.getByRole('link', { name: '客户' }).tap();
    await page.locator('.cards button').first().waitFor();
    await bottom.getByRole('button', { name: '更多' }).tap();
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).tap();
    await page.getByText(/好，李娜|夜深了，李娜/).waitFor();

    await bottom.getByRole('link', { name: '客户' }).tap();
    await page.getByRole('button', { name: '新建客户' }).tap();
    const name = fresh('手机客户');
    const form = panel(page, '新建客户');
    await form.getByLabel('客户名称').fill(name);
    await save(form);
    await page.getByRole('button', { name }).tap();
    const drawer = panel(page, name);
    await drawer.getByText('潜在客户').waitFor();
    await drawer.getByRole('link', { name: '打开详情页' }).tap();
    await page.getByRole('tab', { name: '订单' }).tap();
    await page.getByRole('tabpanel', { name: '订单' }).getByText('还没有订单').waitFor();
    expect(await overhang(page)).toBe(0);
  });

  test('没有一页需要左右滑动', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE });
    await signIn(page, 'admin', { path: '/customers?stage=formal&sort=name' });
    await page.locator('.cards button').first().click();
    await page.getByRole('link', { name: '打开详情页' }).click();
    const record = new URL(page.url()).pathname;
    for (const path of [...PAGES, record, `${record}?tab=orders`, `${record}?tab=contacts`]) {
      await page.goto(path);
      await page.locator('#main').waitFor();
      await settled(page);
      expect(await overhang(page), path).toBe(0);
    }
  });
});
