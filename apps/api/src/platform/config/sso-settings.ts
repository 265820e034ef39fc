import type { SettingsReader } from './settings-reader.js';

/** Single sign-on at one OpenID Connect provider. */
export interface SsoSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client: PKCE alone protects the exchange. */
  readonly clientSecret: string | undefined;
  /** Words on the sign-in button, `企业微信登录`. */
  readonly label: string | undefined;
  /** Claim that names an existing user at her first sign-in; afterwards issuer and subject do. */
  readonly matchBy: 'email' | 'username';
  /** Take an address that the provider does not call verified; only for providers that check every address. */
  readonly trustUnverifiedEmail: boolean;
  /** Role (its stable word) of people whom nobody entered before; undefined: only known people get in. */
  readonly newPeopleRole: string | undefined;
}

export function ssoSettings(read: SettingsReader): SsoSettings | undefined {
  const issuer = read.address('OIDC_ISSUER', ['http:', 'https:']);
  if (!issuer) return undefined;
  return {
    issuer,
    clientId: read.text('OIDC_CLIENT_ID'),
    clientSecret: read.raw('OIDC_CLIENT_SECRET'),
    label: read.raw('OIDC_LABEL'),
    matchBy: read.choice('OIDC_MATCH_BY', ['email', 'username'] as const, 'email'),
    trustUnverifiedEmail: read.flag('OIDC_TRUST_UNVERIFIED_EMAIL', false),
    newPeopleRole: read.raw('OIDC_NEW_PEOPLE_ROLE'),
  };
}
