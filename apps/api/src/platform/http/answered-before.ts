import type { FastifyReply } from 'fastify';
import type { StoredAnswer } from './idempotency-keys.js';

/** Thrown by the guard of idempotency keys to end a request whose answer is known: no failure, the way out of a guard. */
export class AnsweredBefore extends Error {
  constructor(private readonly before: StoredAnswer) {
    super('This request was answered before.');
  }

  sendTo(reply: FastifyReply): void {
    const { status, answer } = this.before;
    void reply
      .status(status)
      .header('idempotent-replayed', 'true')
      .send(answer ?? undefined);
  }
}
