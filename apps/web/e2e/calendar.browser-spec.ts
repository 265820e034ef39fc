import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  axe,
  choose,
  expect,
  fresh,
  panel,
  PHONE,
  save,
  settled,
  signIn,
  test,
} from './harness/index.ts';

/** Days of the company's clock, as the browser's. */
const dayFromToday = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
/** The middle of the row of an hour, in the column of a day. */
async function slot(page: Page, day: string, time: string): Promise<{ x: number; y: number }> {
  const column = (await page.locator(`.fc-timegrid-col[data-date="${day}"]`).boundingBox())!;
  const row = (await page.locator(`.fc-timegrid-slot-lane[data-time="${time}:00"]`).boundingBox())!;
  return { x: column.x + column.width / 2, y: row.y + 4 };
}

/** Taken at its beginning. */
async function drag(page: Page, entry: Locator, to: { x: number; y: number }): Promise<void> {
  await entry.hover({ position: { x: 40, y: 4 } });
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

describe('日程', () => {
  test('销售员在手机上安排一次拜访，完成后记录结果和下一步', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    const name = fresh('日程客户 ');
    await signIn(page, 'sales.li', { path: '/customers?create=1' });
    const customer = panel(page, '新建客户');
    await customer.getByLabel('客户名称').fill(name);
    await save(customer);

    await page.goto('/calendar');
    await page.getByRole('button', { name: '安排日程' }).tap();
    const plan = panel(page, '安排日程');
    await choose(plan, '客户', name);
    await plan.getByLabel('主题').fill('送样品');
    await plan.getByLabel('开始').fill(`${dayFromToday(0)}T09:30`);
    expect(await plan.getByLabel('结束').inputValue()).toBe(`${dayFromToday(0)}T10:30`);
    await save(plan);
    const entry = page.locator('.fc-list-event').filter({ hasText: name });
    await entry.waitFor();
    await expect.poll(() => entry.innerText()).toMatch(/09:30\s*-\s*10:30/);
    expect(await page.locator('#main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    await settled(page);
    await axe(page);

    await entry.locator('.fc-list-event-title').tap();
    const drawer = panel(page, '送样品');
    await drawer.getByRole('button', { name: '完成并记录结果' }).tap();
    const result = panel(page, '记录结果');
    await result.getByLabel('结果').fill('样品合格，要求报价');
    await result.getByLabel('下次跟进').fill(dayFromToday(0));
    await result.getByRole('button', { name: '完成' }).tap();
    await result.waitFor({ state: 'detached' });
    await drawer.getByRole('button', { name: '查看跟进记录' }).tap();
    await panel(page, '跟进记录').getByText('样品合格，要求报价').waitFor();
    await page.goto('/');
    await page.getByRole('region', { name: '我的一天' }).getByText(`拜访 · 送样品 · ${name}`).waitFor();
    await page.getByRole('link', { name: `跟进 · ${name}` }).waitFor();
  });

  test('经理在电脑上拖动下属的日程，也能用键盘移动；别人先改了会提示', async ({ newPage, page }) => {
    const subject = fresh('季度回顾 ');
    await signIn(page, 'manager.east', { path: '/calendar?day=2032-03-02' });
    await choose(page.locator('.tools'), '查看谁的日程', '李娜');
    await page.keyboard.press('Escape');
    await page.locator('.fc-timegrid-col[data-date="2032-03-01"]').press('Enter');
    const keyed = panel(page, '安排日程');
    expect(await keyed.getByLabel('开始').inputValue()).toBe('2032-03-01T09:00');
    await keyed.getByRole('button', { name: '取消' }).click();
    await keyed.waitFor({ state: 'detached' });
    const { x, y } = await slot(page, '2032-03-02', '10:00');
    await page.mouse.click(x, y);
    const plan = panel(page, '安排日程');
    expect(await plan.getByLabel('开始').inputValue()).toBe('2032-03-02T10:00');
    await plan.getByLabel('主题').fill(subject);
    await save(plan);
    const entry = page.locator('.fc-event').filter({ hasText: subject });
    await entry.waitFor();

    const to = await slot(page, '2032-03-04', '14:00');
    await drag(page, entry, to);
    await page.getByText('已移到 2032/03/04 14:00–15:00').waitFor();
    await expect.poll(() => entry.innerText()).toContain('14:00');

    await entry.focus();
    await page.keyboard.press('Enter');
    const drawer = panel(page, subject);
    await drawer.getByRole('button', { name: '后一天' }).press('Enter');
    await page.getByText('已移到 2032/03/05 14:00–15:00').waitFor();
    await expect.poll(() => drawer.innerText()).toContain('2032/03/05');
    await drawer.getByRole('button', { name: '延长 30 分钟' }).press('Enter');
    await page.getByText('已移到 2032/03/05 14:00–15:30').waitFor();
    await drawer.getByRole('button', { name: '关闭' }).click();

    // The salesperson sees it move, without a reload.
    const hers = await newPage();
    await signIn(hers, 'sales.li', { path: '/calendar?day=2032-03-05' });
    const hersEntry = hers.locator('.fc-event').filter({ hasText: subject });
    await expect.poll(() => hersEntry.innerText()).toContain('14:00');
    await page.locator('.views').getByText('月', { exact: true }).click();
    const cell = (day: string) => page.locator(`.fc-daygrid-day[data-date="${day}"]`);
    await cell('2032-03-05').locator('.fc-event').filter({ hasText: subject }).dragTo(cell('2032-03-03'));
    await page.getByText('已移到 2032/03/03 14:00–15:30').waitFor();
    await expect
      .poll(() => hers.locator('.fc-timegrid-col[data-date="2032-03-03"]').innerText())
      .toContain(subject);
    await settled(page);
    await axe(page);

    // She moves it while the manager's page does not hear of it.
    allowConsoleError(page, /status of 412/);
    const heard = page.waitForResponse(/api\/v1\/calendar/);
    await page.locator('.views').getByText('周', { exact: true }).click();
    const body = await (await heard).text();
    await page.route(/api\/v1\/calendar/, (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    );
    await hersEntry.click();
    await panel(hers, subject).getByRole('button', { name: '后一周' }).click();
    await hers.getByText('已移到 2032/03/10').waitFor();
    await drag(page, entry, await slot(page, '2032-03-04', '14:00'));
    await page.getByText('刚刚有人改过这一项').waitFor();
  });
});
