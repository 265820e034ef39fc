import { addBarePage } from './bare-page.mjs';

const USERNAME = 'manager.east';
const PASSWORD = 'Juke-demo-2026';

/**
 * @param {string} url of the product
 * @returns {Promise<Record<string, string>>} headers of a request by a sales manager
 */
export async function signedInHeaders(url) {
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: USERNAME, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  return { authorization: `Bearer ${(await answer.json()).accessToken}`, 'content-type': 'application/json' };
}

/**
 * A page with an empty cache, signed in and not yet anywhere.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function freshPage(browser, url) {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  await addBarePage(context);
  await context.addInitScript(() => localStorage.setItem('juke.session', '1'));
  const page = await context.newPage();
  const answer = await page.request.post('/api/v1/auth/login', {
    data: { username: USERNAME, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
  return page;
}
