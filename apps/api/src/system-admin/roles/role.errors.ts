import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

whenViolated('uq_roles_name', ({ value }) => new DuplicateRecordError('role', 'name', value));

export class RoleInUseError extends DomainError {
  static override readonly problem = { status: 409, code: 'role.in-use', title: 'Role in use' };
  constructor(users?: number) {
    super('Somebody still has this role. Give these users another one first.', { users: users ?? null });
  }
}

export class FixedRoleError extends DomainError {
  static override readonly problem = { status: 409, code: 'role.fixed', title: 'Fixed role' };
  constructor() {
    super('The administrator may always do everything; copy the role to make a narrower one.');
  }
}

export class BuiltInRoleError extends DomainError {
  static override readonly problem = { status: 409, code: 'role.built-in', title: 'Built-in role' };
  constructor() {
    super('This role came with the product: change it as you like, but it cannot be deleted.');
  }
}
