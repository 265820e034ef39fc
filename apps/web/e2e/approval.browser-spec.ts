import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, choose, fresh, type NewPage, panel, PHONE, pick, save, signIn, test } from './harness/index.ts';

const onPhone = (newPage: NewPage) => newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
const done = (drawer: Locator) => drawer.getByRole('button', { name: '完成' }).click();

async function add(page: Page, after: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `在“${after}”之后添加` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

/** Chooses one of a few fixed words. */
/** Above 100,000 finance and sales agree together within two days; below, the leader alone. */
async function drawFlow(page: Page): Promise<void> {
  await signIn(page, 'admin', { path: '/approval-flows' });
  await page.getByRole('button', { name: '新增流程' }).click();
  const form = panel(page, '新增流程');
  await form.getByLabel('流程名称').fill(fresh('额度会签'));
  if (await form.getByRole('combobox', { name: '单据类型' }).count())
    await choose(form, '单据类型', '信用额度调整');
  await save(form);

  const switchOn = page.getByRole('button', { name: '启用', exact: true });
  await page.getByRole('button', { name: '删除“部门负责人审批”' }).click();
  await page.getByText('流程没有审批节点。').waitFor();
  await expect.poll(() => switchOn.isDisabled()).toBe(true);

  await add(page, '提交', '条件分支');
  const condition = panel(page, '条件');
  await condition.getByText('请设置条件').waitFor();
  await condition.getByLabel('名称').fill('超过 10 万');
  await condition.getByRole('button', { name: '添加条件项' }).click();
  await condition.getByLabel('比较值').fill('100000');
  await condition.getByLabel('比较值').blur();
  await done(condition);

  await add(page, '条件 1', '审批节点');
  const stage = panel(page, '审批节点');
  await stage.getByLabel('名称').fill('财务与销售会签');
  const rules = stage.getByRole('listitem').filter({ has: page.getByLabel('人员类型') });
  await pick(stage, '人员类型', '部门负责人');
  await choose(stage, '部门', '华东销售部');
  await stage.getByRole('button', { name: '添加人员' }).click();
  await choose(rules.nth(1), '部门', '财务部');
  await stage.getByText('限时处理').click();
  await pick(stage, '期限单位', '天');
  await done(stage);

  await add(page, '其他情况', '审批节点');
  await done(stage);
  await page.getByText('2 天内处理，超期请其上级一并处理').waitFor();
  await axe(page);
  await page.getByRole('button', { name: '试走' }).click();
  const tried = panel(page, '试走流程');
  await tried.getByLabel('新额度').fill('100000.01');
  await tried.getByRole('listitem').filter({ hasText: '财务与销售会签' }).waitFor();
  await tried.getByRole('button', { name: '关闭' }).click();
  await switchOn.click();
  await page.getByText('已启用，新提交的单据按此版本审批').waitFor();
}

/** Asks for 300,000 on the page of a customer of her own. */
async function ask(page: Page): Promise<string> {
  await signIn(page, 'sales.li', { path: '/customers?create=1' });
  const name = fresh('额度客户');
  const customer = panel(page, '新建客户');
  await customer.getByLabel('客户名称').fill(name);
  await save(customer);
  await page.getByRole('button', { name }).tap();
  await panel(page, name).getByRole('link', { name: '打开详情页' }).tap();
  await page.getByRole('button', { name: '申请调整额度' }).tap();
  const form = panel(page, '申请调整额度');
  await form.getByText('未约定额度').waitFor();
  await form.getByLabel('申请额度').fill('300000');
  await form.getByLabel('申请账期').fill('60');
  await form.getByLabel('申请理由').fill('年度合同已签，首批集中发货。');
  await save(form);
  await submit(page);
  return name;
}

async function submit(page: Page): Promise<void> {
  const drawer = panel(page, '提交审批');
  await drawer.getByText('财务与销售会签').waitFor();
  await drawer.getByRole('button', { name: '提交', exact: true }).tap();
  await drawer.waitFor({ state: 'detached' });
  await page.getByText('审批中').first().waitFor();
}

async function openFromInbox(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).tap();
  await page.getByRole('heading', { name }).waitFor();
}

describe('审批', () => {
  test('画流程、手机上申请、退回、看到变化、会签通过，记录完整', async ({ newPage }) => {
    const admin = await newPage();
    await drawFlow(admin);

    const li = await onPhone(newPage);
    const name = await ask(li);

    const finance = await onPhone(newPage);
    await signIn(finance, 'finance', { path: '/approvals' });
    await openFromInbox(finance, name);
    await axe(finance);
    await finance.getByRole('button', { name: '退回' }).tap();
    const back = panel(finance, '退回');
    await back.getByRole('textbox', { name: '原因' }).fill('额度偏高，请按销售额的三成测算。');
    await back.getByRole('button', { name: '确认退回' }).tap();
    await back.waitFor({ state: 'detached' });

    await li.getByText('已退回：额度偏高').waitFor();
    await li.getByRole('button', { name: '编辑' }).tap();
    const form = panel(li, '修改申请');
    await form.getByLabel('申请额度').fill('200000');
    await save(form);
    await li.getByRole('button', { name: '重新提交' }).tap();
    await submit(li);

    const changes = finance.getByRole('region', { name: '与上一轮相比的变化' });
    await changes.getByText('信用额度').waitFor();
    await changes.getByText('¥300,000.00').first().waitFor();
    await changes.getByText('¥200,000.00').first().waitFor();
    await finance.getByRole('button', { name: '同意', exact: true }).dblclick();
    await finance.getByText('1/2', { exact: true }).waitFor();

    const manager = await onPhone(newPage);
    await signIn(manager, 'manager.east', { path: '/approvals' });
    await openFromInbox(manager, name);
    await manager.getByLabel('审批意见').fill('同意，按月对账。');
    await manager.getByRole('button', { name: '同意', exact: true }).tap();
    await manager.getByText('已通过').first().waitFor();

    // Who saw, said and decided, on which version.
    const told = manager.getByRole('region', { name: '审批记录' }).getByRole('listitem');
    const lines = (await told.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    const about = (word: string) => lines.filter((line) => line.includes(word));
    expect(about('查看了单据').filter((line) => !line.startsWith('李娜'))).toEqual([
      expect.stringMatching(/^钱会 .*第 1 轮/),
      expect.stringMatching(/^钱会 .*第 2 轮/),
      expect.stringMatching(/^林海燕 .*第 2 轮/),
    ]);
    expect(about('退回提交人')).toEqual([expect.stringMatching(/^钱会 .*额度偏高.*第 1 轮/)]);
    expect(about('同意').filter((line) => line.includes('会签'))).toEqual([
      expect.stringMatching(/^钱会 .*第 2 轮/),
      expect.stringMatching(/^林海燕 .*按月对账.*第 2 轮/),
    ]);
    expect(about('提交了审批')).toEqual([
      expect.stringContaining('第 1 轮'),
      expect.stringContaining('第 2 轮'),
    ]);
    expect(lines.at(-1)).toContain('审批通过');

    await li.getByText('已生效').first().waitFor();
    await li.getByRole('link', { name }).tap();
    await li.getByText('¥200,000.00 · 60 天').waitFor();
    await restoreDemoFlow(admin);
  }, 90_000);
});

/** Other tests find the demo company's own flow switched on. */
async function restoreDemoFlow(page: Page): Promise<void> {
  await page.goto('/approval-flows');
  await page.getByText('信用额度:按金额分级').first().click();
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByText('已启用，新提交的单据按此版本审批').waitFor();
}
