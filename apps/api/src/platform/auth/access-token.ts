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
  /** Set while the session's owner sees as the user of `sub`. */
  readonly view?: string;
}

@Injectable()
export class AccessTokens {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  sign({ sub, ...claims }: AccessTokenClaims, seconds = this.config.accessTokenSeconds): string {
    return jwt.sign(claims, this.config.jwtKey, {
      algorithm: 'HS256',
      subject: sub,
      issuer: TOKEN_ISSUER,
      expiresIn: seconds,
    });
  }
}
