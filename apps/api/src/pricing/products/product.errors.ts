import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

const refuse = (pointer: string, rule: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule, detail }]);

whenViolated('uq_products_code_name', ({ value }) => new DuplicateRecordError('product', 'code', value));
whenViolated('fk_products_category', refuse('/categoryId', 'reference', 'There is no such category.'));
whenViolated('fk_products_brand', refuse('/brandId', 'reference', 'There is no such brand.'));
whenViolated(
  'ck_products_tax_rate',
  refuse('/taxRate', 'range', 'A tax rate lies between 0 and 1: 0.13 is 13 %.'),
);
whenViolated('uq_product_units', ({ value }) => new DuplicateRecordError('unit', 'unit', value));
whenViolated('ck_product_units_factor', refuse('/items', 'positive', 'A factor is greater than nought.'));
