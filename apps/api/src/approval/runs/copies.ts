import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Notices } from './notices.js';
import { note, type Run } from './run.js';

const ADD = `insert into approval_copies (approval_id, user_id, reason, sent_by_id)
  select $1, u.id, $3, $4 from users u where u.id = any($2::uuid[]) and u.id <> $5 on conflict do nothing returning user_id as id`;

interface Sending {
  readonly reason: 'flow' | 'sent' | 'mention';
  readonly nodeId?: string;
  readonly stageName?: string;
  readonly words?: string | null;
}

/** Lets people see an approval who are not asked. */
@Injectable()
export class Copies {
  constructor(private readonly notices: Notices) {}

  async send(unit: Unit, run: Run, userIds: readonly string[], { reason, ...place }: Sending): Promise<void> {
    const sentBy = reason === 'flow' ? null : unit.actor.id;
    await unit.query(ADD, [run.id, userIds, reason, sentBy, run.submitterId]);
    const people = [...new Set(userIds)].filter((id) => id !== run.submitterId || reason !== 'flow');
    if (people.length === 0) return;
    if (reason !== 'mention')
      await note(unit, run, 'copied', { ...place, people, ...(reason === 'flow' && { actorId: null }) });
    const kind = reason === 'mention' ? 'approval.mention' : 'approval.copied';
    await this.notices.tell(unit, run, people, kind, place.words ? { words: place.words } : {});
  }
}
