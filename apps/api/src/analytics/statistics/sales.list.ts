import { defineList, type ListFilter } from '../../platform/lists/list-definition.js';
import { NONE, SALES_DIMENSIONS } from './sales-dimensions.js';

const dimensionFilters = Object.fromEntries(
  Object.entries(SALES_DIMENSIONS).map(([name, { sql, describe }]): [string, ListFilter] => [
    name,
    { kind: 'any-of', sql: `coalesce(${sql}, '${NONE}')`, type: 'text', describe },
  ]),
);

/** The lines behind a figure; its filters are those of the statistics. */
export const salesLineList = defineList({
  resource: 'sales-line',
  permission: 'statistics:read',
  table: 'sales_facts f',
  key: 'f.line_id',
  columns: {
    id: 'f.line_id',
    orderId: 'f.order_id',
    orderNumber: 'f.order_number',
    orderedOn: 'f.ordered_on',
    customerId: 'f.customer_id',
    customerName: 'f.customer_name',
    customerClass: 'f.customer_class',
    territory: 'f.territory',
    manager: 'f.manager',
    productCode: 'f.product_code',
    productName: 'f.product_name',
    category: 'f.category',
    subCategory: 'f.sub_category',
    brand: 'f.brand',
    quantity: 'f.quantity',
    discountRate: 'f.discount_rate',
    salesAmount: 'f.sales_amount',
    profit: { sql: 'f.profit', permission: 'cost:read' },
  },
  filters: {
    ...dimensionFilters,
    orderedOn: { kind: 'range', sql: 'f.ordered_on', type: 'date', describe: 'Day of the order.' },
    customerId: { kind: 'any-of', sql: 'f.customer_id', type: 'uuid', describe: 'Customer.' },
  },
  sorts: {
    orderedOn: { sql: 'f.ordered_on', type: 'date' },
    salesAmount: { sql: 'f.sales_amount', type: 'numeric' },
  },
  defaultSort: '-orderedOn',
  sums: {
    salesAmount: { sql: 'round(sum(f.sales_amount), 2)' },
    profit: { sql: 'round(sum(f.profit), 2)', permission: 'cost:read' },
    quantity: { sql: 'sum(f.quantity)' },
  },
  scope: { owner: 'f.owner_id', department: 'f.department_id' },
});
