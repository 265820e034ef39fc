import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenActionError, NotSignedInError } from '../errors/common.errors.js';
import { AccessTokens } from './access-token.js';
import { may, type Actor, type ActorRequest } from './actor.js';
import { ActorSource } from './actor-source.js';
import { ACCESS, type Access } from './access.js';
import { MustChangePasswordError } from './auth.errors.js';

const BEARER = /^bearer +(\S+)$/i;

/** Every route passes here. A route that declares no access is refused: forgetting means closed, not open. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new ForbiddenActionError('undeclared');
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const actor = withOrigin(await this.signedIn(request), request);
    request.user = actor;
    if (access.kind === 'signed-in') return true;
    if (actor.mustChangePassword) throw new MustChangePasswordError();
    if (!may(actor, access.permission)) throw new ForbiddenActionError(access.permission);
    return true;
  }

  /** A good signature is not enough: the session must live and the user be enabled. */
  private async signedIn({ headers }: ActorRequest): Promise<Actor> {
    const token = BEARER.exec(headers.authorization ?? '')?.[1];
    const claims = token && this.tokens.check(token);
    const actor = claims && (await this.actors.bySession(claims.sub, claims.sid));
    if (!actor) throw new NotSignedInError();
    return actor;
  }
}

/** The cached actor is shared by requests; where it comes from is this request's own. */
function withOrigin(actor: Actor, request: ActorRequest): Actor {
  const idempotencyKey = request.headers['idempotency-key'];
  return {
    ...actor,
    origin: {
      requestId: request.id,
      ip: request.ip,
      sessionId: actor.origin?.sessionId,
      idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
    },
  };
}
