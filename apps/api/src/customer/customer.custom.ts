import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomResources } from '../platform/custom-fields/custom-resource.js';
import { contactList } from './contacts/contact.list.js';
import { customerList } from './customers/customer.list.js';

@Injectable()
export class CustomerCustomFields implements OnModuleInit {
  constructor(private readonly resources: CustomResources) {}

  onModuleInit(): void {
    this.resources.register(
      {
        resource: 'customer',
        position: 1,
        label: { zh: '客户', en: 'Customers' },
        list: customerList,
        changePermission: 'customer:change',
        type: {
          column: 'kind',
          values: [
            { value: 'organisation', label: { zh: '单位', en: 'Organisation' } },
            { value: 'individual', label: { zh: '个人', en: 'Individual' } },
          ],
        },
        schemas: ['CustomerDto', 'CreateCustomerDto', 'ChangeCustomerDto'],
        path: '/api/v1/customers',
      },
      {
        resource: 'contact',
        position: 2,
        label: { zh: '联系人', en: 'Contacts' },
        list: contactList,
        changePermission: 'customer:change',
        schemas: ['ContactDto', 'CreateContactDto', 'ChangeContactDto'],
        path: '/api/v1/contacts',
      },
    );
  }
}
