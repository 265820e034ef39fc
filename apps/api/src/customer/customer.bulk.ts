import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkResources } from '../platform/bulk/bulk-resource.js';
import { ChangeContactDto } from './contacts/contact-input.dto.js';
import { contactList } from './contacts/contact.list.js';
import { ContactsService } from './contacts/contacts.service.js';
import { ChangeCustomerDto } from './customers/customer.dto.js';
import { customerList } from './customers/customer.list.js';
import { CustomersService } from './customers/customers.service.js';

/** What may be done to many customers or contacts at once. */
@Injectable()
export class CustomerBulk implements OnModuleInit {
  constructor(
    private readonly resources: BulkResources,
    private readonly customers: CustomersService,
    private readonly contacts: ContactsService,
  ) {}

  onModuleInit(): void {
    this.resources.register(
      {
        list: customerList,
        label: { zh: '客户', en: 'Customers' },
        title: 'name',
        actions: {
          change: {
            permission: 'customer:change',
            values: {
              type: ChangeCustomerDto,
              fields: [
                'ownerId',
                'territoryId',
                'class',
                'importance',
                'industry',
                'channel',
                'region',
                'lifeCycle',
                'nextFollowUpOn',
                'province',
                'city',
                'isDealer',
                'custom',
              ],
            },
            run: (id, values, version, actor) => this.customers.change(id, values, version, actor),
          },
        },
      },
      {
        list: contactList,
        label: { zh: '联系人', en: 'Contacts' },
        title: 'name',
        actions: {
          change: {
            permission: 'customer:change',
            values: {
              type: ChangeContactDto,
              fields: ['title', 'role', 'influence', 'department', 'preferredChannel', 'note', 'custom'],
            },
            run: (id, values, version, actor) => this.contacts.change(id, values, version, actor),
          },
        },
      },
    );
  }
}
