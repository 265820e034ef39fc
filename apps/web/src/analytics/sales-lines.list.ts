import type { FilterDeclaration, ListDeclaration } from '../shared/list/list-declaration';
import { ANGLES } from './angles';
import { type SalesLine, salesLineSource } from './sales.queries';

const angleFilters = ANGLES.map((angle): FilterDeclaration => ({
  kind: 'text',
  param: angle,
  title: `analytics.angles.${angle}`,
}));

export const salesLineList: ListDeclaration<SalesLine> = {
  source: salesLineSource,
  resource: 'sales-line',
  exports: 'sales-line',
  defaultSort: '-orderedOn',
  pageOf: ({ customerId }) => ({ name: 'customer', params: { id: customerId }, query: { tab: 'orders' } }),
  columns: [
    { key: 'orderNumber', title: 'analytics.lines.orderNumber', isTitle: true, width: 160 },
    {
      key: 'orderedOn',
      title: 'analytics.lines.orderedOn',
      kind: 'day',
      isSortable: true,
      width: 120,
      onCard: true,
    },
    { key: 'customerName', title: 'analytics.angles.customer', width: 110, onCard: true },
    { key: 'customerClass', title: 'analytics.angles.customerClass', width: 100, isHidden: true },
    { key: 'territory', title: 'analytics.angles.territory', width: 90 },
    { key: 'manager', title: 'analytics.angles.manager', width: 90, isHidden: true },
    { key: 'productCode', title: 'analytics.lines.productCode', width: 170, isHidden: true },
    { key: 'productName', title: 'analytics.angles.product', width: 230, onCard: true },
    { key: 'category', title: 'analytics.angles.category', width: 100, isHidden: true },
    { key: 'subCategory', title: 'analytics.angles.subCategory', width: 100 },
    { key: 'brand', title: 'analytics.angles.brand', width: 110, isHidden: true },
    { key: 'quantity', title: 'analytics.measures.quantity', kind: 'quantity', width: 90 },
    { key: 'discountRate', title: 'analytics.lines.discountRate', kind: 'rate', width: 80 },
    {
      key: 'salesAmount',
      title: 'analytics.measures.salesAmount',
      kind: 'money',
      isSortable: true,
      width: 130,
      onCard: true,
    },
    { key: 'profit', title: 'analytics.measures.profit', kind: 'money', width: 130, onCard: true },
  ],
  filters: [...angleFilters, { kind: 'days', param: 'orderedOn', title: 'analytics.orderedOn' }],
};
