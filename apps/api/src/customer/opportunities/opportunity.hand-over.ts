import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources, type HandOverResource } from '../../platform/hand-over/hand-over-resource.js';

/** Open deals go to a successor, parted by territory; what was won or lost stays whose it was. */
const OPPORTUNITY: HandOverResource = {
  resource: 'opportunity',
  label: { zh: '进行中的销售机会', en: 'Open opportunities' },
  table: 'opportunities',
  holder: 'owner_id',
  isHeld: `t.state = 'open'`,
  group: {
    key: 't.territory_id',
    name: '(select y.name from territories y where y.id = t.territory_id)',
  },
  follows: { department_id: '(select u.department_id from users u where u.id = $2)' },
};

@Injectable()
export class OpportunityHandOver implements OnModuleInit {
  constructor(private readonly resources: HandOverResources) {}

  onModuleInit(): void {
    this.resources.register(OPPORTUNITY);
  }
}
