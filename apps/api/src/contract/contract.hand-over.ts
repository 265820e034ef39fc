import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources, type HandOverResource } from '../platform/hand-over/hand-over-resource.js';

/** Orders go with their customers, parted in the same way: who takes a customer over needs what he bought. */
const ORDER: HandOverResource = {
  resource: 'order',
  label: { zh: '订单', en: 'Orders' },
  table: 'orders',
  holder: 'owner_id',
  group: {
    key: '(select c.territory_id from customers c where c.id = t.customer_id)',
    name: '(select y.name from customers c join territories y on y.id = c.territory_id where c.id = t.customer_id)',
  },
  follows: { department_id: '(select u.department_id from users u where u.id = $2)' },
};

@Injectable()
export class ContractHandOver implements OnModuleInit {
  constructor(private readonly resources: HandOverResources) {}

  onModuleInit(): void {
    this.resources.register(ORDER);
  }
}
