import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { toProblem } from '../../platform/errors/problem.js';
import { DocumentChangedError, DocumentGoneError, NotInBulkError } from '../approval.errors.js';
import { DocumentTypes } from '../document-types.js';
import type { ApproveDto, BulkApproveDto, BulkOutcomesDto, ReturnDto } from './decision.dto.js';
import { Notices } from './notices.js';
import { checkedAnswers, itemsFor } from './opinion-sheet.js';
import { administrators } from './people.js';
import { Progress } from './progress.js';
import { announce, lockRun, note, type Run } from './run.js';
import { refuseChanged } from './snapshots.js';
import { closeStage, openNext, outcomeOf, tasksOf } from './stage-settlement.js';
import { isRepeated, turnOf, type Turn } from './turn.js';

const DECIDE = `update approval_tasks set state = $2, opinion = $3, answers = $4, decided_at = now(), decided_by_id = $5, snapshot_id = $6,
    version = version + 1, updated_at = now() where id = any($1::uuid[])`;
/** The others of a seat need not decide any more. */
const FILL_SEAT = `update approval_tasks set state = 'closed', version = version + 1, updated_at = now()
  where stage_id = $1 and seat = any($2::int[]) and state in ('open', 'waiting')`;
/** An earlier stage is asked again: what agreed from there on does not count any more. */
const UNDO_FROM = `update approval_stages set state = 'cancelled', version = version + 1, updated_at = now()
  where approval_id = $1 and round = $2 and state in ('approved', 'skipped', 'kept') and id >= $3`;
const EARLIER = `select id, name from approval_stages where approval_id = $1 and round = $2 and node_id = $3
  and state in ('approved', 'kept') order by id desc limit 1`;
/** A document that was found different and is as it was again. */
const AS_SUBMITTED = `update approvals set stuck_reason = null, version = version + 1 where id = $1 and stuck_reason is not null`;
const MARK_STUCK = `update approvals set stuck_reason = $2, version = version + 1 where id = $1 and state = 'running' and stuck_reason is distinct from $2 returning title`;

