import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources, type HandOverResource } from '../platform/hand-over/hand-over-resource.js';

/** What waits for a leaver's decision; what she decided stays hers. */
const TASKS: HandOverResource = {
  resource: 'approval-task',
  label: { zh: '待审批事项', en: 'Approvals waiting' },
  table: 'approval_tasks',
  holder: 'assignee_id',
  isHeld: `t.state in ('open', 'waiting')`,
  group: {
    key: `(select a.document_type from approvals a where a.id = t.approval_id)`,
    name: `(select a.document_type from approvals a where a.id = t.approval_id)`,
  },
  follows: { on_behalf_of_id: '$1', origin: `'reassigned'` },
};

@Injectable()
export class ApprovalHandOver implements OnModuleInit {
  constructor(private readonly resources: HandOverResources) {}

  onModuleInit(): void {
    this.resources.register(TASKS);
  }
}
