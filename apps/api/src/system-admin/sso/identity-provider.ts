import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import type { SsoSettings } from '../../platform/config/sso-settings.js';
import { SsoOffError } from './sso.errors.js';

/** What this browser must still know when it comes back; sealed in a cookie. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Path to go on with. */
  readonly next: string;
}

/** Who the provider says it is; issuer and subject are the identity, the rest describes. */
export interface ConfirmedPerson {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly username: string | undefined;
  readonly name: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** The company's OpenID Connect provider: authorization code with PKCE, state and nonce. */
@Injectable()
export class IdentityProvider {
  private discovered: Promise<oidc.Configuration> | undefined;
  private readonly redirectUri: string;

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {
    this.redirectUri = `${config.publicUrl}/api/v1/auth/sso/callback`;
  }

  /** Where to send the browser, and what to remember for its way back. @throws SsoOffError */
  async begin(next: string): Promise<{ url: URL; pending: PendingSignIn }> {
    const provider = await this.provider();
    const pending = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
      next,
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
      state: pending.state,
      nonce: pending.nonce,
    });
    return { url, pending };
  }

  /** Exchanges the code; signature, issuer, audience, expiry, state and nonce are checked on the way. */
  async confirm(query: string, { state, nonce, codeVerifier }: PendingSignIn): Promise<ConfirmedPerson> {
    const provider = await this.provider();
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${this.redirectUri}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const hasUserInfo = provider.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasUserInfo ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
    const all: Record<string, unknown> = { ...claims, ...more };
    const isTrusted = all.email_verified === true || this.settings().trustUnverifiedEmail;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: isTrusted ? text(all.email) : undefined,
      username: text(all.preferred_username)?.toLowerCase(),
      name: text(all.name),
    };
  }

  /** Where signing out ends the provider's session, too; undefined when it offers none. */
  async endSessionUrl(): Promise<string | undefined> {
    const provider = await this.provider();
    if (!provider.serverMetadata().end_session_endpoint) return undefined;
    const parameters = { post_logout_redirect_uri: `${this.config.publicUrl}/sign-in` };
    return oidc.buildEndSessionUrl(provider, parameters).href;
  }

  private settings(): SsoSettings {
    if (!this.config.sso) throw new SsoOffError();
    return this.config.sso;
  }

  /** Asked once; a provider that was away is asked again next time. */
  private provider(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    this.discovered ??= oidc
      .discovery(
        new URL(issuer),
        clientId,
        { response_types: ['code'] },
        clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(),
        // Plain http only where the operator wrote it into the issuer: a provider on the same machine.
        { execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [] },
      )
      .catch((error: unknown) => {
        this.discovered = undefined;
        throw error;
      });
    return this.discovered;
  }
}
