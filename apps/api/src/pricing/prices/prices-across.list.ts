import { defineList } from '../../platform/lists/list-definition.js';
import { priceList } from './price.list.js';

/** One product in every table: only tables that may be asked across. */
export const acrossTables = defineList({
  ...priceList,
  resource: 'product-price',
  sorts: { ...priceList.sorts, table: { sql: 't.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'table',
  where: `${priceList.where} and 'across' = any(reader.ways)`,
});
