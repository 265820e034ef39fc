import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { brandSource } from '../catalogue.queries';
import { ManyCategories } from '../many-inputs';
import { tableSource } from '../price-tables/price-table.queries';

const title = (key: string) => `priceRevisions.fields.${key}`;

export const revisionFields: FieldDeclaration[] = [
  { key: 'title', title: title('title'), kind: 'text', isRequired: true, maxLength: 120, isWide: true },
  {
    key: 'effectiveOn',
    title: title('effectiveOn'),
    kind: 'day',
    isRequired: true,
    hint: 'priceRevisions.effectiveHint',
  },
  { key: 'reason', title: title('reason'), kind: 'long-text', maxLength: 2000 },
];

const option =
  (group: string) =>
  (value: string): Option => ({ value, title: `priceRevisions.adjust.${group}.${value}` });
const METHODS: Option[] = ['percent', 'amount', 'copy'].map(option('methods'));
const ROUNDINGS: Option[] = ['half-up', 'up', 'down'].map(option('roundings'));
const STEPS: Option[] = ['0.0001', '0.01', '0.1', '0.5', '1', '5', '10'].map((value) => ({
  value,
  text: value,
}));
const adjust = (key: string) => `priceRevisions.adjust.${key}`;

/** Prices of many goods at once. Percent is typed as people say it, 3 for 3 %. */
export const adjustFields: FieldDeclaration[] = [
  { key: 'method', title: adjust('method'), kind: 'options', options: METHODS, isRequired: true },
  {
    key: 'percent',
    title: adjust('percent'),
    kind: 'decimal',
    isRequired: true,
    hint: adjust('percentHint'),
    isShown: ({ method }) => method === 'percent',
  },
  {
    key: 'amount',
    title: adjust('amount'),
    kind: 'decimal',
    isRequired: true,
    hint: adjust('amountHint'),
    isShown: ({ method }) => method === 'amount',
  },
  {
    key: 'copyPercent',
    title: adjust('copyPercent'),
    kind: 'decimal',
    hint: adjust('copyHint'),
    isShown: ({ method }) => method === 'copy',
  },
  {
    key: 'tableIds',
    title: adjust('tables'),
    kind: 'select',
    source: tableSource,
    isMultiple: true,
    isRequired: true,
    isWide: true,
  },
  {
    key: 'targetTableId',
    title: adjust('target'),
    kind: 'select',
    source: tableSource,
    isRequired: true,
    isWide: true,
    isShown: ({ method }) => method === 'copy',
  },
  { key: 'categoryIds', title: adjust('categories'), kind: 'own', input: ManyCategories },
  { key: 'brandIds', title: adjust('brands'), kind: 'select', source: brandSource, isMultiple: true },
  {
    key: 'productIds',
    title: adjust('products'),
    kind: 'select',
    source: recordSource('product'),
    isMultiple: true,
    isWide: true,
  },
  { key: 'roundTo', title: adjust('roundTo'), kind: 'options', options: STEPS },
  { key: 'rounding', title: adjust('rounding'), kind: 'options', options: ROUNDINGS },
  { key: 'on', title: adjust('on'), kind: 'day', hint: adjust('onHint') },
  { key: 'alsoFloor', title: adjust('alsoFloor'), kind: 'flag' },
];
