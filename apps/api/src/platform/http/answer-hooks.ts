import type { FastifyInstance } from 'fastify';
import type { ClaimingRequest } from './idempotency.guard.js';
import type { IdempotencyKeys } from './idempotency-keys.js';

/** Every answer that carries a `version` gets it as ETag, for `If-Match` on the next change. */
export function addEtags(server: FastifyInstance): void {
  server.addHook('preSerialization', (_, reply, payload, done) => {
    const version = (payload as { version?: unknown } | null)?.version;
    if (typeof version === 'number') void reply.header('etag', `"${version}"`);
    done(null, payload);
  });
}

/** Stores what a request that holds an idempotency key is answered, before the caller hears it. */
export function storeAnswers(server: FastifyInstance, keys: () => IdempotencyKeys): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const { idempotencyClaim: claim } = request as ClaimingRequest;
    if (!claim) return done(null, payload);
    (request as ClaimingRequest).idempotencyClaim = undefined;
    keys()
      .settle(claim, reply.statusCode, typeof payload === 'string' ? payload : '')
      // Done is done: an answer that could not be stored is still the answer.
      .catch((error: unknown) => request.log.error(error, 'The answer to an idempotency key was not stored.'))
      .finally(() => done(null, payload));
  });
}
