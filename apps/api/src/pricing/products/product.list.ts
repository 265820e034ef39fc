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
    createdAt: 'p.created_at',
    version: 'p.version',
    custom: 'p.custom',
  },
  filters: {
    categoryId: {
      kind: 'any-of',
      sql: 'p.category_id in (select x.id from product_categories x where x.id = any(?) or x.parent_id = any(?))',
      type: 'uuid',
      describe: 'Category, or one above it.',
    },
    brandId: { kind: 'any-of', sql: 'p.brand_id', type: 'uuid', describe: 'Brand.' },
    code: { kind: 'any-of', sql: 'p.code', type: 'text', describe: 'Product code.' },
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

export const categoryList = defineList({
  resource: 'product-category',
  permission: 'product:read',
  table: 'product_categories c',
  joins: 'left join product_categories up on up.id = c.parent_id',
  key: 'c.id',
  columns: { id: 'c.id', name: 'c.name', parentId: 'c.parent_id', parentName: 'up.name' },
  filters: { parentId: { kind: 'any-of', sql: 'c.parent_id', type: 'uuid', describe: 'Category above.' } },
  sorts: { name: { sql: 'c.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});

export const brandList = defineList({
  resource: 'brand',
  permission: 'product:read',
  table: 'brands b',
  key: 'b.id',
  columns: { id: 'b.id', name: 'b.name' },
  filters: { name: { kind: 'any-of', sql: 'b.name', type: 'text', describe: 'Name.' } },
  sorts: { name: { sql: 'b.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});
