import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

const refuse = (pointer: string, rule: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule, detail }]);

whenViolated('uq_price_tables_name', ({ value }) => new DuplicateRecordError('price table', 'name', value));
whenViolated('uq_price_table_kinds_code', ({ value }) => new DuplicateRecordError('kind', 'code', value));
whenViolated('fk_price_tables_kind', refuse('/kind', 'reference', 'There is no such kind of price table.'));
whenViolated(
  'ck_price_table_audiences_any',
  refuse('/audiences', 'empty', 'A group of customers needs at least one condition.'),
);
whenViolated(
  'ck_price_table_audiences_customer',
  refuse('/audiences', 'single', 'One customer is named alone, without class or region.'),
);
whenViolated(
  'fk_price_table_audiences_customer',
  refuse('/audiences', 'reference', 'There is no such customer.'),
);
whenViolated(
  'fk_price_table_audiences_territory',
  refuse('/audiences', 'reference', 'There is no such territory.'),
);
whenViolated(
  'fk_price_table_audiences_class',
  refuse('/audiences', 'reference', 'There is no such customer class.'),
);
whenViolated(
  'uq_price_table_audiences',
  refuse('/audiences', 'taken', 'The same group of customers is named twice.'),
);
whenViolated('fk_price_access_rules_role', refuse('/items', 'reference', 'There is no such role.'));
whenViolated(
  'fk_price_access_rules_class',
  refuse('/items', 'reference', 'There is no such customer class.'),
);
whenViolated(
  'fk_price_access_rules_kind',
  refuse('/items', 'reference', 'There is no such kind of price table.'),
);
whenViolated('fk_price_access_rules_table', refuse('/items', 'reference', 'There is no such price table.'));
whenViolated('uq_price_access_rules', refuse('/items', 'taken', 'The same rule stands twice.'));
whenViolated(
  'ck_price_access_rules_ways',
  refuse('/items', 'empty', 'A rule names at least one way of asking.'),
);
whenViolated(
  'ck_price_access_rules_subject',
  refuse('/items', 'subject', 'A rule is for one role or for one class of customers.'),
);

/** Kinds that came with the product carry its rules. */
export class BuiltInKindError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.built-in-kind', title: 'Built in' };
  constructor() {
    super('This kind of price table came with the product and stays.');
  }
}

/** Contracts may refer to what it says; a table that prices nothing any more is retired first. */
export class PriceTableInUseError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.table-in-use', title: 'Still in use' };
  constructor(prices: number) {
    super(
      `This table still has ${prices} prices in force. Retire it, or end its prices by a revision first.`,
      {
        prices,
      },
    );
  }
}
