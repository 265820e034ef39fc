import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

whenViolated('uq_users_username', ({ value }) => new DuplicateRecordError('user', 'username', value));
whenViolated(
  'fk_users_department',
  () =>
    new InvalidInputError([
      { pointer: '/departmentId', rule: 'reference', detail: 'There is no such department.' },
    ]),
);
whenViolated(
  'fk_user_roles_role',
  () =>
    new InvalidInputError([
      { pointer: '/roleIds', rule: 'reference', detail: 'One of the roles does not exist.' },
    ]),
);

export class LastAdministratorError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'user.last-administrator',
    title: 'Last administrator',
  };
  constructor() {
    super('This is the last active administrator; without one nobody could manage users any more.');
  }
}

export class OwnAccountError extends DomainError {
  static override readonly problem = { status: 409, code: 'user.own-account', title: 'Own account' };
  constructor() {
    super('You cannot do this to your own account.');
  }
}

export class RoleBeyondOwnError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'user.role-beyond-own',
    title: 'Role reaches further than yours',
  };
  constructor(permissions: readonly string[]) {
    super('You cannot give a role that may do what you may not.', { permissions });
  }
}