/** Approving and returning. Each takes the run's turn, so of many at once each sees what the one before left. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly types: DocumentTypes,
    private readonly progress: Progress,
    private readonly notices: Notices,
  ) {}

  async approve(id: string, dto: ApproveDto, actor: Actor): Promise<void> {
    await this.decide(id, actor, 'approval.approve', async (unit, run) => {
      if (await isRepeated(unit, run, dto.snapshotId, 'approved')) return;
      await this.agree(unit, await turnOf(unit, run, dto.snapshotId), dto);
    });
  }

  /** Back to the submitter or an earlier stage; it may be returned also where the document changed meanwhile. */
  async return(id: string, dto: ReturnDto, actor: Actor): Promise<void> {
    await this.decide(id, actor, 'approval.return', async (unit, run) => {
      if (await isRepeated(unit, run, dto.snapshotId, 'returned')) return;
      const turn = await turnOf(unit, run, dto.snapshotId);
      const answers = checkedAnswers(
        itemsFor(
          turn.node,
          turn.own.map((task) => task.departmentId),
        ),
        dto.answers ?? [],
        false,
      );
      await this.record(unit, turn, 'returned', dto.reason, answers);
      if (dto.toNodeId) await this.returnToStage(unit, turn, dto.toNodeId, dto.reason);
      else await this.settle(unit, turn, dto.reason);
    });
  }

  /** One by one, each for itself: what one refuses does not hold up the others. */
  async approveMany({ items, opinion }: BulkApproveDto, actor: Actor): Promise<BulkOutcomesDto> {
    const outcomes = [];
    for (const { approvalId, snapshotId } of items) {
      try {
        await this.decide(approvalId, actor, 'approval.approve', async (unit, run) => {
          const turn = await turnOf(unit, run, snapshotId);
          if (!turn.node.allowsBulk) throw new NotInBulkError();
          await this.agree(unit, turn, { snapshotId, opinion });
        });
        outcomes.push({ approvalId, isApproved: true, code: null, detail: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { code, detail } = toProblem(error, '');
        outcomes.push({ approvalId, isApproved: false, code, detail });
      }
    }
    return { items: outcomes };
  }

  /** Records an approval in a turn that was taken, and moves on where the stage is done. */
  async agree(unit: Unit, turn: Turn, dto: ApproveDto): Promise<void> {
    const items = itemsFor(
      turn.node,
      turn.own.map(({ departmentId }) => departmentId),
    );
    const answers = checkedAnswers(items, dto.answers ?? [], true);
    await refuseChanged(unit, turn.run, this.types.of(turn.run.documentType));
    await unit.query(AS_SUBMITTED, [turn.run.id]);
    await this.record(unit, turn, 'approved', dto.opinion ?? null, answers);
    await this.settle(unit, turn, null);
  }

  /** What the voices come to now: on, back, or wait for more. */
  async settle(unit: Unit, { run, stage, node }: Turn, reason: string | null): Promise<void> {
    const tasks = await tasksOf(unit, stage.id);
    const { result } = outcomeOf(node, tasks);
    if (result === 'returned') return this.progress.returnToSubmitter(unit, run, reason ?? '', unit.actor.id);
    if (result === 'approved') {
      await closeStage(unit, stage.id, 'approved');
      await note(unit, run, 'stage-approved', { nodeId: node.id, stageName: node.name, actorId: null });
      await this.progress.advance(unit, run, node.next!);
      if (run.state === 'running') await announce(unit, run, 'approval.stage-approved');
      return;
    }
    const opened = await openNext(unit, node, tasks);
    const people = opened.map(({ assigneeId }) => assigneeId);
    await this.notices.tell(unit, run, people, 'approval.task', { stage: node.name });
    await announce(unit, run, 'approval.decided');
  }

  private async record(
    unit: Unit,
    { run, stage, node, own }: Turn,
    decision: 'approved' | 'returned',
    words: string | null,
    answers: Record<string, string>,
  ): Promise<void> {
    const ids = own.map(({ id }) => id);
    const values = [ids, decision, words, JSON.stringify(answers), unit.actor.id, run.snapshotId];
    await unit.query(DECIDE, values);
    await unit.query(FILL_SEAT, [stage.id, own.map(({ seat }) => seat)]);
    const details = Object.keys(answers).length > 0 ? { answers } : {};
    await note(unit, run, decision, { nodeId: node.id, stageName: node.name, words, details });
  }

  private async returnToStage(unit: Unit, turn: Turn, toNodeId: string, reason: string): Promise<void> {
    const { run, stage } = turn;
    const [target] = await unit.query<{ id: string; name: string }>(EARLIER, [run.id, run.round, toNodeId]);
    if (!target)
      throw new InvalidInputError([
        { pointer: '/toNodeId', rule: 'reference', detail: 'This stage has not agreed in this round.' },
      ]);
    await closeStage(unit, stage.id, 'returned');
    await unit.query(UNDO_FROM, [run.id, run.round, target.id]);
    const details = { toNodeId, toStage: target.name };
    await note(unit, run, 'returned-to-stage', {
      nodeId: stage.nodeId,
      stageName: stage.name,
      words: reason,
      details,
    });
    await this.progress.advance(unit, run, toNodeId, true);
    if (run.state === 'running') await announce(unit, run, 'approval.returned-to-stage');
  }

  private async decide(
    id: string,
    actor: Actor,
    action: string,
    decision: (unit: Unit, run: Run) => Promise<void>,
  ): Promise<void> {
    try {
      await this.work.run(actor, action, async (unit) => decision(unit, await lockRun(unit, id)));
    } catch (error) {
      if (error instanceof DocumentChangedError) await this.markStuck(id, actor, 'document-changed');
      if (error instanceof DocumentGoneError) await this.markStuck(id, actor, 'document-gone');
      throw error;
    }
  }

  /** The decision was undone, so what it found is kept by itself: an administrator sees it and can free it. */
  private async markStuck(id: string, actor: Actor, reason: string): Promise<void> {
    await this.work.run(actor, 'approval.stuck', async (unit) => {
      const [marked] = await unit.query(MARK_STUCK, [id, reason]);
      if (!marked) return;
      const run = await lockRun(unit, id);
      await note(unit, run, 'stuck', { actorId: null, details: { reason } });
      const people = (await administrators(unit)).map((person) => person.id);
      await this.notices.tell(unit, run, people, 'approval.stuck', { reason });
      await announce(unit, run, 'approval.stuck');
    });
  }
}
