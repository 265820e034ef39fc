import { DomainError } from '../../platform/errors/domain-error.js';

export class WrongCredentialsError extends DomainError {
  static override readonly problem = {
    status: 401,
    code: 'auth.wrong-credentials',
    title: 'Wrong name or password',
  };
  constructor() {
    super('The user name or the password is wrong.');
  }
}

export class AccountLockedError extends DomainError {
  static override readonly problem = { status: 429, code: 'auth.locked', title: 'Too many failed attempts' };
  constructor(until: Date) {
    super(`Too many failed attempts. Try again after ${until.toISOString()}.`, {
      until: until.toISOString(),
    });
  }
}

export class SessionOverError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.session-over', title: 'Session is over' };
  constructor() {
    super('The session has ended. Sign in again.');
  }
}
