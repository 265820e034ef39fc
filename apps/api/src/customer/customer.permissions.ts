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
  {
    code: 'customer:see-credit',
    describe: 'See credit limits and payment terms of customers',
    scoped: false,
    fields: 'hidden',
  },
  {
    code: 'customer:see-finance',
    describe: 'See bank accounts and invoice data of customers',
    scoped: false,
    fields: 'hidden',
  },
  {
    code: 'customer:change-finance',
    describe: 'Change bank accounts and invoice data of customers',
    scoped: true,
    needs: ['customer:change', 'customer:see-finance'],
  },
  {
    code: 'credit-limit-change:read',
    describe: 'See changes of credit limits',
    scoped: true,
    needs: ['customer:see-credit'],
  },
  {
    code: 'credit-limit-change:create',
    describe: 'Ask for changes of credit limits',
    scoped: true,
    needs: ['customer:read', 'credit-limit-change:read'],
  },
  { code: 'territory:read', describe: 'See sales territories', scoped: false },
  {
    code: 'territory:change',
    describe: 'Add and change sales territories',
    scoped: false,
    needs: ['territory:read'],
  },
]);

const CREDIT = { permission: 'customer:see-credit', without: 'hidden' } as const;
const CREDIT_CHANGE = { table: 'credit_limit_changes', audited: 'credit-limit-change', ...CREDIT } as const;
const FINANCE = {
  table: 'customer_finances',
  audited: 'customer-finance',
  permission: 'customer:see-finance',
  without: 'hidden',
} as const;
const PHONE = { column: 'phone', permission: 'customer:see-phone', without: 'masked-phone' } as const;
declareSensitiveFields(
  { ...FINANCE, column: 'invoice_title' },
  { ...FINANCE, column: 'tax_number' },
  { ...FINANCE, column: 'bank_name' },
  { ...FINANCE, column: 'bank_account' },
  { ...FINANCE, column: 'invoice_address' },
  { ...FINANCE, column: 'invoice_phone' },
  { table: 'customers', audited: 'customer', ...PHONE },
  { table: 'contacts', audited: 'contact', ...PHONE },
  { table: 'contacts', audited: 'contact', ...PHONE, column: 'wechat_id' },
  { table: 'customers', audited: 'customer', column: 'credit_limit', ...CREDIT },
  { table: 'customers', audited: 'customer', column: 'payment_terms_days', ...CREDIT },
  { ...CREDIT_CHANGE, column: 'old_limit' },
  { ...CREDIT_CHANGE, column: 'new_limit' },
  { ...CREDIT_CHANGE, column: 'old_terms_days' },
  { ...CREDIT_CHANGE, column: 'new_terms_days' },
);
