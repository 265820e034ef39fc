import { DEMO_PASSWORD } from '../../dist/system-admin/index.js';

/**
 * @param {string} url of the API
 * @param {string} username of a demo account
 * @returns {Promise<{ authorization: string }>} headers of a signed-in caller
 */
export async function signIn(url, username) {
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in as ${username} answered ${answer.status}.`);
  return { authorization: `Bearer ${(await answer.json()).accessToken}` };
}
