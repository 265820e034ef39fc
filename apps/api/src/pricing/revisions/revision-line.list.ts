import { defineList } from '../../platform/lists/list-definition.js';
import { BESIDE, MARGIN, OLD_PRICE } from './old-prices.js';

/** The lines of a revision, each beside the price until then, cost, and what competitors ask. */
export const revisionLineList = defineList({
  resource: 'price-revision-line',
  permission: 'price-revision:read',
  table: `price_revision_lines l join price_revisions r on r.id = l.revision_id join products p on p.id = l.product_id`,
  joins: `join price_tables t on t.id = l.table_id left join product_categories pc on pc.id = p.category_id ${OLD_PRICE} ${BESIDE}`,
  key: 'l.id',
  columns: {
    id: 'l.id',
    tableId: 'l.table_id',
    tableName: 't.name',
    currency: 't.currency',
    productId: 'l.product_id',
    productCode: 'p.code',
    productName: 'p.name',
    specification: 'p.specification',
    categoryName: 'pc.name',
    unit: 'l.unit',
    minQuantity: 'l.min_quantity::text',
    price: 'price_text(l.price)',
    floorPrice: 'price_text(l.floor_price)',
    oldPrice: 'price_text(old.price)',
    oldFloorPrice: 'price_text(old.floor)',
    change: 'price_text(l.price - old.price)',
    changeRate: 'round(l.price / nullif(old.price, 0) - 1, 4)::text',
    isUnusual: 'coalesce(l.price >= old.price * 10 or l.price <= old.price / 10, false)',
    cost: { permission: 'cost:read', sql: 'price_text(beside.cost)' },
    margin: { permission: 'cost:read', sql: `${MARGIN}::text` },
    competitorPrice: 'price_text(beside.rival)',
    note: 'l.note',
  },
  filters: {
    revisionId: { kind: 'any-of', sql: 'l.revision_id', type: 'uuid', describe: 'Revision.' },
    tableId: { kind: 'any-of', sql: 'l.table_id', type: 'uuid', describe: 'Price table.' },
    productId: { kind: 'any-of', sql: 'l.product_id', type: 'uuid', describe: 'Product.' },
  },
  sorts: {
    productCode: { sql: 'p.code', type: 'text' },
    productName: { sql: 'p.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: 'productCode',
  search: { sql: 'p.search_text', prefixSql: 'p.search_text' },
  scope: { owner: 'r.owner_id', department: 'r.department_id' },
  where: 'r.deleted_at is null',
});
