import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import '../approval.notices.js';
import type { Run } from './run.js';

/** What people are told of approvals; the screen has a sentence for each. */
export type ApprovalNotice =
  | 'approval.task'
  | 'approval.returned'
  | 'approval.approved'
  | 'approval.mention'
  | 'approval.copied'
  | 'approval.urged'
  | 'approval.due-soon'
  | 'approval.overdue'
  | 'approval.withdrawn'
  | 'approval.terminated'
  | 'approval.stuck';

@Injectable()
export class Notices {
  constructor(private readonly notifications: Notifications) {}

  /** Tells people, each once; nobody is told what she did herself. */
  async tell(
    unit: Unit,
    { id, title, documentType }: Pick<Run, 'id' | 'title' | 'documentType'>,
    userIds: Iterable<string>,
    kind: ApprovalNotice,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const params = { title, documentType, approvalId: id, ...more };
    for (const userId of new Set(userIds))
      if (userId !== unit.actor.id)
        await this.notifications.notify(unit, userId, { kind, params, link: `/approvals/${id}` });
  }
}
