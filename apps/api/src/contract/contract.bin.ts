import { Injectable, type OnModuleInit } from '@nestjs/common';
import { whenViolated } from '../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../platform/errors/common.errors.js';
import { Recyclables, type Recyclable } from '../platform/recycle-bin/recyclable.js';

const ORDER: Recyclable = {
  resource: 'order',
  label: { zh: '订单', en: 'Order' },
  table: 'orders',
  joins: 'join customers c on c.id = r.customer_id',
  title: 'r.number',
  subtitle: 'c.name',
  permission: 'order:delete',
  readPermission: 'order:read',
  owner: 'r.owner_id',
  department: 'r.department_id',
  parts: [{ table: 'order_lines', column: 'order_id' }],
};

whenViolated('uq_orders_natural', ({ value }) => new DuplicateRecordError('order', 'number', value));

@Injectable()
export class ContractBin implements OnModuleInit {
  constructor(private readonly recyclables: Recyclables) {}

  onModuleInit(): void {
    this.recyclables.register(ORDER);
  }
}
