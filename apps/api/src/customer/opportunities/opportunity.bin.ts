import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Recyclables, type Recyclable } from '../../platform/recycle-bin/recyclable.js';
import { CustomerHasOpenDealsError } from './opportunity.errors.js';

const OPPORTUNITY: Recyclable = {
  resource: 'opportunity',
  label: { zh: '销售机会', en: 'Opportunity' },
  table: 'opportunities',
  joins: 'left join customers c on c.id = r.customer_id',
  title: 'r.name',
  subtitle: `concat_ws(' · ', r.number, c.name)`,
  permission: 'opportunity:delete',
  readPermission: 'opportunity:read',
  owner: 'r.owner_id',
  department: 'r.department_id',
  parent: { resource: 'customer', column: 'customer_id' },
  parts: [
    { table: 'opportunity_stages', column: 'opportunity_id' },
    { table: 'opportunity_competitors', column: 'opportunity_id' },
    { table: 'opportunity_lines', column: 'opportunity_id' },
  ],
};

@Injectable()
export class OpportunityBin implements OnModuleInit {
  constructor(private readonly recyclables: Recyclables) {}

  onModuleInit(): void {
    this.recyclables.register(OPPORTUNITY);
    this.recyclables.keepWhile('customer', {
      table: 'opportunities',
      column: 'customer_id',
      condition: `state = 'open' and deleted_at is null`,
      refusal: (count) => new CustomerHasOpenDealsError(count),
    });
  }
}
