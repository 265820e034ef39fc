import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { apiOf, axe, expect, fresh, panel, PHONE, save, settled, signIn, test } from './harness/index.ts';

const CUSTOMER_PAGE = '/customers?stage=formal';

/** A day has one report: a second try is another salesperson's. */
const TEAMS = [
  { seller: 'sales.li', name: '李娜', manager: 'manager.east', managerName: '林海燕', forgetful: '王磊' },
  { seller: 'sales.zhao', name: '赵敏', manager: 'manager.west', managerName: '马志强' },
] as const;

async function teamToReport(): Promise<(typeof TEAMS)[number]> {
  for (const team of TEAMS) {
    const api = await apiOf(team.seller);
    const { reportId } = await api.get<{ reportId: string | null }>('/daily-reports/draft');
    if (reportId === null) return team;
  }
  throw new Error('Every team has handed in its reports of today.');
}

/** What the salesperson does before she writes: a visit with what is next, a task done, a deal moved. */
async function work(page: Page, visit: string, task: string, deal: string): Promise<void> {
  await page.goto(CUSTOMER_PAGE);
  await page.locator('.cards button').first().click();
  await page.getByRole('link', { name: '打开详情页' }).click();
  await page.getByRole('button', { name: '记拜访' }).click();
  const log = panel(page, '记拜访');
  await log.getByLabel('内容').fill(visit);
  await log.getByLabel('下次跟进').fill('2099-01-15');
  await log.getByLabel('下一步').fill('寄样品');
  await save(log);
  await page.getByRole('button', { name: '建任务' }).click();
  const toDo = panel(page, '建任务');
  await toDo.getByLabel('任务').fill(task);
  await save(toDo);
  await page.getByRole('tab', { name: '销售机会' }).click();
  await page.getByRole('button', { name: '新建机会' }).click();
  const form = panel(page, '新建机会');
  await form.getByLabel('机会名称').fill(deal);
  await form.getByLabel('预计金额').fill('38000');
  await form.getByLabel('预计成交').fill('2099-03-01');
  await save(form);
  await page.getByRole('link', { name: deal }).click();
  const stages = page.getByRole('list', { name: '所处阶段，点击可移动' });
  await stages.getByRole('button', { name: '方案报价' }).click();
  await expect.poll(() => stages.locator('[aria-current=step]').innerText()).toBe('方案报价');
  await page.goto(`/tasks?q=${encodeURIComponent(task)}`);
  await page.locator('.cards button').filter({ hasText: task }).click();
  await page.getByRole('button', { name: '标为完成' }).click();
  await page.getByRole('button', { name: '重新打开' }).waitFor();
}

describe('一周的工作', () => {
  test('销售员在手机上跟进并写日报，经理看谁没交、看数字、点评，销售员收到', async ({ page, newPage }) => {
    const [visit, task, deal, said] = ['谈下月用量 ', '寄样品 ', '年度采购 ', '客户很满意 '].map(fresh) as [
      string,
      string,
      string,
      string,
    ];
    const phone = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    const { seller, name, manager, managerName, ...team } = await teamToReport();
    await signIn(phone, seller);
    await work(phone, visit, task, deal);

    await phone.goto('/daily-reports');
    await phone.getByRole('button', { name: '写日报' }).click();
    const facts = phone.getByRole('region', { name: '当天记录' });
    await facts.getByRole('region', { name: '跟进' }).waitFor();
    // A day on which much was done shows its beginning first.
    for (let folded = facts.getByRole('button', { name: /展开全部/ }); (await folded.count()) > 0;)
      await folded.first().click();
    await facts.getByText(visit).waitFor();
    await facts.getByText(task).waitFor();
    await facts.getByText('进入 方案报价').first().waitFor();
    await phone.getByRole('button', { name: '填入当天记录' }).click();
    const summary = phone.getByLabel('今日总结');
    expect(await summary.inputValue()).toContain(visit);
    await summary.fill(`${await summary.inputValue()}\n${said}`);
    await phone.getByLabel('明日计划').fill('寄样品后电话确认');
    await settled(phone);
    await axe(phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await phone.getByRole('button', { name: '提交日报' }).click();
    await phone.getByText(said).waitFor();
    await phone.getByText('未阅').waitFor();

    // The manager: who has handed in and who has not, and what is behind a figure.
    await signIn(page, manager, { path: '/daily-reports/team' });
    const line = (who: string) => page.getByRole('row').filter({ hasText: who });
    await line(name).getByRole('link', { name: /待阅/ }).waitFor();
    expect(await line(name).innerText()).not.toContain('今天未交');
    if ('forgetful' in team) await line(team.forgetful).locator('.day').first().waitFor(); // whatever day it is
    const figure = line(name).getByRole('link', { name: new RegExp(`${name} 跟进 `) });
    const count = await figure.innerText();
    await figure.click();
    await page.getByText(`共 ${count} 条`).waitFor();
    await page.getByText(visit).first().waitFor();
    await page.goBack();
    await line(name).getByRole('link', { name: /待阅/ }).click();
    await page.locator('a.title').first().click();
    const report = page.locator('#main');
    await report.getByText(said).waitFor();
    await report.getByText(`${managerName}已阅`).waitFor();
    await report.getByRole('link', { name: /^下一份未阅/ }).waitFor();
    await report.getByRole('link', { name: deal }).first().waitFor();
    await report.getByRole('textbox', { name: '点评' }).fill('价格先不要松口');
    await report.getByRole('button', { name: '点评' }).click();
    await report.getByRole('region', { name: '点评与补充' }).getByText('价格先不要松口').waitFor();

    // She is told at once, finds the comment, and can only add to what was read.
    await phone.getByRole('button', { name: /^通知/ }).click();
    await panel(phone, '通知')
      .getByText(new RegExp(`${managerName} 点评了您.*价格先不要松口`))
      .click();
    await phone.getByText('价格先不要松口').waitFor();
    expect(await phone.getByRole('button', { name: '编辑' }).count()).toBe(0);
    await phone.getByRole('textbox', { name: '补充' }).fill('好的，等对方回复');
    await phone.getByRole('button', { name: '补充' }).click();
    await phone.getByText('好的，等对方回复').waitFor();
    await settled(phone);
    await axe(phone);
  }, 60_000);
});
