import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

export class DepartmentCircleError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'department.circle',
    title: 'Department below itself',
  };
  constructor() {
    super('A department cannot be placed below itself or below one of its own departments.', {}, [
      { pointer: '/parentId', rule: 'circle', detail: 'This is the department itself or one below it.' },
    ]);
  }
}

whenViolated('ck_departments_tree', () => new DepartmentCircleError());
whenViolated('ck_departments_not_own_parent', () => new DepartmentCircleError());
whenViolated('uq_departments_code', ({ value }) => new DuplicateRecordError('department', 'code', value));
whenViolated(
  'uq_departments_path',
  ({ value }) => new DuplicateRecordError('department', 'name', value.split('/').at(-1) ?? value),
);
whenViolated(
  'fk_departments_parent',
  () =>
    new InvalidInputError([
      { pointer: '/parentId', rule: 'reference', detail: 'There is no such department.' },
    ]),
);
whenViolated(
  'fk_departments_leader',
  () =>
    new InvalidInputError([{ pointer: '/leaderId', rule: 'reference', detail: 'There is no such user.' }]),
);
