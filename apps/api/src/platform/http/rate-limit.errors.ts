import { DomainError } from '../errors/domain-error.js';

export class TooManyRequestsError extends DomainError {
  static override readonly problem = { status: 429, code: 'request.too-many', title: 'Too many requests' };
  constructor(seconds: number) {
    const wait = Math.max(1, Math.ceil(seconds));
    super(`Too many requests in a short time. Try again in ${wait} s.`, { seconds: wait });
  }
}
