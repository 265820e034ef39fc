import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { TOKEN_ISSUER, type AccessTokenClaims } from './access-token.js';
import type { Actor } from './actor.js';
import { ActorSource } from './actor-source.js';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly actors: ActorSource,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // passport-jwt's types know no KeyObject; the library below it takes one, and is 40 times faster with it.
      secretOrKey: config.jwtKey as unknown as string,
      algorithms: ['HS256'],
      issuer: TOKEN_ISSUER,
    });
  }

  /** A good signature is not enough: the session must live and the user be enabled. */
  async validate({ sub, sid, view }: AccessTokenClaims): Promise<Actor | false> {
    const actor = view ? await this.actors.byView(sub, sid, view) : await this.actors.bySession(sub, sid);
    return actor ?? false;
  }
}
