import type { FieldDeclaration, FormValues } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { territorySource } from '../../shared/select/territory.queries';
import { brandSource } from '../catalogue.queries';
import { ManyCategories } from '../many-inputs';
import { rateOfPercent } from '../price-revisions/adjustment';
import { percentOf } from '../products/product.form';
import { METHODS } from './promotion.list';
import type { Promotion } from './promotion.queries';

const title = (key: string) => `promotions.fields.${key}`;

export const promotionFields = (classes: readonly Option[]): FieldDeclaration[] => [
  { key: 'name', title: title('name'), kind: 'text', isRequired: true, maxLength: 80, isWide: true },
  { key: 'validFrom', title: title('validFrom'), kind: 'day', isRequired: true },
  { key: 'validTo', title: title('validTo'), kind: 'day', hint: 'promotions.openHint' },
  { key: 'method', title: title('method'), kind: 'options', options: METHODS, isRequired: true },
  { key: 'value', title: title('value'), kind: 'decimal', isRequired: true, hint: 'promotions.valueHint' },
  {
    key: 'customerClasses',
    title: title('customerClasses'),
    kind: 'options',
    options: classes,
    isMultiple: true,
    hint: 'promotions.groupHint',
  },
  {
    key: 'territoryIds',
    title: title('territoryIds'),
    kind: 'select',
    source: territorySource,
    isMultiple: true,
  },
  {
    key: 'customerIds',
    title: title('customerIds'),
    kind: 'select',
    source: recordSource('customer'),
    isMultiple: true,
    isWide: true,
  },
  { key: 'categoryIds', title: title('categoryIds'), kind: 'own', input: ManyCategories },
  { key: 'brandIds', title: title('brandIds'), kind: 'select', source: brandSource, isMultiple: true },
  {
    key: 'productIds',
    title: title('productIds'),
    kind: 'select',
    source: recordSource('product'),
    isMultiple: true,
    isWide: true,
    hint: 'promotions.goodsHint',
  },
  { key: 'minQuantity', title: title('minQuantity'), kind: 'decimal' },
  { key: 'totalLimit', title: title('totalLimit'), kind: 'decimal' },
  { key: 'customerLimit', title: title('customerLimit'), kind: 'decimal' },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
];

const LISTS = ['customerClasses', 'territoryIds', 'customerIds', 'categoryIds', 'brandIds', 'productIds'];

/** As it is typed: percent as people say it. */
export const typedOf = (record?: Promotion): FormValues => ({
  ...record,
  ...(record?.method === 'percent' && { value: percentOf(record.value) }),
});

/** As the API takes it: a cleared list is empty, a cleared least quantity is nought. */
export function givenOf(changes: FormValues, method: Promotion['method'], typed: string): FormValues {
  const values: FormValues = { ...changes };
  for (const list of LISTS) if (values[list] === null) values[list] = [];
  if (values.minQuantity === null) values.minQuantity = '0';
  if ('value' in values || 'method' in values)
    values.value = method === 'percent' ? rateOfPercent(typed) : typed;
  return values;
}
