import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkResources } from '../../platform/bulk/bulk-resource.js';
import { OpportunitiesService } from './opportunities.service.js';
import { ChangeOpportunityDto } from './opportunity-input.dto.js';
import { opportunityList } from './opportunity.list.js';
import { OPPORTUNITY_ACTIONS } from './opportunity.transitions.js';

@Injectable()
export class OpportunityBulk implements OnModuleInit {
  constructor(
    private readonly resources: BulkResources,
    private readonly opportunities: OpportunitiesService,
  ) {}

  onModuleInit(): void {
    this.resources.register({
      list: opportunityList,
      label: { zh: '销售机会', en: 'Opportunities' },
      title: 'name',
      actions: {
        change: {
          permission: OPPORTUNITY_ACTIONS.change.permission,
          values: {
            type: ChangeOpportunityDto,
            fields: [
              'ownerId',
              'territoryId',
              'source',
              'expectedCloseOn',
              'nextStep',
              'nextStepOn',
              'custom',
            ],
          },
          run: (id, values, version, actor) => this.opportunities.change(id, values, version, actor),
        },
      },
    });
  }
}
