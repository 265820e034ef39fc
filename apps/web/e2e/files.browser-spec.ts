import { deflateSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
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
} from './harness/index.ts';

const MB = 1024 * 1024;

/** A picture of one colour that any program can show; `padding` bytes after its end make it as large as wanted. */
function picture(padding = 0): Buffer {
  const crcOf = (bytes: Buffer): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crcOf(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from('00000040000000400802000000', 'hex');
  const rows = Buffer.alloc(64 * (1 + 64 * 3), 0x60);
  for (let row = 0; row < 64; row += 1) rows[row * 193] = 0;
  const image = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...image, Buffer.alloc(padding, 7)]);
}

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Lets go of files over an element, as a hand with a mouse does. */
async function drop(target: Locator, files: readonly Dropped[]): Promise<void> {
  const sent = files.map(({ name, type, content }) => ({ name, type, base64: content.toString('base64') }));
  await target.evaluate((element, given) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, sent);
}

async function newCustomer(page: Page, name: string): Promise<string> {
  await signIn(page, 'sales.li', { path: '/customers?create=1' });
  const form = panel(page, '新建客户');
  await form.getByLabel('客户名称').fill(name);
  await save(form);
  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('link', { name: '打开详情页' }).click();
  await page.getByRole('tab', { name: '文件' }).click();
  return new URL(page.url()).pathname;
}

describe('文件', () => {
  test('拖放上传，断线后续传，预览，新版本，动态；别的区域的销售员看不到', async ({ page, newPage }) => {
    allowConsoleError(page, /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|ERR_FAILED/); // the broken line below
    const path = await newCustomer(page, fresh('有文件 '));
    const tab = page.getByRole('tabpanel', { name: '文件' });
    await tab.getByText('还没有文件').waitFor();

    // The line breaks after the first piece, twice; nothing that had come is sent again.
    const offsets: number[] = [];
    let breaks = 2;
    await page.route('**/api/v1/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      const offset = Number(request.headers()['upload-offset']);
      if (offset > 0 && breaks > 0) {
        breaks -= 1;
        return route.abort('connectionreset');
      }
      offsets.push(offset);
      return route.continue();
    });
    const large = picture(3 * MB);
    await drop(page.locator('.detail header'), [
      { name: '厂区照片.png', type: 'image/png', content: large },
      { name: '拜访纪要.txt', type: 'text/plain', content: Buffer.from('客户下月扩产') },
    ]);
    await tab.getByText('网络中断，恢复后自动从断点继续').waitFor();
    await tab.getByRole('button', { name: '厂区照片.png', exact: true }).waitFor();
    await tab.getByRole('button', { name: '拜访纪要.txt', exact: true }).waitFor();
    expect(offsets).toEqual([0, MB, 2 * MB, 3 * MB]);
    await page.unroute('**/api/v1/uploads/*');

    await tab.getByRole('button', { name: '厂区照片.png', exact: true }).click();
    const viewer = page.getByRole('dialog', { name: '厂区照片.png' });
    const image = viewer.getByRole('img', { name: '厂区照片.png' });
    await image.waitFor();
    await expect.poll(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)).toBe(64);
    await settled(page);
    await axe(page);
    await page.keyboard.press('ArrowRight');
    const note = page.getByRole('dialog', { name: '拜访纪要.txt' });
    await note.getByText('客户下月扩产').waitFor();
    await note.getByRole('button', { name: '上一个' }).click();
    await image.waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });

    const again = page.waitForEvent('filechooser');
    await tab.getByLabel('上传“厂区照片.png”的新版本').click({ force: true });
    await (await again).setFiles({ name: '厂区照片 新.png', mimeType: 'image/png', buffer: picture() });
    await tab.getByRole('button', { name: '“厂区照片 新.png”的各个版本' }).click();
    const versions = panel(page, '“厂区照片 新.png”的各个版本');
    await versions.getByText('第 2 版').waitFor();
    const download = page.waitForEvent('download');
    await versions.getByRole('button', { name: '下载第 1 版' }).click();
    expect((await download).suggestedFilename()).toBe('厂区照片.png');
    await page.mouse.move(0, 0); // a link under the mouse is paler
    await settled(page);
    await axe(page);
    await versions.getByRole('button', { name: '关闭' }).click();

    await tab.getByRole('button', { name: '添加链接' }).click();
    const link = panel(page, '添加链接');
    await link.getByLabel('网址').fill('https://example.com/catalogue');
    await link.getByLabel('名称').fill('产品目录');
    await save(link);
    expect(await tab.getByRole('link', { name: '产品目录' }).getAttribute('rel')).toContain('noopener');

    await page.getByRole('tab', { name: '动态' }).click();
    const timeline = page.getByRole('tabpanel', { name: '动态' });
    for (const sentence of ['上传了新版本', '添加了链接', '新建客户'])
      await timeline.getByText(sentence).first().waitFor();
    await timeline.getByRole('button', { name: '拜访纪要.txt' }).click();
    await page.getByRole('dialog', { name: '拜访纪要.txt' }).getByText('客户下月扩产').waitFor();
    await page.keyboard.press('Escape');

    const zhao = await newPage();
    allowConsoleError(zhao, /status of 404/);
    await signIn(zhao, 'sales.zhao', { path: `${path}?tab=files` });
    await zhao.getByText('内容不存在，或者您无权查看。').first().waitFor();
  }, 120_000);

  test('手机上记拜访时拍照上传', async ({ newPage }) => {
    const page = await newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await signIn(page, 'sales.li', { path: '/customers?stage=formal' });
    await page.locator('.cards button').first().click();
    await page.getByRole('link', { name: '打开详情页' }).click();
    await page.getByRole('button', { name: '记拜访' }).click();
    const form = panel(page, '记拜访');
    const note = fresh('看样 ');
    await form.getByLabel('内容').fill(note);
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: picture() });
    await form.getByRole('button', { name: '移除“现场.png”' }).waitFor();
    await save(form);
    await page.getByRole('tab', { name: '动态' }).click();
    const entry = page
      .getByRole('tabpanel', { name: '动态' })
      .getByRole('listitem')
      .filter({ hasText: note });
    await entry.getByRole('button', { name: '现场.png' }).click();
    await page.getByRole('dialog', { name: '现场.png' }).locator('img').waitFor();
    await settled(page);
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
