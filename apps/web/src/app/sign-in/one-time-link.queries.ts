import { bodyOf, client } from '../../shared/api/client';
import type { Schema } from '@juke/api-client';

export type OneTimeLink = Schema<'LinkDto'>;

export const askForLink = (account: string): Promise<unknown> =>
  client.POST('/api/v1/auth/forgotten-password', { body: { account } });

export const readLink = (token: string): Promise<OneTimeLink> =>
  bodyOf(client.POST('/api/v1/auth/link', { body: { token } }));

export const setPasswordByLink = (token: string, newPassword: string): Promise<unknown> =>
  client.POST('/api/v1/auth/set-password', { body: { token, newPassword } });
