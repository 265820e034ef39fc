import { DomainError } from '../../platform/errors/domain-error.js';
import { DuplicateRecordError } from '../../platform/errors/common.errors.js';
import { whenViolated } from '../../platform/database/constraint-violations.js';

whenViolated('uq_api_keys_name', () => new DuplicateRecordError('api-key', 'name', ''));

export class ApiKeyUnknownError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.api-key-unknown', title: 'Unknown API key' };
  constructor() {
    super('There is no such API key. Check that it was copied whole.');
  }
}

export class ApiKeyExpiredError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.api-key-expired', title: 'API key expired' };
  constructor() {
    super('This API key has expired. Make a new one.');
  }
}

export class ApiKeyRevokedError extends DomainError {
  static override readonly problem = { status: 401, code: 'auth.api-key-revoked', title: 'API key revoked' };
  constructor() {
    super('This API key was revoked. Make a new one.');
  }
}

export class ApiKeyOwnerInactiveError extends DomainError {
  static override readonly problem = {
    status: 401,
    code: 'auth.api-key-owner-inactive',
    title: 'Owner of the API key is not active',
  };
  constructor() {
    super('The account that this API key belongs to is disabled.');
  }
}

export class ApiKeyAddressError extends DomainError {
  static override readonly problem = {
    status: 403,
    code: 'auth.api-key-address',
    title: 'Address not allowed',
  };
  constructor(address: string) {
    super('This API key may not be used from this address.', { address });
  }
}
