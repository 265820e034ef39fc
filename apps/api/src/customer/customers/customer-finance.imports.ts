import type { ImportField, ImportResource } from '../../platform/imports/import-resource.js';

const text = (
  name: string,
  column: string,
  max: number,
  [zh, en]: readonly [string, string],
  headers: readonly string[],
): ImportField => ({ name, column, type: 'text', max, label: { zh, en }, headers });

/** Where a customer banks and how it is invoiced; for whoever may change that, and only of customers in her reach. */
export const CUSTOMER_FINANCE_IMPORT: ImportResource = {
  resource: 'customer-finance',
  label: { zh: '客户开票与银行信息', en: 'Bank and invoicing of a customer' },
  table: 'customer_finances',
  audited: 'customer-finance',
  permission: 'customer:change-finance',
  key: ['customer'],
  guessedWith: 'customer',
  references: [
    {
      name: 'customer',
      resource: 'customer',
      column: 'customer_id',
      within: 'customer:change-finance',
    },
  ],
  computed: {
    tax_number: { sql: `upper(regexp_replace(f."taxNumber", '\\s', '', 'g'))`, from: ['taxNumber'] },
    bank_account: { sql: `regexp_replace(f."bankAccount", '\\D', '', 'g')`, from: ['bankAccount'] },
  },
  fields: [
    text(
      'invoiceTitle',
      'invoice_title',
      120,
      ['发票抬头', 'Name on invoices'],
      ['发票抬头', '开票名称', '开票抬头', 'invoice title'],
    ),
    {
      ...text(
        'taxNumber',
        'tax_number',
        40,
        ['税号', 'Tax number'],
        [
          '税号',
          '纳税人识别号',
          '纳税识别号',
          '纳税号',
          '税务登记号',
          '开票税号',
          'tax number',
          'tax id',
          'vat number',
        ],
      ),
      column: null,
      pattern: /^\s*[0-9A-Za-z](?:\s*[0-9A-Za-z]){14,19}\s*$/,
    },
    text(
      'bankName',
      'bank_name',
      120,
      ['开户行', 'Bank'],
      ['开户行', '开户银行', '开户行名称', '银行名称', 'bank', 'bank name'],
    ),
    {
      ...text(
        'bankAccount',
        'bank_account',
        40,
        ['银行账号', 'Account number'],
        [
          '银行账号',
          '银行帐号',
          '银行账户',
          '银行卡号',
          '开户账号',
          '账号',
          '帐号',
          'account number',
          'bank account',
        ],
      ),
      column: null,
      pattern: /^[0-9](?:[ -]?[0-9]){5,31}$/,
    },
    text(
      'invoiceAddress',
      'invoice_address',
      300,
      ['开票地址', 'Address on invoices'],
      ['开票地址', '发票地址', 'invoice address'],
    ),
    text(
      'invoicePhone',
      'invoice_phone',
      40,
      ['开票电话', 'Phone on invoices'],
      ['开票电话', '发票电话', 'invoice phone'],
    ),
  ],
};
