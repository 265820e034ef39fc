import { Injectable } from '@nestjs/common';
import type { AccessTokenClaims } from './access-token.js';

/** What a checked token says, with its end in seconds since 1970. */
export type CheckedClaims = AccessTokenClaims & { readonly exp: number };

const MOST_REMEMBERED = 5_000;

/**
 * Tokens that passport-jwt has found good. A right signature cannot become wrong, only expire, so it is checked once and
 * not with every request; whether the session still lives is asked every time all the same.
 */
@Injectable()
export class CheckedTokens {
  private readonly claims = new Map<string, CheckedClaims>();

  remember(token: string, claims: CheckedClaims): void {
    if (this.claims.size >= MOST_REMEMBERED) this.claims.clear();
    this.claims.set(token, claims);
  }

  /** @param now milliseconds */
  find(token: string, now = Date.now()): AccessTokenClaims | undefined {
    const claims = this.claims.get(token);
    if (claims && claims.exp * 1000 > now) return claims;
    if (claims) this.claims.delete(token);
    return undefined;
  }
}
