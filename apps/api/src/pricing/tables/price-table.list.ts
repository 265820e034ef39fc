import { defineList } from '../../platform/lists/list-definition.js';

const AUDIENCES = `(select coalesce(jsonb_agg(jsonb_build_object('customerId', a.customer_id, 'customerName', c.name,
    'customerClass', a.customer_class, 'territoryId', a.territory_id, 'territoryName', y.name, 'province', a.province) order by a.id), '[]')
  from price_table_audiences a left join customers c on c.id = a.customer_id left join territories y on y.id = a.territory_id
 where a.table_id = t.id)`;

/** Tables that the caller's roles see, with the ways in which they may be asked. */
export const priceTableList = defineList({
  resource: 'price-table',
  permission: 'price:read',
  table: 'price_tables t join price_table_readers reader on reader.table_id = t.id',
  joins: 'join price_table_kinds k on k.code = t.kind',
  key: 't.id',
  columns: {
    id: 't.id',
    name: 't.name',
    kind: 't.kind',
    kindLabelZh: 'k.label_zh',
    kindLabelEn: 'k.label_en',
    currency: 't.currency',
    taxIncluded: 't.tax_included',
    priority: 't.priority',
    retiredOn: 't.retired_on',
    note: 't.note',
    audiences: AUDIENCES,
    products: `(select count(distinct x.product_id)::int from prices x
                 where x.table_id = t.id and x.withdrawn_at is null and x.valid @> company_today())`,
    ways: 'reader.ways',
    createdAt: 't.created_at',
    version: 't.version',
  },
  filters: {
    kind: { kind: 'any-of', sql: 't.kind', type: 'text', describe: 'Kind.' },
    currency: { kind: 'any-of', sql: 't.currency', type: 'text', describe: 'Currency.' },
    isRetired: {
      kind: 'any-of',
      sql: '(t.retired_on is not null and t.retired_on <= company_today())',
      type: 'boolean',
      describe: 'Prices nobody any more.',
    },
  },
  sorts: {
    name: { sql: 't.name collate "zh-x-icu"', type: 'text' },
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
  },
  defaultSort: 'name',
  mine: 'reader.user_id',
  where: 't.deleted_at is null',
});
