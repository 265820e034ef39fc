import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Rows } from '../database/rows.js';
import { IdempotencyConflictError, IdempotencyInProgressError } from './idempotency.errors.js';

/** A key of one actor, held by the request that does the work. */
export interface IdempotencyClaim {
  readonly actorId: string;
  readonly key: string;
}

/** What the first request with the key was answered. */
export interface StoredAnswer {
  readonly status: number;
  readonly answer: unknown;
}

interface StoredRow {
  claimed: boolean;
  request_hash: string;
  status: number | null;
  answer: unknown;
}

/** A claim without an answer is given up after two minutes: the process that held it is gone. */
const CLAIM = `
  insert into idempotency_keys as k (actor_id, key, request_hash) values ($1, $2, $3)
  on conflict (actor_id, key) do update set claimed_at = now(), request_hash = excluded.request_hash, status = null, answer = null
   where k.claimed_at < now() - interval '24 hours' or (k.status is null and k.claimed_at < now() - interval '2 minutes')
  returning true as claimed, request_hash, status, answer`;
const READ = `select false as claimed, request_hash, status, answer from idempotency_keys where actor_id = $1 and key = $2`;
const STORE = `update idempotency_keys set status = $3, answer = $4 where actor_id = $1 and key = $2`;
const RELEASE = `delete from idempotency_keys where actor_id = $1 and key = $2 and status is null`;

/** Which requests were answered already, and how, for 24 hours. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly rows: Rows) {}

  /**
   * @param request all that makes it this request: address and body
   * @returns the earlier answer; undefined when the key is the caller's now
   * @throws IdempotencyConflictError when the key belongs to another request
   * @throws IdempotencyInProgressError when the first request is still under way
   */
  async claim({ actorId, key }: IdempotencyClaim, request: string): Promise<StoredAnswer | undefined> {
    const hash = createHash('sha256').update(request).digest('hex');
    const stored =
      (await this.rows.one<StoredRow>(CLAIM, [actorId, key, hash])) ??
      (await this.rows.one<StoredRow>(READ, [actorId, key]));
    if (!stored || stored.claimed) return undefined;
    if (stored.request_hash !== hash) throw new IdempotencyConflictError();
    if (stored.status === null) throw new IdempotencyInProgressError();
    return { status: stored.status, answer: stored.answer };
  }

  /** @param json the answer's body as it is sent; empty when there is none */
  async settle({ actorId, key }: IdempotencyClaim, status: number, json: string): Promise<void> {
    // Nothing was done by a failed request, so the same key may be tried again.
    if (status >= 400) await this.rows.all(RELEASE, [actorId, key]);
    else await this.rows.all(STORE, [actorId, key, status, json || 'null']);
  }
}
