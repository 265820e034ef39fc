import { createEventHook } from '@vueuse/core';
import type { SignedIn } from './contract';

/** The access token lives in memory only; what survives a reload is the httpOnly refresh cookie. */
let current: { token: string; expiresAt: number } | null = null;
/** Remembers that there may be a session to restore, so that a first visit asks the server for none. */
const SESSION_HINT = 'juke.session';
const RENEWAL_KEY = 'juke.renewal';
let renewal: Promise<SignedIn | null> | null = null;

/** While one sees as another user: her eyes, this browser's session. It is in memory only, so a reload ends it here. */
let view: string | null = null;

export const beginView = (token: string): void => void (view = token);
export const endView = (): void => void (view = null);

const renewed = createEventHook<SignedIn>();
const ended = createEventHook<void>();
export const onAccessRenewed = renewed.on;
/** Fires when the server no longer accepts this browser's session. */
export const onSessionEnded = ended.on;

export function grantAccess(signedIn: SignedIn): void {
  current = { token: signedIn.accessToken, expiresAt: Date.now() + signedIn.expiresIn * 1000 };
  localStorage.setItem(SESSION_HINT, '1');
}

export function dropAccess(): void {
  current = null;
  localStorage.removeItem(SESSION_HINT);
}

export const mayHaveSession = (): boolean => localStorage.getItem(SESSION_HINT) !== null;

/**
 * Names the question until it is answered: a page that is left or loaded again meanwhile loses the answer and the new cookie,
 * and the next one asks the same again instead of seeming to be a thief.
 */
function renewalKey(): string {
  const kept = localStorage.getItem(RENEWAL_KEY);
  if (kept) return kept;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  localStorage.setItem(RENEWAL_KEY, key);
  return key;
}

async function requestRenewal(): Promise<SignedIn | null> {
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Idempotency-Key': renewalKey() },
  });
  if (response.status >= 500) throw new TypeError('The server cannot renew the session now.');
  localStorage.removeItem(RENEWAL_KEY);
  if (!response.ok) return null;
  const signedIn = (await response.json()) as SignedIn;
  grantAccess(signedIn);
  await renewed.trigger(signedIn);
  return signedIn;
}

/**
 * Rotates the refresh cookie, once however many callers ask. Tabs share the cookie and a reused one ends the whole
 * family on the server, so tabs take turns through a Web Lock.
 *
 * @returns the renewed session, or null when there is none to renew
 * @throws TypeError when the server is away
 */
export function renewAccess(): Promise<SignedIn | null> {
  renewal ??= (
    navigator.locks
      ? (navigator.locks.request('juke-session', requestRenewal) as Promise<SignedIn | null>)
      : requestRenewal()
  ).finally(() => {
    renewal = null;
  });
  return renewal;
}

function authorize(request: Request): Request {
  const token = view ?? current?.token;
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

/** `fetch` with the session's token; a refused token is renewed and the request sent once more. */
export async function authorizedFetch(request: Request): Promise<Response> {
  if (
    /\/auth\/(login|refresh|logout|info|link|set-password|forgotten-password)$/.test(
      new URL(request.url).pathname,
    )
  )
    return fetch(authorize(request));
  if (view) return fetchAsSeen(request);
  const again = request.clone();
  const sentWith = await usableToken();
  const response = await fetch(authorize(request));
  if (response.status !== 401) return response;
  // Another call may have renewed the token while this one was under way.
  const usable = sentWith !== (current?.token ?? null) ? current !== null : (await renewAccess()) !== null;
  if (usable) return fetch(authorize(again));
  dropAccess();
  await ended.trigger();
  return response;
}

/** A look that is over does not go on as somebody else unseen: the page begins anew, as oneself. */
async function fetchAsSeen(request: Request): Promise<Response> {
  const response = await fetch(authorize(request));
  if (response.status === 401) location.assign('/');
  return response;
}

/** The token for transports other than `fetch`, renewed when it is about to expire; null when signed out. */
export async function usableToken(): Promise<string | null> {
  const SOON = 15_000;
  if (view) return view;
  if (current && current.expiresAt - Date.now() < SOON) await renewAccess();
  return current?.token ?? null;
}
