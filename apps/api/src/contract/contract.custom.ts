import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomResources } from '../platform/custom-fields/custom-resource.js';
import { orderList } from './orders/order.list.js';

@Injectable()
export class ContractCustomFields implements OnModuleInit {
  constructor(private readonly resources: CustomResources) {}

  onModuleInit(): void {
    this.resources.register({
      resource: 'order',
      label: { zh: '订单', en: 'Orders' },
      list: orderList,
      changePermission: 'order:import',
      schemas: ['OrderDto', 'OrderWithLinesDto'],
      path: '/api/v1/orders',
    });
  }
}
