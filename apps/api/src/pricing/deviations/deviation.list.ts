import { defineList } from '../../platform/lists/list-definition.js';
import { DEVIATION_KINDS } from './deviation.dto.js';

export const deviationList = defineList({
  resource: 'price-deviation',
  permission: 'customer:read',
  table: 'price_deviations d join customers c on c.id = d.customer_id',
  joins: 'join products p on p.id = d.product_id join users u on u.id = d.owner_id',
  key: 'd.id',
  columns: {
    id: 'd.id',
    kind: 'd.kind',
    customerId: 'd.customer_id',
    customerName: 'c.name',
    productId: 'd.product_id',
    productName: 'p.name',
    unit: 'd.unit',
    quantity: 'd.quantity::text',
    contractKind: 'd.contract_kind',
    pricedOn: 'd.priced_on',
    currency: 'd.currency',
    askedPrice: 'price_text(d.asked_price)',
    tablePrice: 'price_text(d.table_price)',
    floorPrice: 'price_text(d.floor_price)',
    reason: 'd.reason',
    ownerId: 'd.owner_id',
    ownerName: 'u.display_name',
    createdAt: 'd.created_at',
  },
  filters: {
    kind: { kind: 'any-of', sql: 'd.kind', type: 'text', values: DEVIATION_KINDS, describe: 'Kind.' },
    customerId: { kind: 'any-of', sql: 'd.customer_id', type: 'uuid', describe: 'Customer.' },
    productId: { kind: 'any-of', sql: 'd.product_id', type: 'uuid', describe: 'Product.' },
    createdAt: { kind: 'range', sql: 'd.created_at', type: 'timestamptz', describe: 'When it was recorded.' },
  },
  sorts: { createdAt: { sql: 'd.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  scope: { owner: 'c.owner_id', department: 'c.department_id' },
});
