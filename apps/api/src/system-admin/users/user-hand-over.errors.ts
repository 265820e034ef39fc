import { DomainError } from '../../platform/errors/domain-error.js';

export class HoldingsChangedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'user.holdings-changed',
    title: 'Holdings changed meanwhile',
  };
  constructor(resource: string, reviewed: number, now: number) {
    super('What this person holds has changed since you reviewed it. Look at it again.', {
      resource,
      reviewed,
      now,
    });
  }
}

export class StillHoldsError extends DomainError {
  static override readonly problem = { status: 409, code: 'user.still-holds', title: 'Still holds records' };
  constructor(count: number) {
    super('This person still holds records. Hand them over first.', { count });
  }
}
