import { defineList } from '../../platform/lists/list-definition.js';

/**
 * Prices of the tables that the caller's roles see, each filter only where the table may be asked in that way: a table that
 * may not be asked by category has no rows for whoever asks by category. Other days than today take the way "date".
 */
export const priceList = defineList({
  resource: 'price',
  permission: 'price:read',
  table: `prices x join price_table_readers reader on reader.table_id = x.table_id join price_tables t on t.id = x.table_id
          join products p on p.id = x.product_id`,
  joins: `join price_table_kinds k on k.code = t.kind join price_revisions r on r.id = x.revision_id
          left join product_categories pc on pc.id = p.category_id left join brands b on b.id = p.brand_id`,
  key: 'x.id',
  columns: {
    id: 'x.id',
    tableId: 'x.table_id',
    tableName: 't.name',
    kind: 't.kind',
    currency: 't.currency',
    taxIncluded: 't.tax_included',
    productId: 'x.product_id',
    productCode: 'p.code',
    productName: 'p.name',
    specification: 'p.specification',
    categoryName: 'pc.name',
    brandName: 'b.name',
    unit: 'x.unit',
    minQuantity: 'x.min_quantity::text',
    price: 'price_text(x.price)',
    floorPrice: 'price_text(x.floor_price)',
    before: `(select price_text(o.price) from prices o where o.product_id = x.product_id and o.table_id = x.table_id and o.unit = x.unit
               and o.min_quantity = x.min_quantity and o.withdrawn_at is null and lower(o.valid) < lower(x.valid) order by lower(o.valid) desc limit 1)`,
    margin: {
      permission: 'cost:read',
      sql: `(select round(1 - m.cost / nullif(x.price / case when t.tax_included then 1 + p.tax_rate else 1 end, 0), 4)::text from product_costs m
              where m.product_id = x.product_id and x.unit = coalesce(p.unit, '') and m.valid @> lower(x.valid))`,
    },
    validFrom: 'lower(x.valid)',
    validTo: 'upper(x.valid) - 1',
    revisionId: 'x.revision_id',
    revisionNumber: 'r.number',
  },
  filters: {
    on: {
      kind: 'any-of',
      sql: `(x.valid @> (?)[1] and ((?)[1] = company_today() or 'date' = any(reader.ways)))`,
      type: 'date',
      describe: 'The prices that hold on this day.',
    },
    tableId: { kind: 'any-of', sql: 'x.table_id', type: 'uuid', describe: 'Price table.' },
    kind: { kind: 'any-of', sql: 't.kind', type: 'text', describe: 'Kind of price table.' },
    productId: {
      kind: 'any-of',
      sql: `('product' = any(reader.ways) and x.product_id = any(?))`,
      type: 'uuid',
      describe: 'Product.',
    },
    categoryId: {
      kind: 'any-of',
      sql: `('category' = any(reader.ways) and p.category_id in (select y.category_id from product_category_paths y where y.above_id = any(?)))`,
      type: 'uuid',
      describe: 'Category, or one above it.',
    },
    brandId: {
      kind: 'any-of',
      sql: `('brand' = any(reader.ways) and p.brand_id = any(?))`,
      type: 'uuid',
      describe: 'Brand.',
    },
    unit: { kind: 'any-of', sql: 'x.unit', type: 'text', describe: 'Unit.' },
    changed: {
      kind: 'range',
      sql: `case when 'change' = any(reader.ways) then lower(x.valid) end`,
      type: 'date',
      describe: 'Day on which the price begins.',
    },
  },
  sorts: {
    productCode: { sql: 'p.code', type: 'text' },
    productName: { sql: 'p.name collate "zh-x-icu"', type: 'text' },
    validFrom: { sql: 'lower(x.valid)', type: 'date' },
    price: { sql: 'x.price', type: 'numeric' },
  },
  defaultSort: 'productCode',
  search: { sql: 'p.search_text', prefixSql: 'p.search_text' },
  mine: 'reader.user_id',
  where: `x.withdrawn_at is null and t.deleted_at is null and p.deleted_at is null
          and (x.valid @> company_today() or 'date' = any(reader.ways))`,
});
