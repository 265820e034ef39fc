import { DomainError } from '../errors/domain-error.js';

export class MustChangePasswordError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.password-change-due',
    title: 'Change your password first',
  };
  constructor() {
    super('Your password was set by somebody else. Choose your own before you go on.');
  }
}
