import { defineList } from '../../platform/lists/list-definition.js';
import { maskedPhone } from '../../platform/auth/sensitive-fields.js';
import { CUSTOMER_KINDS, CUSTOMER_SOURCES, CUSTOMER_STAGES } from './customer.entity.js';

const SALES = `(select sum(l.sales_amount) from orders o join order_lines l on l.order_id = o.id where o.customer_id = c.id and o.deleted_at is null)`;

export const customerList = defineList({
  resource: 'customer',
  permission: 'customer:read',
  table: 'customers c',
  joins: 'left join users u on u.id = c.owner_id left join territories t on t.id = c.territory_id',
  key: 'c.id',
  columns: {
    id: 'c.id',
    number: 'c.number',
    name: 'c.name',
    kind: 'c.kind',
    stage: 'c.stage',
    isDealer: 'c.is_dealer',
    class: 'c.customer_class',
    province: 'c.province',
    city: 'c.city',
    address: 'c.address',
    phone: { sql: 'c.phone', permission: 'customer:see-phone', masked: maskedPhone('c.phone') },
    note: 'c.note',
    creditLimit: { sql: 'c.credit_limit::text', permission: 'customer:see-credit' },
    paymentTermsDays: { sql: 'c.payment_terms_days', permission: 'customer:see-credit' },
    source: 'c.source',
    territoryId: 'c.territory_id',
    territoryName: 't.name',
    ownerId: 'c.owner_id',
    ownerName: 'u.display_name',
    departmentId: 'c.department_id',
    lastOrderOn:
      '(select max(o.ordered_on) from orders o where o.customer_id = c.id and o.deleted_at is null)',
    salesAmount: `coalesce(round(${SALES}, 2), 0)::text`,
    createdAt: 'c.created_at',
    updatedAt: 'c.updated_at',
    version: 'c.version',
    custom: 'c.custom',
  },
  filters: {
    kind: {
      kind: 'any-of',
      sql: 'c.kind',
      type: 'text',
      values: CUSTOMER_KINDS,
      describe: 'Organisation or individual.',
    },
    stage: {
      kind: 'any-of',
      sql: 'c.stage',
      type: 'text',
      values: CUSTOMER_STAGES,
      describe: 'Potential or formal.',
    },
    isDealer: { kind: 'any-of', sql: 'c.is_dealer', type: 'boolean', describe: 'Dealer or not.' },
    class: { kind: 'any-of', sql: 'c.customer_class', type: 'text', describe: 'Customer class.' },
    province: { kind: 'any-of', sql: 'c.province', type: 'text', describe: 'Province.' },
    city: { kind: 'any-of', sql: 'c.city', type: 'text', describe: 'City.' },
    source: {
      kind: 'any-of',
      sql: 'c.source',
      type: 'text',
      values: CUSTOMER_SOURCES,
      describe: 'Where the record came from.',
    },
    ownerId: { kind: 'any-of', sql: 'c.owner_id', type: 'uuid', describe: 'Owner.' },
    territoryId: { kind: 'any-of', sql: 'c.territory_id', type: 'uuid', describe: 'Sales territory.' },
    createdAt: { kind: 'range', sql: 'c.created_at', type: 'timestamptz', describe: 'When it was entered.' },
  },
  sorts: {
    createdAt: { sql: 'c.created_at', type: 'timestamptz' },
    name: { sql: 'c.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: '-createdAt',
  search: {
    sql: 'c.search_text',
    prefixSql: 'c.search_text',
    recent: { sql: 'month_of(c.created_at)', sort: 'createdAt' },
    open: {
      permission: 'customer:see-phone',
      sql: `lower(c.name || ' ' || c.initials || ' ' || c.number)`,
    },
  },
  sums: { salesAmount: { sql: `round(sum(${SALES}), 2)` } },
  scope: { owner: 'c.owner_id', department: 'c.department_id' },
  where: 'c.deleted_at is null',
});
