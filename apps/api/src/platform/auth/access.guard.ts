import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ForbiddenActionError, NotSignedInError } from '../errors/common.errors.js';
import { isDatabaseAway } from '../errors/problem.js';
import { may, type Actor, type ActorRequest } from './actor.js';
import { ACCESS, type Access } from './access.js';
import { MustChangePasswordError } from './auth.errors.js';

/** Every route passes here. A route that declares no access is refused: forgetting means closed, not open. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new ForbiddenActionError('undeclared');
    if (access.kind === 'public') return true;
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const actor = this.withOrigin(request);
    if (access.kind === 'signed-in') return true;
    if (actor.mustChangePassword) throw new MustChangePasswordError();
    if (!may(actor, access.permission)) throw new ForbiddenActionError(access.permission);
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error && isDatabaseAway(error)) throw error;
    if (error || !user) throw new NotSignedInError();
    return user;
  }

  /** The cached actor is shared by requests; where it comes from is this request's own. */
  private withOrigin(request: ActorRequest): Actor {
    const actor = request.user;
    if (!actor) throw new NotSignedInError();
    const idempotencyKey = request.headers['idempotency-key'];
    request.user = {
      ...actor,
      origin: {
        requestId: request.id,
        ip: request.ip,
        sessionId: actor.origin?.sessionId,
        idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
      },
    };
    return request.user;
  }
}
