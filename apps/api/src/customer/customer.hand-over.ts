import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources, type HandOverResource } from '../platform/hand-over/hand-over-resource.js';

/** With what is in the recycle bin: restored later, it must not belong to somebody who has left. */
const CUSTOMER: HandOverResource = {
  resource: 'customer',
  label: { zh: '客户', en: 'Customers' },
  table: 'customers',
  holder: 'owner_id',
  group: {
    key: 't.territory_id',
    name: '(select y.name from territories y where y.id = t.territory_id)',
  },
  follows: { department_id: '(select u.department_id from users u where u.id = $2)' },
};

const TERRITORY: HandOverResource = {
  resource: 'territory',
  label: { zh: '负责的销售区域', en: 'Territories managed' },
  table: 'territories',
  holder: 'manager_id',
  group: { key: 't.id', name: 't.name' },
  follows: { manager_name: '(select u.display_name from users u where u.id = $2)' },
};

@Injectable()
export class CustomerHandOver implements OnModuleInit {
  constructor(private readonly resources: HandOverResources) {}

  onModuleInit(): void {
    this.resources.register(CUSTOMER, TERRITORY);
  }
}
