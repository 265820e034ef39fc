import { defineList } from '../../platform/lists/list-definition.js';

/** What a product has cost; the whole list takes the permission, not only the column. */
export const costList = defineList({
  resource: 'product-cost',
  permission: 'cost:read',
  table: 'product_costs k',
  key: 'k.id',
  columns: {
    id: 'k.id',
    cost: { sql: 'price_text(k.cost)', permission: 'cost:read' },
    validFrom: 'lower(k.valid)',
    validTo: 'upper(k.valid) - 1',
    note: 'k.note',
  },
  filters: { productId: { kind: 'any-of', sql: 'k.product_id', type: 'uuid', describe: 'Product.' } },
  sorts: { validFrom: { sql: 'lower(k.valid)', type: 'date' } },
  defaultSort: '-validFrom',
});

export const competitorPriceList = defineList({
  resource: 'competitor-price',
  permission: 'price:read',
  table: 'competitor_prices m',
  key: 'm.id',
  columns: {
    id: 'm.id',
    competitor: 'm.competitor',
    price: 'price_text(m.price)',
    currency: 'm.currency',
    observedOn: 'm.observed_on',
    note: 'm.note',
  },
  filters: { productId: { kind: 'any-of', sql: 'm.product_id', type: 'uuid', describe: 'Product.' } },
  sorts: { observedOn: { sql: 'm.observed_on', type: 'date' } },
  defaultSort: '-observedOn',
});
