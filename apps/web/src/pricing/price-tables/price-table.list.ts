import type { FilterDeclaration, ListDeclaration, Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { brandSource, categorySource } from '../catalogue.queries';
import CategorySelect from '../CategorySelect.vue';
import { kindOf } from '../pricing-words';
import { audienceText } from './audiences';
import { type PriceTable, priceTableSource, type Way } from './price-table.queries';

const title = (key: string) => `priceTables.fields.${key}`;

export const priceTableList = (kinds: readonly Option[], everybody: string): ListDeclaration<PriceTable> => ({
  source: priceTableSource,
  resource: 'price-table',
  exports: 'price-table',
  create: { permission: 'price-table:manage', title: 'priceTables.create', opens: 'price-table' },
  defaultSort: 'name',
  pageOf: ({ id }) => ({ name: 'price-table', params: { id } }),
  columns: [
    { key: 'name', title: title('name'), isTitle: true, isSortable: true, width: 220 },
    { key: 'kind', title: title('kind'), width: 140, onCard: true, text: kindOf },
    {
      key: 'audiences',
      title: title('audiences'),
      width: 220,
      onCard: true,
      text: ({ audiences }) => audienceText(audiences, everybody),
    },
    { key: 'products', title: title('products'), kind: 'count', width: 110, onCard: true },
    { key: 'currency', title: title('currency'), width: 80 },
    { key: 'taxIncluded', title: title('taxIncluded'), kind: 'flag', width: 80 },
    { key: 'priority', title: title('priority'), kind: 'count', width: 80 },
    { key: 'retiredOn', title: title('retiredOn'), kind: 'day', width: 120 },
    { key: 'note', title: title('note'), width: 180, isHidden: true },
    {
      key: 'createdAt',
      title: title('createdAt'),
      kind: 'instant',
      isSortable: true,
      width: 150,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'kind', title: title('kind'), options: kinds },
    { kind: 'text', param: 'currency', title: title('currency') },
    { kind: 'flag', param: 'isRetired', title: title('isRetired') },
  ],
});

/** Only the ways in which the table may be asked: another one would answer nothing. */
export function priceFilters(ways: readonly Way[]): FilterDeclaration[] {
  const filters: (FilterDeclaration & { way: Way })[] = [
    {
      way: 'category',
      kind: 'select',
      param: 'categoryId',
      title: 'pricing.category',
      source: categorySource,
      input: CategorySelect,
    },
    { way: 'brand', kind: 'select', param: 'brandId', title: 'pricing.brand', source: brandSource },
    {
      way: 'product',
      kind: 'select',
      param: 'productId',
      title: 'pricing.product',
      source: recordSource('product'),
    },
    { way: 'change', kind: 'days', param: 'changed', title: 'priceTables.changedOn' },
  ];
  return filters.filter(({ way }) => ways.includes(way));
}
