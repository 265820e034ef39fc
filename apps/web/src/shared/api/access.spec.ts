import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { authorizedFetch, dropAccess, grantAccess, onSessionEnded, renewAccess } from './access';
import type { Me, SignedIn } from './contract';

const user = { id: 'u1', username: 'lina' } as Me;
const session = (accessToken: string): SignedIn => ({ accessToken, expiresIn: 900, user });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const request = (path: string) => new Request(`http://localhost/api/v1${path}`);

/** A server that accepts one token and renews to it, or not at all. */
function serverAccepting(token: string, canRenew = true) {
  const calls: string[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const isRenewal = typeof input === 'string';
    calls.push(isRenewal ? 'renewal' : (input.headers.get('Authorization') ?? 'none'));
    if (isRenewal) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return canRenew ? json(session(token)) : json({}, 401);
    }
    return input.headers.get('Authorization') === `Bearer ${token}` ? json({ ok: true }) : json({}, 401);
  });
  return calls;
}

describe('Access token', () => {
  beforeEach(() => grantAccess(session('old')));
  afterEach(() => {
    dropAccess();
    vi.unstubAllGlobals();
  });

  it('is renewed once for many calls refused at the same time, and each is sent again', async () => {
    const calls = serverAccepting('new');
    const responses = await Promise.all(['/a', '/b', '/c'].map((path) => authorizedFetch(request(path))));
    expect(responses.map((response) => response.status)).toEqual([200, 200, 200]);
    expect(calls.filter((call) => call === 'renewal')).toHaveLength(1);
    expect(calls.filter((call) => call === 'Bearer new')).toHaveLength(3);
  });

  it('is renewed before a call when it is about to expire', async () => {
    grantAccess({ ...session('old'), expiresIn: 5 });
    const calls = serverAccepting('new');
    await authorizedFetch(request('/a'));
    expect(calls).toEqual(['renewal', 'Bearer new']);
  });

  it('ends the session, once, when the server renews it no more', async () => {
    const calls = serverAccepting('new', false);
    const ended = vi.fn();
    const { off } = onSessionEnded(ended);
    const response = await authorizedFetch(request('/a'));
    off();
    expect(response.status).toBe(401);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(calls).toEqual(['Bearer old', 'renewal']);
  });

  it('does not renew for a refused sign-in', async () => {
    const calls = serverAccepting('new');
    const response = await authorizedFetch(request('/auth/login'));
    expect(response.status).toBe(401);
    expect(calls).not.toContain('renewal');
  });

  it('tells a server that is away from a session that is over', async () => {
    vi.stubGlobal('fetch', async () => json({}, 503));
    await expect(renewAccess()).rejects.toThrow(TypeError);
  });
});
