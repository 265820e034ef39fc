import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { UrgedRecentlyError } from '../approval.errors.js';
import { refuseIllegal } from './approval.transitions.js';
import { namedColleagues } from './colleagues.js';
import { Copies } from './copies.js';
import type { CommentDto, CopyDto } from './decision.dto.js';
import { Notices } from './notices.js';
import { announce, lockRun, note } from './run.js';

/** Urging is a reminder, not a siren. */
const URGE_PAUSE_MS = 30 * 60_000;
const OWN_FILES = `select count(*)::int as count from files where id = any($1::uuid[]) and created_by = $2`;
const LAST_URGE = `select max(created_at) as at from approval_entries where approval_id = $1 and kind = 'urged'`;
const URGE = `update approval_tasks set urged_at = now(), version = version + 1, updated_at = now()
  where approval_id = $1 and state = 'open' returning assignee_id as id`;
const VIEW = `insert into approval_entries (approval_id, round, kind, actor_id, snapshot_id)
  select a.id, a.round, 'viewed', $2, a.snapshot_id from approvals a
   where a.id = $1 and exists (select 1 from approval_participants p where p.approval_id = a.id and p.user_id = $2)
  on conflict (approval_id, actor_id, snapshot_id) where kind = 'viewed' do nothing`;
const READ_COPY = `update approval_copies set read_at = now(), version = version + 1
  where approval_id = $1 and user_id = $2 and read_at is null`;

/** What is said beside the decisions: words, copies, urging, and that somebody has looked. */
@Injectable()
export class RemarksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly copies: Copies,
    private readonly notices: Notices,
  ) {}

  async comment(
    id: string,
    { text, mentionIds = [], fileIds = [] }: CommentDto,
    actor: Actor,
  ): Promise<void> {
    await this.work.run(actor, 'approval.comment', async (unit) => {
      const run = await lockRun(unit, id);
      refuseIllegal(run.state, 'comment');
      await this.refuseForeignFiles(unit, fileIds);
      if (mentionIds.length > 0)
        await namedColleagues(unit, run, mentionIds, '/mentionIds', { toDecide: false });
      await note(unit, run, 'commented', { words: text, people: mentionIds, files: fileIds });
      await this.copies.send(unit, run, mentionIds, { reason: 'mention', words: text });
      await announce(unit, run, 'approval.commented');
    });
  }

  async copy(id: string, { userIds, text = null }: CopyDto, actor: Actor): Promise<void> {
    await this.work.run(actor, 'approval.copy', async (unit) => {
      const run = await lockRun(unit, id);
      refuseIllegal(run.state, 'copy');
      await namedColleagues(unit, run, userIds, '/userIds', { toDecide: false });
      await this.copies.send(unit, run, userIds, { reason: 'sent', words: text });
      await announce(unit, run, 'approval.copied');
    });
  }

  /** 催办, by the submitter, once in half an hour. @throws UrgedRecentlyError */
  async urge(id: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'approval.urge', async (unit) => {
      const run = await lockRun(unit, id);
      if (run.submitterId !== actor.id) throw new RecordNotFoundError('approval', id);
      refuseIllegal(run.state, 'urge');
      const [last] = await unit.query<{ at: Date | null }>(LAST_URGE, [id]);
      const nextAt = (last?.at?.getTime() ?? 0) + URGE_PAUSE_MS;
      if (nextAt > this.clock.now().getTime()) throw new UrgedRecentlyError(new Date(nextAt).toISOString());
      const people = (await unit.query<{ id: string }>(URGE, [id])).map((task) => task.id);
      await note(unit, run, 'urged', { people });
      await this.notices.tell(unit, run, people, 'approval.urged');
      await announce(unit, run, 'approval.urged');
    });
  }

  /** That a participant has seen this version: once for each, however often the page is opened. */
  async noteView(id: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'approval.view', async (unit) => {
      await unit.query(VIEW, [id, actor.id]);
      await unit.query(READ_COPY, [id, actor.id]);
    });
  }

  private async refuseForeignFiles(unit: Unit, fileIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(fileIds)];
    const [own] = await unit.query<{ count: number }>(OWN_FILES, [wanted, unit.actor.id]);
    if (own!.count < wanted.length)
      throw new InvalidInputError([
        { pointer: '/fileIds', rule: 'reference', detail: 'Upload the files first.' },
      ]);
  }
}
