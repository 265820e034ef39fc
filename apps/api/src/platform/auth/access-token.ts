import { Inject, Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';

export const TOKEN_ISSUER = 'juke-crm';

export interface AccessTokenClaims {
  /** User id. */
  readonly sub: string;
  /** Session id: ending the session ends its tokens. */
  readonly sid: string;
}

type CheckedClaims = AccessTokenClaims & { readonly exp: number };

const MOST_REMEMBERED = 5_000;

@Injectable()
export class AccessTokens {
  /** Tokens whose signature was right; it cannot become wrong, only expire. */
  private readonly checked = new Map<string, CheckedClaims>();

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  sign(claims: AccessTokenClaims): string {
    return jwt.sign({ sid: claims.sid }, this.config.jwtKey, {
      algorithm: 'HS256',
      subject: claims.sub,
      issuer: TOKEN_ISSUER,
      expiresIn: this.config.accessTokenSeconds,
    });
  }

  /**
   * What a token says, if we signed it and it has not expired. Whether its session still lives is another question.
   * @param now milliseconds
   */
  check(token: string, now = Date.now()): AccessTokenClaims | undefined {
    const claims = this.checked.get(token) ?? this.verify(token);
    return claims && claims.exp * 1000 > now ? claims : undefined;
  }

  private verify(token: string): CheckedClaims | undefined {
    try {
      const claims = jwt.verify(token, this.config.jwtKey, { algorithms: ['HS256'], issuer: TOKEN_ISSUER });
      if (this.checked.size >= MOST_REMEMBERED) this.checked.clear();
      this.checked.set(token, claims as unknown as CheckedClaims);
      return claims as unknown as CheckedClaims;
    } catch {
      return undefined;
    }
  }
}
