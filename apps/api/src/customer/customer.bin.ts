import { Injectable, type OnModuleInit } from '@nestjs/common';
import { whenViolated } from '../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../platform/errors/common.errors.js';
import { Recyclables, type Recyclable } from '../platform/recycle-bin/recyclable.js';

const CUSTOMER: Recyclable = {
  resource: 'customer',
  label: { zh: '客户', en: 'Customer' },
  table: 'customers',
  title: 'r.name',
  subtitle: 'r.number',
  permission: 'customer:delete',
  readPermission: 'customer:read',
  owner: 'r.owner_id',
  department: 'r.department_id',
  parts: [
    { table: 'contacts', column: 'customer_id' },
    { table: 'customer_addresses', column: 'customer_id' },
    { table: 'customer_finances', column: 'customer_id' },
    { table: 'customer_stage_changes', column: 'customer_id' },
  ],
};

/** Contacts are deleted and taken back by who may change their customer. */
const CONTACT: Recyclable = {
  resource: 'contact',
  label: { zh: '联系人', en: 'Contact' },
  table: 'contacts',
  joins: 'join customers c on c.id = r.customer_id',
  title: 'r.name',
  subtitle: 'c.name',
  permission: 'customer:change',
  readPermission: 'customer:read',
  owner: 'c.owner_id',
  department: 'c.department_id',
  parent: { resource: 'customer', column: 'customer_id' },
  onRestore: {
    is_primary: `r.is_primary and not exists (select 1 from contacts x where x.customer_id = r.customer_id and x.is_primary and x.deleted_at is null)`,
  },
};

whenViolated('uq_contacts_primary', ({ value }) => new DuplicateRecordError('contact', 'isPrimary', value));

@Injectable()
export class CustomerBin implements OnModuleInit {
  constructor(private readonly recyclables: Recyclables) {}

  onModuleInit(): void {
    this.recyclables.register(CUSTOMER, CONTACT);
  }
}
