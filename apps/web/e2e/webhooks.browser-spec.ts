import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  allowConsoleError,
  axe,
  expect,
  fresh,
  panel,
  PHONE,
  save,
  settled,
  signIn,
  test,
  unfold,
} from './harness/index.ts';

describe('Webhook 推送', () => {
  const received: { type: string; signature: string }[] = [];
  let status = 200;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer((request, reply) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({
          type: (JSON.parse(body) as { type: string }).type,
          signature: String(request.headers['webhook-signature']),
        });
        reply.writeHead(status).end('收到');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => void server.close());

  test('新建、测试、看记录、对方拒收后重发、更换密钥、删除', async ({ page }) => {
    const name = fresh('ERP ');
    allowConsoleError(page, /422.*\/webhooks\)/);
    await signIn(page, 'admin', { path: '/webhooks' });
    await page.getByRole('button', { name: '新建推送' }).first().click();
    const form = panel(page, 'Webhook 推送');
    await form.getByLabel('名称').fill(name);
    await form.getByLabel('推送地址').fill('https://192.168.1.9/hook');
    await unfold(form.getByLabel('事件', { exact: true }));
    await page.keyboard.type('customer.*');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('地址指向内网，不能推送').waitFor();
    await settled(page);
    await axe(page);
    await form.getByLabel('推送地址').fill(url);
    await save(form);
    const told = panel(page, '签名密钥只显示这一次');
    await expect.poll(() => told.locator('code[data-secret]').innerText()).toMatch(/^whsec_/);
    await told.getByRole('button', { name: '已保存好' }).click();

    await page.getByRole('cell', { name }).click();
    const drawer = panel(page, name);
    await drawer.getByRole('button', { name: '发送测试' }).click();
    const delivered = drawer.getByRole('button', { name: /成功.*测试.*HTTP 200/ });
    await delivered.waitFor();
    await delivered.click();
    await drawer.getByText('收到', { exact: true }).waitFor();
    expect(received.at(-1)).toMatchObject({
      type: 'webhook.test',
      signature: expect.stringMatching(/^v1,\S+$/),
    });
    await settled(page);
    await axe(page);

    status = 410;
    await drawer.getByRole('button', { name: '重新发送' }).click();
    await drawer.getByText('推送已自动停用').waitFor();
    status = 200;
    await drawer.getByRole('button', { name: '启用并补发' }).click();
    await drawer.getByRole('button', { name: '更换密钥' }).click();
    await panel(page, '更换签名密钥？').getByRole('button', { name: '更换密钥' }).click();
    await panel(page, '签名密钥只显示这一次').getByRole('button', { name: '已保存好' }).click();
    await drawer.getByRole('button', { name: '发送测试' }).click();
    await expect.poll(() => received.at(-1)?.signature).toMatch(/^v1,\S+ v1,\S+$/);
    await drawer.getByRole('button', { name: '删除', exact: true }).click();
    await panel(page, '删除推送？').getByRole('button', { name: '删除' }).click();
    await drawer.waitFor({ state: 'detached' });
  });

  test('手机上可用', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'admin', { path: '/webhooks' });
    await page.getByRole('button', { name: '新建推送' }).first().click();
    await panel(page, 'Webhook 推送').getByLabel('名称').waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
