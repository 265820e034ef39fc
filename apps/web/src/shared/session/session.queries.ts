import type { AuthInfo, Me, SignedIn } from '../api/contract';
import { bodyOf, client } from '../api/client';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string;
}

export const signInWith = (credentials: Credentials): Promise<SignedIn> =>
  bodyOf(client.POST('/api/v1/auth/login', { body: credentials }));

/** Answers where to go on, to end the session at the identity provider, too. */
export const signOutHere = async (): Promise<string | null> =>
  (await bodyOf(client.POST('/api/v1/auth/logout'))).continueAt;

export const readMe = (): Promise<Me> => bodyOf(client.GET('/api/v1/me'));

export const readAuthInfo = (): Promise<AuthInfo> => bodyOf(client.GET('/api/v1/auth/info'));

export const rememberLocale = (locale: Me['locale']): Promise<Me> =>
  bodyOf(client.PATCH('/api/v1/me', { body: { locale } }));

export const seeAsUser = (id: string, reason: string) =>
  bodyOf(client.POST('/api/v1/users/{id}/see-as', { params: { path: { id } }, body: { reason } }));

export const endSeeingAs = (): Promise<unknown> => client.POST('/api/v1/me/see-as/end');

export const changeOwnPassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  client.POST('/api/v1/me/password', { body: { currentPassword, newPassword } });
