import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../api/client';

export type Proof = Schema<'ReauthenticateDto'>;

export const beginSecondFactor = (): Promise<Schema<'BegunSecondFactorDto'>> =>
  bodyOf(client.POST('/api/v1/me/second-factor'));

export const confirmSecondFactor = async (code: string): Promise<string[]> =>
  (await bodyOf(client.POST('/api/v1/me/second-factor/confirm', { body: { code } }))).recoveryCodes;

export const switchOffSecondFactor = (proof: Proof): Promise<unknown> =>
  client.POST('/api/v1/me/second-factor/switch-off', { body: proof });

export const renewRecoveryCodes = async (proof: Proof): Promise<string[]> =>
  (await bodyOf(client.POST('/api/v1/me/second-factor/recovery-codes', { body: proof }))).recoveryCodes;
