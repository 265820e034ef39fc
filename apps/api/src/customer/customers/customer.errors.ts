import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

const unknownReference = (pointer: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule: 'reference', detail }]);

whenViolated('uq_customers_number', ({ value }) => new DuplicateRecordError('customer', 'number', value));
whenViolated('fk_customers_territory', unknownReference('/territoryId', 'There is no such territory.'));
whenViolated('fk_customers_owner', unknownReference('/ownerId', 'There is no such user.'));
