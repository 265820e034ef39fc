import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

whenViolated(
  'uq_product_categories_name',
  ({ value }) => new DuplicateRecordError('category', 'name', value),
);
whenViolated('uq_brands_name', ({ value }) => new DuplicateRecordError('brand', 'name', value));
whenViolated(
  'fk_product_categories_parent',
  () =>
    new InvalidInputError([
      { pointer: '/parentId', rule: 'reference', detail: 'There is no such category.' },
    ]),
);

/** Both say that a category would lie below itself. */
for (const constraint of ['ck_product_categories_circle', 'ck_product_categories_parent'])
  whenViolated(
    constraint,
    () =>
      new InvalidInputError([
        { pointer: '/parentId', rule: 'circular', detail: 'A category cannot lie below itself.' },
      ]),
  );

whenViolated(
  'ex_price_bands_amounts',
  () => new InvalidInputError([{ pointer: '/items', rule: 'overlap', detail: 'Two price bands overlap.' }]),
);
whenViolated('uq_price_bands_name', ({ value }) => new DuplicateRecordError('price band', 'name', value));
