import { declareSensitiveFields } from '../platform/auth/sensitive-fields.js';
import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const CUSTOMER_PERMISSIONS = declarePermissions([
  { code: 'customer:read', describe: 'See customers and their contacts', scoped: true },
  { code: 'customer:create', describe: 'Add customers', scoped: true, needs: ['customer:read'] },
  {
    code: 'customer:change',
    describe: 'Change customers and their contacts',
    scoped: true,
    needs: ['customer:read'],
  },
  {
    code: 'customer:delete',
    describe: 'Put customers into the recycle bin and take them back',
    scoped: true,
    needs: ['customer:read'],
  },
  {
    code: 'customer:see-phone',
    describe: 'See phone numbers of customers and contacts in full',
    scoped: false,
    fields: 'masked',
  },
  { code: 'territory:read', describe: 'See sales territories', scoped: false },
  {
    code: 'territory:change',
    describe: 'Add and change sales territories',
    scoped: false,
    needs: ['territory:read'],
  },
]);

const PHONE = { column: 'phone', permission: 'customer:see-phone', without: 'masked-phone' } as const;
declareSensitiveFields(
  { table: 'customers', audited: 'customer', ...PHONE },
  { table: 'contacts', audited: 'contact', ...PHONE },
);
