import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { ActorRequest } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import {
  IdempotencyConflictError,
  IdempotencyInProgressError,
  IdempotencyKeyError,
} from './idempotency.errors.js';

interface StoredAnswer {
  claimed: boolean;
  request_hash: string;
  status: number | null;
  answer: unknown;
}

/** A claim without an answer is given up after this long: the process that held it is gone. */
const CLAIM = `
  insert into idempotency_keys as k (actor_id, key, request_hash) values ($1, $2, $3)
  on conflict (actor_id, key) do update set claimed_at = now(), request_hash = excluded.request_hash, status = null, answer = null
   where k.claimed_at < now() - interval '24 hours' or (k.status is null and k.claimed_at < now() - interval '2 minutes')
  returning true as claimed, request_hash, status, answer`;
const READ = `select false as claimed, request_hash, status, answer from idempotency_keys where actor_id = $1 and key = $2`;
const STORE = `update idempotency_keys set status = $3, answer = $4 where actor_id = $1 and key = $2`;
const RELEASE = `delete from idempotency_keys where actor_id = $1 and key = $2 and status is null`;

/** `Idempotency-Key` on POST: the same key and body within 24 hours gets the first answer again, and nothing is done twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly rows: Rows) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || !request.user) return next.handle();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new IdempotencyKeyError();
    return from(this.once(request, key, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(
    request: ActorRequest,
    key: string,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const actorId = request.user!.id;
    const hash = createHash('sha256')
      .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const stored =
      (await this.rows.one<StoredAnswer>(CLAIM, [actorId, key, hash])) ??
      (await this.rows.one<StoredAnswer>(READ, [actorId, key]));
    if (stored && !stored.claimed) return this.replay(stored, hash, reply);
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.rows.all(STORE, [actorId, key, reply.statusCode, JSON.stringify(answer ?? null)]);
      return answer;
    } catch (error) {
      // Nothing was done, so the same key may be tried again.
      await this.rows.all(RELEASE, [actorId, key]).catch(() => undefined);
      throw error;
    }
  }

  private replay(stored: StoredAnswer, hash: string, reply: FastifyReply): unknown {
    if (stored.request_hash !== hash) throw new IdempotencyConflictError();
    if (stored.status === null) throw new IdempotencyInProgressError();
    void reply.status(stored.status).header('idempotent-replayed', 'true');
    return stored.answer ?? undefined;
  }
}
