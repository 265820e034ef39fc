import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from './sign-in.ts';

/** A page of a list. */
export interface Items<T> {
  readonly items: T[];
}

/** The API in somebody's name, for what a test needs to be there; the sessions of its pages hear nothing of it. */
export async function apiOf(username: string) {
  const call = async <T>(method: string, path: string, data?: unknown, token?: string): Promise<T> => {
    const answer = await fetch(`${inject('productUrl')}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(data !== undefined && { 'content-type': 'application/json' }),
      },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    });
    const text = await answer.text();
    expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
    return (text ? JSON.parse(text) : undefined) as T;
  };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/auth/login', {
    username,
    password: DEMO_PASSWORD,
  });
  return {
    get: <T>(path: string) => call<T>('GET', path, undefined, accessToken),
    post: <T>(path: string, data?: unknown) => call<T>('POST', path, data, accessToken),
    patch: <T>(path: string, data: unknown) => call<T>('PATCH', path, data, accessToken),
  };
}
export type Api = Awaited<ReturnType<typeof apiOf>>;
