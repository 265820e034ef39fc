import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomResources } from '../../platform/custom-fields/custom-resource.js';
import { opportunityList } from './opportunity.list.js';

@Injectable()
export class OpportunityCustomFields implements OnModuleInit {
  constructor(private readonly resources: CustomResources) {}

  onModuleInit(): void {
    this.resources.register({
      resource: 'opportunity',
      label: { zh: '销售机会', en: 'Opportunities' },
      list: opportunityList,
      changePermission: 'opportunity:change',
      schemas: ['OpportunityDto', 'WholeOpportunityDto', 'CreateOpportunityDto', 'ChangeOpportunityDto'],
      path: '/api/v1/opportunities',
    });
  }
}
