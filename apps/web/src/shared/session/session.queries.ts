import type { AuthInfo, Me, SignedIn } from '../api/contract';
import { bodyOf, client } from '../api/client';

export const signInWith = (username: string, password: string): Promise<SignedIn> =>
  bodyOf(client.POST('/api/v1/auth/login', { body: { username, password } }));

export const signOutHere = (): Promise<unknown> => client.POST('/api/v1/auth/logout');

export const readAuthInfo = (): Promise<AuthInfo> => bodyOf(client.GET('/api/v1/auth/info'));

export const rememberLocale = (locale: Me['locale']): Promise<Me> =>
  bodyOf(client.PATCH('/api/v1/me', { body: { locale } }));

export const changeOwnPassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  client.POST('/api/v1/me/password', { body: { currentPassword, newPassword } });
