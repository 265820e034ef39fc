import { defineList } from '../../platform/lists/list-definition.js';

export const productList = defineList({
  resource: 'product',
  permission: 'product:read',
  table: 'products p',
  joins: `left join product_categories pc on pc.id = p.category_id left join product_categories pp on pp.id = pc.parent_id
          left join brands b on b.id = p.brand_id`,
  key: 'p.id',
  columns: {
    id: 'p.id',
    code: 'p.code',
    name: 'p.name',
    categoryId: 'p.category_id',
    categoryName: 'pc.name',
    parentCategoryName: 'pp.name',
    brandId: 'p.brand_id',
    brandName: 'b.name',
    specification: 'p.specification',
    unit: 'p.unit',
    taxRate: 'p.tax_rate::text',
    withdrawnOn: 'p.withdrawn_on',
    note: 'p.note',
    cost: {
      permission: 'cost:read',
      sql: '(select price_text(k.cost) from product_costs k where k.product_id = p.id and k.valid @> company_today())',
    },
    createdAt: 'p.created_at',
    version: 'p.version',
    custom: 'p.custom',
  },
  filters: {
    categoryId: {
      kind: 'any-of',
      sql: 'p.category_id in (select x.category_id from product_category_paths x where x.above_id = any(?))',
      type: 'uuid',
      describe: 'Category, or one above it.',
    },
    brandId: { kind: 'any-of', sql: 'p.brand_id', type: 'uuid', describe: 'Brand.' },
    code: { kind: 'any-of', sql: 'p.code', type: 'text', describe: 'Product code.' },
    isWithdrawn: {
      kind: 'any-of',
      sql: '(p.withdrawn_on is not null)',
      type: 'boolean',
      describe: 'Offered no more.',
    },
  },
  sorts: {
    createdAt: { sql: 'p.created_at', type: 'timestamptz' },
    code: { sql: 'p.code', type: 'text' },
    name: { sql: 'p.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: '-createdAt',
  search: { sql: 'p.search_text', prefixSql: 'p.search_text' },
  where: 'p.deleted_at is null',
});
