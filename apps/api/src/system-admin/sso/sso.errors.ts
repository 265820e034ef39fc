import { DomainError } from '../../platform/errors/domain-error.js';

export class SsoOffError extends DomainError {
  static override readonly problem = { status: 404, code: 'auth.sso-off', title: 'No single sign-on' };
  constructor() {
    super('Single sign-on is not set up here.');
  }
}

export class SsoFailedError extends DomainError {
  static override readonly problem = { status: 502, code: 'auth.sso-failed', title: 'Single sign-on failed' };
  constructor() {
    super('The identity provider did not confirm who you are. Try again.');
  }
}

/** Known there, not here. */
export class SsoUnknownPersonError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.sso-unknown-person',
    title: 'No account here',
  };
  constructor() {
    super('The identity provider knows you, but there is no account for you here. Ask your administrator.');
  }
}
