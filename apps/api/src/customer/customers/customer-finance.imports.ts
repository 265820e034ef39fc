import type { ImportField, ImportResource } from '../../platform/imports/import-resource.js';

const text = (name: string, max: number, zh: string, en: string, headers: readonly string[]) => ({
  name,
  max,
  type: 'text' as const,
  label: { zh, en },
  headers,
});

/** What the database keeps of a code: capitals and digits, without the blanks by which people group them. */
const tidy = (value: string): string => value.replace(/[\s-]/g, '').toUpperCase();
const tidied = (name: string): string => `upper(regexp_replace(f."${name}", '[[:space:]-]', '', 'g'))`;

const looksLike =
  (pattern: RegExp): NonNullable<ImportField['check']> =>
  (value) =>
    pattern.test(tidy(value)) ? undefined : { code: 'import.wrong-form', params: { text: value } };

/** Where a customer banks and how it is invoiced, as books of account list it beside the customer. */
export const CUSTOMER_FINANCE_IMPORT: ImportResource = {
  resource: 'customer-finance',
  label: { zh: '客户开票资料', en: 'Invoice data of customers' },
  table: 'customer_finances',
  audited: 'customer-finance',
  permission: 'customer:change-finance',
  key: ['customer'],
  references: [
    { name: 'customer', resource: 'customer', column: 'customer_id', within: 'customer:change-finance' },
  ],
  computed: {
    tax_number: { sql: tidied('taxNumber'), from: ['taxNumber'] },
    bank_account: { sql: tidied('bankAccount'), from: ['bankAccount'] },
  },
  fields: [
    {
      ...text('invoiceTitle', 120, '开票名称', 'Name on invoices', [
        '开票名称',
        '发票抬头',
        '开票抬头',
        '开票单位',
        'invoice title',
      ]),
      column: 'invoice_title',
    },
    {
      ...text('taxNumber', 40, '税号', 'Tax number', [
        '税号',
        '纳税人识别号',
        '纳税识别号',
        '纳税人登记号',
        '税务登记号',
        'tax number',
        'tax id',
      ]),
      column: null,
      check: looksLike(/^[0-9A-Z]{15,20}$/),
    },
    {
      ...text('bankName', 120, '开户行', 'Bank', [
        '开户行',
        '开户银行',
        '开户行名称',
        '银行名称',
        'bank',
        'bank name',
      ]),
      column: 'bank_name',
    },
    {
      ...text('bankAccount', 40, '银行账号', 'Bank account', [
        '银行账号',
        '银行帐号',
        '银行账户',
        '开户账号',
        '账号',
        '帐号',
        'bank account',
        'account number',
      ]),
      column: null,
      check: looksLike(/^[0-9]{6,32}$/),
    },
    {
      ...text('invoiceAddress', 300, '开票地址', 'Address on invoices', ['开票地址', 'invoice address']),
      column: 'invoice_address',
    },
    {
      ...text('invoicePhone', 40, '开票电话', 'Phone on invoices', ['开票电话', 'invoice phone']),
      column: 'invoice_phone',
    },
  ],
};
