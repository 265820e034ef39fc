import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ForbiddenActionError, NotSignedInError } from '../errors/common.errors.js';
import { isDatabaseAway } from '../errors/problem.js';
import { may, type Actor, type ActorRequest } from './actor.js';
import { ACCESS, PEOPLE_ONLY, type Access } from './access.js';
import { ActorSource } from './actor-source.js';
import { CheckedTokens } from './checked-tokens.js';
import {
  MustChangePasswordError,
  MustEnrolSecondFactorError,
  PeopleOnlyError,
  SeeingOnlyError,
} from './auth.errors.js';

/** What every API key begins with: it tells keys from tokens, and scanners of leaked secrets know it by that. */
export const API_KEY_MARK = 'juke_';
const BEARER = /^Bearer (\S+)$/i;

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every route passes here. A route that declares no access is refused: forgetting means closed, not open. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    private readonly tokens: CheckedTokens,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new ForbiddenActionError('undeclared');
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    await this.identify(request, context);
    const actor = this.withOrigin(request);
    const isForPeople = this.reflector.get<true | undefined>(PEOPLE_ONLY, context.getHandler());
    if (actor.origin?.seenBy && !READING.has(request.method)) throw new SeeingOnlyError();
    if (isForPeople && actor.origin?.apiKeyId) throw new PeopleOnlyError();
    if (access.kind === 'signed-in') return true;
    if (actor.mustChangePassword) throw new MustChangePasswordError();
    if (actor.mustEnrolSecondFactor) throw new MustEnrolSecondFactorError();
    if (!may(actor, access.permission)) throw new ForbiddenActionError(access.permission);
    return true;
  }

  private async identify(request: ActorRequest, context: ExecutionContext): Promise<void> {
    const secret = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const claims = secret && this.tokens.find(secret);
    if (claims) request.user = await this.actors.byToken(claims);
    else if (secret?.startsWith(API_KEY_MARK)) request.user = await this.actors.byApiKey(secret, request.ip);
    else await super.canActivate(context);
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
        seenBy: actor.origin?.seenBy,
        apiKeyId: actor.origin?.apiKeyId,
        idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
      },
    };
    return request.user;
  }
}
