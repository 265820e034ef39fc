import { maskedPhone } from '../../platform/auth/sensitive-fields.js';
import { defineList } from '../../platform/lists/list-definition.js';

/** Contacts are seen with their customer: its owner and department decide. */
export const contactList = defineList({
  resource: 'contact',
  permission: 'customer:read',
  table: 'contacts k',
  joins: 'join customers c on c.id = k.customer_id',
  key: 'k.id',
  columns: {
    id: 'k.id',
    customerId: 'k.customer_id',
    customerName: 'c.name',
    name: 'k.name',
    title: 'k.title',
    phone: { sql: 'k.phone', permission: 'customer:see-phone', masked: maskedPhone('k.phone') },
    email: 'k.email',
    isPrimary: 'k.is_primary',
    note: 'k.note',
    createdAt: 'k.created_at',
    version: 'k.version',
    custom: 'k.custom',
    ownerId: 'c.owner_id',
    departmentId: 'c.department_id',
  },
  filters: {
    customerId: { kind: 'any-of', sql: 'k.customer_id', type: 'uuid', describe: 'Customer.' },
    isPrimary: { kind: 'any-of', sql: 'k.is_primary', type: 'boolean', describe: 'The one to call first.' },
  },
  sorts: {
    createdAt: { sql: 'k.created_at', type: 'timestamptz' },
    name: { sql: 'k.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: '-createdAt',
  search: {
    sql: 'k.search_text',
    prefixSql: 'k.search_text',
    open: {
      permission: 'customer:see-phone',
      sql: `lower(k.name || ' ' || k.initials || ' ' || coalesce(k.email, ''))`,
    },
  },
  scope: { owner: 'c.owner_id', department: 'c.department_id' },
  where: 'k.deleted_at is null and c.deleted_at is null',
});
