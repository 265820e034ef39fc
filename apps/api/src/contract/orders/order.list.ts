import { defineList } from '../../platform/lists/list-definition.js';

const LINES = `cross join lateral (
  select count(*)::int as line_count, sum(l.quantity) as quantity, sum(l.sales_amount) as sales_amount, sum(l.profit) as profit
    from order_lines l where l.order_id = o.id) s`;

export const orderList = defineList({
  resource: 'order',
  permission: 'order:read',
  table: 'orders o',
  joins: `join customers c on c.id = o.customer_id left join territories t on t.id = o.territory_id ${LINES}`,
  key: 'o.id',
  columns: {
    id: 'o.id',
    number: 'o.number',
    customerId: 'o.customer_id',
    customerName: 'c.name',
    orderedOn: 'o.ordered_on',
    shippedOn: 'o.shipped_on',
    shipMode: 'o.ship_mode',
    province: 'o.province',
    city: 'o.city',
    territoryName: 't.name',
    lineCount: 's.line_count',
    quantity: 'coalesce(s.quantity, 0)::text',
    salesAmount: 'round(coalesce(s.sales_amount, 0), 2)::text',
    profit: { sql: 'round(s.profit, 2)::text', permission: 'cost:read' },
    version: 'o.version',
    custom: 'o.custom',
    ownerId: 'o.owner_id',
    departmentId: 'o.department_id',
  },
  filters: {
    customerId: { kind: 'any-of', sql: 'o.customer_id', type: 'uuid', describe: 'Customer.' },
    number: { kind: 'any-of', sql: 'o.number', type: 'text', describe: 'Order number.' },
    territoryId: { kind: 'any-of', sql: 'o.territory_id', type: 'uuid', describe: 'Sales territory.' },
    orderedOn: { kind: 'range', sql: 'o.ordered_on', type: 'date', describe: 'Day of the order.' },
  },
  sorts: { orderedOn: { sql: 'o.ordered_on', type: 'date' } },
  defaultSort: '-orderedOn',
  sums: {
    salesAmount: { sql: 'round(sum(s.sales_amount), 2)' },
    profit: { sql: 'round(sum(s.profit), 2)', permission: 'cost:read' },
  },
  scope: { owner: 'o.owner_id', department: 'o.department_id' },
  where: 'o.deleted_at is null',
});

/** Lines of orders; also what a figure of the statistics is made of. */
export const orderLineList = defineList({
  resource: 'order-line',
  permission: 'order:read',
  table: 'order_lines l',
  joins: `join orders o on o.id = l.order_id join products p on p.id = l.product_id
          left join product_categories pc on pc.id = p.category_id left join product_categories pp on pp.id = pc.parent_id
          left join brands b on b.id = p.brand_id`,
  key: 'l.id',
  columns: {
    id: 'l.id',
    lineNumber: 'l.line_number',
    productId: 'l.product_id',
    productCode: 'p.code',
    productName: 'p.name',
    category: 'coalesce(pp.name, pc.name)',
    subCategory: 'case when pp.id is not null then pc.name end',
    brand: 'b.name',
    quantity: 'l.quantity',
    unitPrice: 'round(l.sales_amount / nullif(l.quantity, 0), 2)',
    discountRate: 'l.discount_rate',
    salesAmount: 'l.sales_amount',
    profit: { sql: 'l.profit', permission: 'cost:read' },
  },
  filters: { orderId: { kind: 'any-of', sql: 'l.order_id', type: 'uuid', describe: 'Order.' } },
  sorts: { lineNumber: { sql: 'l.line_number', type: 'integer' } },
  defaultSort: 'lineNumber',
  scope: { owner: 'o.owner_id', department: 'o.department_id' },
  where: 'o.deleted_at is null',
});
