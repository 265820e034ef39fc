import { DomainError } from '../errors/domain-error.js';

/** Beyond this nobody looks over what she confirms; an import does more. */
export const MOST_ROWS = 10_000;

export class BulkTooManyError extends DomainError {
  static override readonly problem = { status: 409, code: 'bulk.too-many', title: 'Too many at once' };
  constructor() {
    super(`At most ${MOST_ROWS} records can be changed at once. Narrow the list.`, { most: MOST_ROWS });
  }
}

export class BulkNothingError extends DomainError {
  static override readonly problem = { status: 409, code: 'bulk.nothing', title: 'Nothing chosen' };
  constructor() {
    super('None of the chosen records is there any more.');
  }
}

export class BulkCountChangedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'bulk.count-changed',
    title: 'Not as many any more',
  };
  constructor(expected: number, count: number) {
    super(`There are ${count} records now, not ${expected}. Look at them again.`, { expected, count });
  }
}
