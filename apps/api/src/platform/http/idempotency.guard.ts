import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { ActorRequest } from '../auth/actor.js';
import { AnsweredBefore } from './answered-before.js';
import { refuseTooDeep } from './body-depth.js';
import { IdempotencyKeyError } from './idempotency.errors.js';
import { IdempotencyKeys, type IdempotencyClaim } from './idempotency-keys.js';

export interface ClaimingRequest extends ActorRequest {
  /** Set while this request holds a key; the answer is stored under it before it is sent (`answer-hooks`). */
  idempotencyClaim?: IdempotencyClaim;
}

/**
 * `Idempotency-Key` on POST: the same key and body within 24 hours gets the first answer again, and nothing is done twice.
 * A guard and not an interceptor: every interceptor wraps every request of the whole API in observables.
 */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(private readonly keys: IdempotencyKeys) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<ClaimingRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST' || !request.user) return true;
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new IdempotencyKeyError();
    const { id: actorId, origin } = request.user;
    // A key reaches less far than its owner: neither gets what the other was answered.
    return this.claim(request, { actorId, key: origin?.apiKeyId ? `${origin.apiKeyId} ${key}` : key });
  }

  private async claim(request: ClaimingRequest, claim: IdempotencyClaim): Promise<boolean> {
    refuseTooDeep(request.body);
    const before = await this.keys.claim(claim, `${request.url}\n${JSON.stringify(request.body ?? null)}`);
    if (before) throw new AnsweredBefore(before);
    request.idempotencyClaim = claim;
    return true;
  }
}
