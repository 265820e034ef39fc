import { whenViolated } from '../../platform/database/constraint-violations.js';
import { refused } from './customer.errors.js';

whenViolated('fk_customer_addresses_kind', () =>
  refused('/items', 'choice', 'The use of an address is not one of the values to choose from.'),
);
whenViolated('ck_customer_finances_tax_number', () =>
  refused('/taxNumber', 'matches', 'A tax number has 15 to 20 digits and capitals.'),
);
whenViolated('ck_customer_finances_bank_account', () =>
  refused('/bankAccount', 'matches', 'An account number has 6 to 32 digits.'),
);
