import { defineList } from '../../platform/lists/list-definition.js';
import { PROMOTION_STATES } from './promotion.entity.js';

export const promotionList = defineList({
  resource: 'promotion',
  permission: 'promotion:read',
  table: 'promotions m',
  key: 'm.id',
  columns: {
    id: 'm.id',
    name: 'm.name',
    state: 'm.state',
    validFrom: 'lower(m.valid)',
    validTo: 'upper(m.valid) - 1',
    customerClasses: 'm.customer_classes',
    territoryIds: 'm.territory_ids',
    customerIds: 'm.customer_ids',
    productIds: 'm.product_ids',
    categoryIds: 'm.category_ids',
    brandIds: 'm.brand_ids',
    method: 'm.method',
    value: 'trim_scale(m.value)::text',
    minQuantity: 'm.min_quantity::text',
    totalLimit: 'm.total_limit::text',
    customerLimit: 'm.customer_limit::text',
    used: `(select coalesce(sum(u.quantity), 0)::numeric(18, 3)::text from promotion_uses u where u.promotion_id = m.id)`,
    note: 'm.note',
    createdAt: 'm.created_at',
    version: 'm.version',
  },
  filters: {
    state: { kind: 'any-of', sql: 'm.state', type: 'text', values: PROMOTION_STATES, describe: 'State.' },
    on: { kind: 'any-of', sql: 'm.valid @> (?)[1]', type: 'date', describe: 'Holds on this day.' },
  },
  sorts: { createdAt: { sql: 'm.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  where: 'm.deleted_at is null',
});
