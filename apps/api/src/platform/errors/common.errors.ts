import { DomainError } from './domain-error.js';

/** Not there, or not the caller's to see: the answer is the same on purpose. */
export class RecordNotFoundError extends DomainError {
  static override readonly problem = { status: 404, code: 'record.not-found', title: 'Not found' };
  constructor(resource: string, id: string) {
    super(`There is no ${resource} with this id, or it is not yours to see.`, { resource, id });
  }
}

/** Who changed what since: fields by the names that the API has for them. */
export interface ChangeMeanwhile {
  readonly by: string;
  readonly at: string;
  readonly fields: readonly string[];
}

export class StaleVersionError extends DomainError {
  static override readonly problem = { status: 412, code: 'record.stale', title: 'Changed meanwhile' };
  constructor(currentVersion: number, changes: readonly ChangeMeanwhile[] = []) {
    super('Somebody changed this record after you read it. Read it again and repeat your change.', {
      currentVersion,
      ...(changes.length > 0 && { changes }),
    });
  }
}

export class DuplicateRecordError extends DomainError {
  static override readonly problem = { status: 409, code: 'record.duplicate', title: 'Already there' };
  constructor(resource: string, field: string, value: string) {
    super(`There is already a ${resource} with ${field} "${value}".`, { resource, field, value }, [
      { pointer: `/${field}`, detail: `"${value}" is already taken.`, rule: 'taken', params: { value } },
    ]);
  }
}

export class RecordInUseError extends DomainError {
  static override readonly problem = { status: 409, code: 'record.in-use', title: 'Still in use' };
  constructor(resource: string) {
    super(`This ${resource} is still referred to by other records.`, { resource });
  }
}

/** Input that is wrong in a way only the business knows; transport checks raise it too. */
export class InvalidInputError extends DomainError {
  static override readonly problem = { status: 422, code: 'input.invalid', title: 'Input is not valid' };
  constructor(errors: ConstructorParameters<typeof DomainError>[2], detail = 'Some input is not valid.') {
    super(detail, {}, errors);
  }
}

export class NotSignedInError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.not-signed-in', title: 'Not signed in' };
  constructor() {
    super('Sign in first: the token is missing, expired or ended.');
  }
}

export class ForbiddenActionError extends DomainError {
  static override readonly problem = { status: 403, code: 'auth.forbidden', title: 'Not allowed' };
  constructor(permission: string) {
    super('Your roles do not allow this.', { permission });
  }
}

export class IllegalActionError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'record.illegal-action',
    title: 'Not possible now',
  };
  constructor(resource: string, action: string, state: string) {
    super(`A ${resource} that is ${state} cannot be changed by "${action}".`, { resource, action, state });
  }
}

export class DatabaseAwayError extends DomainError {
  static override readonly problem = { status: 503, code: 'system.database-away', title: 'Database is away' };
  constructor() {
    super('The database does not answer just now. Nothing was changed; try again shortly.');
  }
}
