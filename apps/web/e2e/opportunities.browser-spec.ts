import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import {
  allowConsoleError,
  apiOf,
  axe,
  choose,
  expect,
  fresh,
  panel,
  PHONE,
  pick,
  save,
  settled,
  signIn,
  test,
} from './harness/index.ts';

const column = (page: Page, stage: string): Locator => page.getByRole('region', { name: stage, exact: true });
const card = (page: Page, stage: string, name: string): Locator =>
  column(page, stage).locator('article').filter({ hasText: name });
const countOf = async (page: Page, stage: string): Promise<number> =>
  Number(await column(page, stage).locator('.count').innerText());

/** Drags as a hand does: the library looks at every move. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = (await from.boundingBox())!;
  const end = (await to.boundingBox())!;
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + 34, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + 120, { steps: 20 });
  await page.waitForTimeout(200); // the columns make room with an animation
  await page.mouse.move(end.x + end.width / 2, end.y + 124, { steps: 2 });
  await page.mouse.up();
}

describe('销售机会', () => {
  test('销售员在手机上给客户新建机会、推进阶段、填写原因后丢单', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    const name = fresh('木糖醇试用');
    await signIn(page, 'sales.li', { path: '/customers?stage=formal' });
    await page.locator('.cards button').first().click();
    await page.getByRole('link', { name: '打开详情页' }).click();
    await page.getByRole('tab', { name: '销售机会' }).click();
    await page.getByRole('button', { name: '新建机会' }).click();
    const form = panel(page, '新建机会');
    expect(await form.getByLabel('机会名称').inputValue()).not.toBe('');
    await form.getByLabel('机会名称').fill(name);
    await form.getByLabel('预计金额').fill('38000');
    await settled(page);
    await axe(page);
    await save(form);
    await page.getByRole('link', { name }).click();

    await page.getByRole('heading', { name }).waitFor();
    const stages = page.getByRole('list', { name: '所处阶段，点击可移动' });
    await stages.getByRole('button', { name: '方案报价' }).click();
    const entry = panel(page, '进入“方案报价”前请补充');
    await entry.getByRole('button', { name: '保存' }).click();
    await entry.getByText('此项必填').waitFor();
    await entry.getByLabel('预计成交').fill('2099-03-01');
    await save(entry);
    await expect.poll(() => stages.locator('[aria-current=step]').innerText()).toBe('方案报价');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await page.getByRole('button', { name: '丢单', exact: true }).last().waitFor();
    await stages.getByRole('button', { name: '丢单' }).click();
    const loss = panel(page, '丢单');
    await loss.getByRole('button', { name: '保存' }).click();
    await loss.getByText('此项必填').waitFor();
    await pick(loss, '丢单原因', '价格过高');
    await loss.getByLabel('丢单说明').fill('比对手贵两成');
    await save(loss);
    await page.getByText('比对手贵两成').waitFor();
    await page.getByRole('tab', { name: '阶段经过' }).click();
    await expect
      .poll(() => page.getByRole('tabpanel', { name: '阶段经过' }).innerText())
      .toMatch(/丢单[\s\S]*方案报价[\s\S]*初步接触/);
    expect(await page.getByRole('button', { name: '重新打开' }).count()).toBe(0);
  });

  test('经理在看板上拖动机会，缺少内容时先补充；漏斗能看到它并下钻到列表', async ({ newPage }) => {
    const page = await newPage();
    const name = fresh('焦炭供货');
    await signIn(page, 'manager.east', { path: '/opportunities/board?create=1' });
    const form = panel(page, '新建机会');
    await form.getByLabel('机会名称').fill(name);
    await choose(form, '客户', '有限公司');
    await save(form);
    await card(page, '初步接触', name).waitFor();
    await settled(page);
    await axe(page);

    const before = await countOf(page, '深入沟通');
    await drag(page, card(page, '初步接触', name), column(page, '深入沟通'));
    await card(page, '深入沟通', name).waitFor();
    await expect.poll(() => countOf(page, '深入沟通')).toBe(before + 1);

    // A stage that asks for more: asked for on the spot, and the card stays where it was until then.
    await drag(page, card(page, '深入沟通', name), column(page, '商务谈判'));
    const entry = panel(page, '进入“商务谈判”前请补充');
    await entry.waitFor();
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'detached' });
    await card(page, '深入沟通', name).waitFor();

    // By keyboard, through the card's menu.
    await card(page, '深入沟通', name)
      .getByRole('button', { name: `移动“${name}”` })
      .press('Enter');
    await page.getByRole('menuitem', { name: '移到 赢单' }).press('Enter');
    const won = panel(page, '赢单');
    await won.getByLabel('成交金额').fill('52000');
    await save(won);
    await card(page, '赢单', name).waitFor();

    await page.getByRole('link', { name: '分析', exact: true }).click();
    const funnel = page.getByRole('region', { name: '销售漏斗' });
    await funnel.locator('canvas').waitFor();
    await settled(page);
    await axe(page);
    await funnel.getByRole('button', { name: '查看表格' }).click();
    await funnel.getByRole('button', { name: '赢单' }).click();
    await page.getByText(/^到达过的阶段: (.* \/ )?赢单$/).waitFor();
    await page.getByLabel('在列表中查找').fill(name);
    await page.getByRole('link', { name }).waitFor();
    await expect.poll(() => page.getByRole('table').innerText()).toContain('52,000.00');
  });

  test('两个人同时移动一张卡片，后到的人看到原因，卡片去到现在的位置', async ({ page }) => {
    const name = fresh('抢单');
    allowConsoleError(page, /status of 412 .*\/move/);
    await signIn(page, 'manager.east', { path: '/opportunities/board?create=1' });
    const form = panel(page, '新建机会');
    await form.getByLabel('机会名称').fill(name);
    await choose(form, '客户', '有限公司');
    await save(form);
    await card(page, '初步接触', name).waitFor();
    // Between this hand's letting go and the server's hearing of it, somebody else loses the deal.
    await page.route('**/api/v1/opportunities/*/move', async (route) => {
      const [, path] = /\/api\/v1(.*)move$/.exec(route.request().url())!;
      await (await apiOf('manager.east')).post(`${path}lose`, { lossReason: 'price' });
      await route.continue();
    });
    await drag(page, card(page, '初步接触', name), column(page, '深入沟通'));
    await page.getByText('刚刚已被他人修改').waitFor();
    await card(page, '丢单', name).waitFor();
    expect(await card(page, '深入沟通', name).count()).toBe(0);
  });

  test('管理员新增流程和阶段，用方向键调整顺序', async ({ page }) => {
    const name = fresh('渠道流程');
    await signIn(page, 'admin', { path: '/pipelines' });
    await page.getByRole('button', { name: '新增流程' }).click();
    const form = panel(page, '新增流程');
    await form.getByLabel('中文名称').fill(name);
    await save(form);
    await page.getByRole('tab', { name, selected: true }).waitFor();
    const pane = page.getByRole('tabpanel', { name });
    await pane.getByRole('button', { name: '新增阶段' }).click();
    const stage = panel(page, '新增阶段');
    await stage.getByLabel('中文名称').fill('试点供货');
    await save(stage);
    await pane.getByRole('button', { name: '“试点供货”上移' }).click();
    await expect
      .poll(() => pane.locator('.label').allInnerTexts())
      .toEqual(['初步接触', '试点供货', '方案报价', '赢单', '丢单']);
    await page.reload();
    await expect
      .poll(() => pane.locator('.label').allInnerTexts())
      .toEqual(['初步接触', '试点供货', '方案报价', '赢单', '丢单']);
    await settled(page);
    await axe(page);
    await pane.getByRole('button', { name: '停用' }).first().click();
    await panel(page, '停用').getByRole('button', { name: '停用' }).click();
    await pane.getByText('已停用').first().waitFor();
  });
});
