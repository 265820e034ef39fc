import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { brandSource, categorySource } from '../catalogue.queries';
import CategorySelect from '../CategorySelect.vue';
import { tableSource } from '../price-tables/price-table.queries';
import { nameOf } from '../pricing-words';
import { type Price, pricesByDay } from './price-query.queries';

const title = (key: string) => `pricing.${key}`;

/** Prices across tables; a table that may not be asked in the way of a filter has no rows under it. */
export const priceQueryList = (kinds: readonly Option[], maySeeCost: boolean): ListDeclaration<Price> => ({
  source: pricesByDay,
  defaultSort: 'productCode',
  searchHint: 'products.searchHint',
  pageOf: ({ productId }) => ({ name: 'product', params: { id: productId }, query: { tab: 'prices' } }),
  columns: [
    {
      key: 'productName',
      title: title('product'),
      isTitle: true,
      isSortable: true,
      width: 220,
      text: nameOf,
    },
    { key: 'productCode', title: title('code'), isSortable: true, width: 120 },
    { key: 'tableName', title: title('table'), width: 160, onCard: true },
    { key: 'minQuantity', title: title('minQuantity'), kind: 'quantity', width: 90, onCard: true },
    { key: 'price', title: title('price'), kind: 'money', isSortable: true, width: 120, onCard: true },
    { key: 'unit', title: title('unit'), width: 60, onCard: true },
    { key: 'floorPrice', title: title('floorPrice'), kind: 'money', width: 110 },
    { key: 'before', title: title('before'), kind: 'money', width: 110 },
    ...(maySeeCost ? [{ key: 'margin', title: title('margin'), kind: 'rate' as const, width: 80 }] : []),
    { key: 'validFrom', title: title('validFrom'), kind: 'day', isSortable: true, width: 115, onCard: true },
    { key: 'validTo', title: title('validTo'), kind: 'day', width: 115 },
    { key: 'categoryName', title: title('category'), width: 110, isHidden: true },
    { key: 'brandName', title: title('brand'), width: 110, isHidden: true },
    { key: 'revisionNumber', title: title('revision'), width: 130, isHidden: true },
  ],
  filters: [
    { kind: 'day', param: 'on', title: title('on') },
    { kind: 'select', param: 'tableId', title: title('table'), source: tableSource },
    { kind: 'options', param: 'kind', title: title('kind'), options: kinds },
    {
      kind: 'select',
      param: 'categoryId',
      title: title('category'),
      source: categorySource,
      input: CategorySelect,
    },
    { kind: 'select', param: 'brandId', title: title('brand'), source: brandSource },
    { kind: 'select', param: 'productId', title: title('product'), source: recordSource('product') },
    { kind: 'days', param: 'changed', title: 'priceTables.changedOn' },
  ],
});
