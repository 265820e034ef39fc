import { whenViolated } from '../../platform/database/constraint-violations.js';
import { whenNotInDictionary } from '../../platform/dictionaries/dictionary.errors.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

const unknownReference = (pointer: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule: 'reference', detail }]);

/** The number on the screen was covered, and came back as it was shown. */
const coveredPhone = () =>
  new InvalidInputError([
    {
      pointer: '/phone',
      rule: 'covered',
      detail: 'This number is partly covered. Type it in full, or leave it.',
    },
  ]);

whenViolated('ck_customers_phone_uncovered', coveredPhone);
whenViolated('ck_contacts_phone_uncovered', coveredPhone);
whenViolated('uq_customers_number', ({ value }) => new DuplicateRecordError('customer', 'number', value));
whenNotInDictionary('customers', 'class', '/class');
whenViolated('fk_customers_territory', unknownReference('/territoryId', 'There is no such territory.'));
whenViolated('fk_customers_owner', unknownReference('/ownerId', 'There is no such user.'));
