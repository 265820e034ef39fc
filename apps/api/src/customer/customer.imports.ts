import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportResources, type ImportResource } from '../platform/imports/import-resource.js';
import { pinyinInitials } from '../platform/text/pinyin-initials.js';
import { CONTACT_IMPORT } from './contacts/contact.imports.js';
import { CUSTOMER_FINANCE_IMPORT } from './customers/customer-finance.imports.js';
import { CUSTOMER_IMPORT_FIELDS } from './customers/customer.import-fields.js';

const TERRITORY: ImportResource = {
  resource: 'territory',
  label: { zh: '销售区域', en: 'Sales territory' },
  table: 'territories',
  audited: 'territory',
  permission: 'territory:change',
  key: ['name'],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '区域名称', en: 'Territory' },
      headers: ['地区', '区域', '销售区域', '大区', 'region', 'territory'],
    },
    {
      name: 'managerName',
      column: 'manager_name',
      type: 'text',
      max: 60,
      label: { zh: '区域经理', en: 'Territory manager' },
      headers: ['地区经理', '区域经理', '大区经理', 'regional manager', 'manager'],
    },
  ],
};

const CUSTOMER: ImportResource = {
  resource: 'customer',
  label: { zh: '客户', en: 'Customer' },
  table: 'customers',
  audited: 'customer',
  permission: 'customer:create',
  lookUpPermission: 'customer:read',
  key: ['number'],
  otherKeys: [['name'], ['phone']],
  owned: true,
  hasRecycleBin: true,
  computed: {
    credit_code: { sql: `upper(regexp_replace(f."creditCode", '\\s', '', 'g'))`, from: ['creditCode'] },
  },
  onCreate: {
    source: `'imported'`,
    stage: `'formal'`,
    kind: `'organisation'`,
    is_dealer: 'false',
    created_at: 'now()',
  },
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [
    { name: 'territory', resource: 'territory', column: 'territory_id' },
    { name: 'owner', resource: 'owner', column: 'owner_id' },
  ],
  fields: CUSTOMER_IMPORT_FIELDS,
};

@Injectable()
export class CustomerImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(TERRITORY, CUSTOMER, CUSTOMER_FINANCE_IMPORT, CONTACT_IMPORT);
  }
}
