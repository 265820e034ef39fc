import { DomainError } from '../errors/domain-error.js';

export class MustChangePasswordError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.password-change-due',
    title: 'Change your password first',
  };
  constructor() {
    super('Your password was set by somebody else, or has grown too old. Choose a new one before you go on.');
  }
}

export class MustEnrolSecondFactorError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.second-factor-enrolment-due',
    title: 'Set up a second factor first',
  };
  constructor() {
    super('One of your roles asks for a second factor at sign-in. Set it up before you go on.');
  }
}

export class SeeingOnlyError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.seeing-only',
    title: 'Only looking',
  };
  constructor() {
    super('You are seeing the product as another user: nothing can be changed. Stop that first.');
  }
}

export class PeopleOnlyError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.people-only',
    title: 'Not for API keys',
  };
  constructor() {
    super('This is for people who are signed in; an API key cannot do it.');
  }
}
