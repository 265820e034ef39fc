import { defineList } from '../../platform/lists/list-definition.js';

export const categoryList = defineList({
  resource: 'product-category',
  permission: 'product:read',
  table: 'product_categories c',
  joins: 'left join product_categories up on up.id = c.parent_id',
  key: 'c.id',
  columns: {
    id: 'c.id',
    name: 'c.name',
    parentId: 'c.parent_id',
    parentName: 'up.name',
    products: '(select count(*)::int from products p where p.category_id = c.id and p.deleted_at is null)',
    version: 'c.version',
  },
  filters: { parentId: { kind: 'any-of', sql: 'c.parent_id', type: 'uuid', describe: 'Category above.' } },
  sorts: { name: { sql: 'c.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});

export const brandList = defineList({
  resource: 'brand',
  permission: 'product:read',
  table: 'brands b',
  key: 'b.id',
  columns: { id: 'b.id', name: 'b.name', version: 'b.version' },
  filters: { name: { kind: 'any-of', sql: 'b.name', type: 'text', describe: 'Name.' } },
  sorts: { name: { sql: 'b.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});
