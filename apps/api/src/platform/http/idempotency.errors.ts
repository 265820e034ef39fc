import { DomainError } from '../errors/domain-error.js';

export class IdempotencyKeyError extends DomainError {
  static override readonly problem = {
    status: 422,
    code: 'idempotency.bad-key',
    title: 'Idempotency-Key is not usable',
  };
  constructor() {
    super('Idempotency-Key is 1 to 200 visible ASCII characters.');
  }
}

export class IdempotencyConflictError extends DomainError {
  static override readonly problem = {
    status: 422,
    code: 'idempotency.other-request',
    title: 'Key used for another request',
  };
  constructor() {
    super('This Idempotency-Key was used for a different request within the last 24 hours.');
  }
}

export class IdempotencyInProgressError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'idempotency.in-progress',
    title: 'Still being done',
  };
  constructor() {
    super('The first request with this Idempotency-Key is still being done. Ask again shortly.');
  }
}
