import { DomainError } from '../../platform/errors/domain-error.js';

export class SecondFactorNeededError extends DomainError {
  static override readonly problem = {
    status: 401,
    code: 'auth.second-factor-needed',
    title: 'Second factor needed',
  };
  constructor() {
    super('Send the code of your authenticator app, or a recovery code, as `code`.');
  }
}

export class WrongCodeError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.wrong-code', title: 'Wrong code' };
  constructor() {
    super('The code is wrong, too old, or was used before.');
  }
}

export class SecondFactorOnError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'auth.second-factor-on',
    title: 'Second factor is on',
  };
  constructor() {
    super('A second factor is already set up. Switch it off first.');
  }
}

export class SecondFactorOffError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'auth.second-factor-off',
    title: 'No second factor',
  };
  constructor() {
    super('No second factor is set up.');
  }
}
