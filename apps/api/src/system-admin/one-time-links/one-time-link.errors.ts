import { DomainError } from '../../platform/errors/domain-error.js';

export class LinkOverError extends DomainError {
  static override readonly problem = { status: 410, code: 'auth.link-over', title: 'Link no longer good' };
  constructor() {
    super('This link was used, has expired, or was replaced by a newer one. Ask for a new one.');
  }
}

export class TooManyAttemptsError extends DomainError {
  static override readonly problem = { status: 429, code: 'auth.too-many', title: 'Too many attempts' };
  constructor() {
    super('Too many attempts from this address. Try again in a few minutes.');
  }
}
