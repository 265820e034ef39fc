import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { axe, choose, panel, PHONE, settled, signIn, test } from './harness/index.ts';

interface Stop {
  readonly path: string;
  /** What shows that the page has its content. */
  readonly ready: (page: Page) => Promise<unknown>;
}
const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const someRow = (page: Page) => page.locator('a.title, .cards button').first().waitFor();
/** The administrator has no days of his own to look at. */
async function someonesDays(page: Page): Promise<void> {
  await choose(page.locator('.tools'), '查看谁的日程', '李娜');
  await page.keyboard.press('Escape');
  await page.locator('.fc-event').first().waitFor();
}
const dialog = (name: string) => (page: Page) => panel(page, name).waitFor();

/** By area: what one finds is looked at again without the others. */
const AREAS: Readonly<Record<string, readonly Stop[]>> = {
  业务: [
    { path: '/', ready: heading('最近的任务') },
    { path: '/customers', ready: someRow },
    { path: '/customers?q=没有这个客户', ready: (page) => page.getByText('没有符合条件的记录').waitFor() },
    { path: '/customers?create=1', ready: dialog('新建客户') },
    { path: '/contacts', ready: someRow },
    { path: '/contacts?create=1', ready: dialog('新增联系人') },
    { path: '/opportunities', ready: someRow },
    { path: '/opportunities/board', ready: (page) => page.locator('article').first().waitFor() },
    { path: '/opportunities/analysis', ready: (page) => page.locator('canvas').first().waitFor() },
    { path: '/opportunities?create=1', ready: dialog('新建机会') },
    { path: '/calendar', ready: someonesDays },
    { path: '/calendar?view=dayGridMonth', ready: someonesDays },
    { path: '/calendar?create=1', ready: dialog('安排日程') },
    { path: '/daily-reports', ready: someRow },
    { path: '/daily-reports/write', ready: heading('当天记录') },
    { path: '/daily-reports/team', ready: (page) => page.getByText('李娜').first().waitFor() },
    { path: '/forbidden', ready: heading('没有权限') },
    { path: '/no-such-page', ready: heading('页面不存在') },
    { path: '/password', ready: heading('修改密码') },
  ],
  价格与审批: [
    { path: '/products', ready: someRow },
    { path: '/price-tables', ready: someRow },
    { path: '/price-revisions', ready: someRow },
    { path: '/promotions', ready: someRow },
    { path: '/prices', ready: (page) => page.getByText('A4 复印纸 70g').first().waitFor() },
    { path: '/prices/ask', ready: (page) => page.getByRole('button', { name: '查询价格' }).waitFor() },
    { path: '/price-deviations', ready: (page) => page.getByText('还没有特价记录').waitFor() },
    { path: '/price-settings', ready: (page) => page.getByRole('checkbox').first().waitFor() },
    { path: '/product-categories', ready: (page) => page.getByText('化工产品').first().waitFor() },
    { path: '/approvals', ready: (page) => page.getByText('没有等待您审批的内容').first().waitFor() },
    { path: '/approvals/all', ready: someRow },
    { path: '/delegations?create=1', ready: dialog('设置代理人') },
    { path: '/approval-flows', ready: someRow },
    { path: '/credit-limit-changes', ready: someRow },
  ],
  系统管理: [
    { path: '/pipelines', ready: (page) => page.getByText('商务谈判').first().waitFor() },
    { path: '/users', ready: someRow },
    { path: '/users?create=1', ready: dialog('新增用户') },
    { path: '/roles', ready: (page) => page.getByText('系统管理员', { exact: true }).waitFor() },
    { path: '/audit', ready: someRow },
    { path: '/departments', ready: (page) => page.getByText('华东销售部').waitFor() },
    { path: '/positions', ready: (page) => page.getByRole('button', { name: '新增岗位' }).waitFor() },
    { path: '/security', ready: (page) => page.getByText('密码最短长度').waitFor() },
    { path: '/me/security', ready: (page) => page.getByText('登录成功').first().waitFor() },
    {
      path: '/dictionaries?code=customer-class',
      ready: (page) => page.getByText('重点客户').first().waitFor(),
    },
    { path: '/numbering', ready: (page) => page.getByText('客户编号').first().waitFor() },
    { path: '/custom-fields', ready: (page) => page.getByRole('button', { name: '新增字段' }).waitFor() },
    { path: '/recycle-bin', ready: (page) => page.getByRole('button', { name: '清理到期内容' }).waitFor() },
  ],
};

/** Colours are all that differs, so the theme is changed in place, and only they are looked at again. */
async function axeInBothThemes(page: Page): Promise<void> {
  await settled(page);
  for (const isDark of [false, true]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), isDark);
    await settled(page);
    await axe(page, { onlyColours: isDark });
  }
}

async function visit(page: Page, stops: readonly Stop[], look: (page: Page) => Promise<void>): Promise<void> {
  await signIn(page, 'admin');
  for (const { path, ready } of stops) {
    await page.goto(path);
    await ready(page);
    await look(page);
  }
}

/** A customer beside the list, and on its own page with every tab. */
async function visitCustomer(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await signIn(page, 'admin', { path: '/customers?sort=name&stage=formal' });
  await page.locator('a.title, .cards button').first().click();
  await page.getByRole('link', { name: '打开详情页' }).waitFor();
  await look(page);
  await page.getByRole('link', { name: '打开详情页' }).click();
  for (const tab of ['概览', '动态', '订单', '联系人', '关系', '文件', '变更记录']) {
    await page.getByRole('tab', { name: tab }).click();
    await settled(page);
    await look(page);
  }
}

describe('无障碍：每一页都没有 axe 问题', () => {
  for (const [area, stops] of Object.entries(AREAS)) {
    test(`${area}，电脑上，浅色与深色`, ({ page }) => visit(page, stops, axeInBothThemes), 120_000);
    test(
      `${area}，手机上`,
      async ({ newPage }) => visit(await newPage({ viewport: PHONE }), stops, axe),
      120_000,
    );
  }

  test('登录与客户页，电脑与手机', async ({ page, newPage }) => {
    await page.goto('/sign-in');
    await page.getByLabel('用户名').waitFor();
    await axeInBothThemes(page);
    await visitCustomer(page, axeInBothThemes);
    await visitCustomer(await newPage({ viewport: PHONE }), axe);
  }, 120_000);

  test('命令面板、通知、筛选', async ({ page }) => {
    await signIn(page, 'admin', { path: '/customers' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '搜索或跳转' }).waitFor();
    await axe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^通知/ }).click();
    await dialog('通知')(page);
    await axe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '筛选' }).click();
    await dialog('筛选')(page);
    await axe(page);
  });
});
