import { whenViolated } from '../../platform/database/constraint-violations.js';
import { whenNotInDictionary } from '../../platform/dictionaries/dictionary.errors.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

const unknownReference = (pointer: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule: 'reference', detail }]);

export const refused = (pointer: string, rule: string, detail: string) =>
  new InvalidInputError([{ pointer, rule, detail }]);

/** Mistyped, or not one at all: the last character must fit the others. */
export const wrongCreditCode = () =>
  refused(
    '/creditCode',
    'creditCode',
    'This is not a valid unified social credit code: its check digit does not fit.',
  );

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
whenViolated('ck_customers_email', () => refused('/email', 'isEmail', 'This is not an e-mail address.'));
whenViolated('ck_customers_credit_code', wrongCreditCode);
for (const column of ['importance', 'industry', 'channel', 'region'] as const)
  whenNotInDictionary('customers', column, `/${column}`);
whenNotInDictionary('customers', 'life_cycle', '/lifeCycle');
whenViolated('uq_customers_number', ({ value }) => new DuplicateRecordError('customer', 'number', value));
whenNotInDictionary('customers', 'class', '/class');
whenViolated('fk_customers_territory', unknownReference('/territoryId', 'There is no such territory.'));
whenViolated('fk_customers_owner', unknownReference('/ownerId', 'There is no such user.'));
