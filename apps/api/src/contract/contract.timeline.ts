import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TimelineSources } from '../customer/index.js';

/** Orders in the timeline of their customer. */
@Injectable()
export class ContractTimeline implements OnModuleInit {
  constructor(private readonly sources: TimelineSources) {}

  onModuleInit(): void {
    this.sources.register({
      kind: 'order',
      branches: () => [
        {
          columns: {
            recordId: 'o.id',
            title: 'o.number',
            amount: '(select round(sum(l.sales_amount), 2)::text from order_lines l where l.order_id = o.id)',
            person: 'o.owner_id',
          },
          from: 'orders o',
          at: 'o.ordered_on',
          id: 'o.id',
          where: 'o.customer_id = $1 and o.deleted_at is null',
          isDay: true,
          scope: { permission: 'order:read', owner: 'o.owner_id', department: 'o.department_id' },
        },
      ],
    });
  }
}
