import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { namedColleagues } from './colleagues.js';
import type { AddApproverDto, DelegateDto } from './decision.dto.js';
import { DecisionsService } from './decisions.service.js';
import { Notices } from './notices.js';
import { announce, lockRun, note } from './run.js';
import { addTask } from './stage-entry.js';
import { tasksOf, type StageTask } from './stage-settlement.js';
import { turnOf, type Turn } from './turn.js';

const PASS_ON = `update approval_tasks set state = 'passed-on', version = version + 1, updated_at = now() where id = any($1::uuid[])`;
const WAIT = `update approval_tasks set state = 'waiting', waits_for = waits_for || $2::int[], version = version + 1, updated_at = now()
  where id = any($1::uuid[])`;

/** Having others decide: instead of oneself, before, or afterwards. */
@Injectable()
export class TurnPassingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly decisions: DecisionsService,
    private readonly notices: Notices,
  ) {}

  /** 转办: the seat is hers from now on. */
  async delegate(id: string, { userId, reason = null }: DelegateDto, actor: Actor): Promise<void> {
    await this.work.run(actor, 'approval.delegate', async (unit) => {
      const turn = await turnOf(unit, await lockRun(unit, id));
      const { run, stage, node, own } = turn;
      const [successor] = await namedColleagues(unit, run, [userId], '/userId', { toDecide: true });
      await this.refuseAsked(unit, turn, [userId], '/userId');
      await unit.query(PASS_ON, [own.map((task) => task.id)]);
      for (const { seat, isAdded, departmentId } of own)
        await addTask(unit, run, stage.id, {
          ...successor!,
          seat,
          isAdded,
          departmentId,
          origin: 'delegated',
          onBehalfOfId: actor.id,
        });
      const place = { nodeId: node.id, stageName: node.name };
      await note(unit, run, 'delegated', { ...place, people: [userId], words: reason });
      await this.notices.tell(unit, run, [userId], 'approval.task', { stage: node.name, words: reason });
      await announce(unit, run, 'approval.delegated');
    });
  }

  /** 加签: each added colleague is a seat of her own that must agree, whatever the mode of the stage. */
  async addApprover(id: string, dto: AddApproverDto, actor: Actor): Promise<void> {
    await this.work.run(actor, `approval.add-${dto.position}`, async (unit) => {
      const turn = await turnOf(unit, await lockRun(unit, id), dto.snapshotId);
      const { run, stage, node, own } = turn;
      const people = await namedColleagues(unit, run, dto.userIds, '/userIds', { toDecide: true });
      const tasks = await this.refuseAsked(unit, turn, dto.userIds, '/userIds');
      const first = Math.max(...tasks.map(({ seat }) => seat)) + 1;
      const seats = people.map((_, at) => first + at);
      for (const [at, person] of people.entries())
        await addTask(unit, run, stage.id, {
          ...person,
          seat: seats[at]!,
          isAdded: true,
          origin: 'added',
          onBehalfOfId: null,
        });
      const kind = dto.position === 'before' ? 'added-before' : 'added-after';
      const words = dto.position === 'before' ? (dto.opinion ?? null) : null;
      await note(unit, run, kind, { nodeId: node.id, stageName: node.name, people: dto.userIds, words });
      if (dto.position === 'before') await unit.query(WAIT, [own.map((task) => task.id), seats]);
      await this.notices.tell(unit, run, dto.userIds, 'approval.task', {
        stage: node.name,
        words: dto.opinion ?? null,
      });
      if (dto.position === 'after') await this.decisions.agree(unit, turn, dto);
      else await announce(unit, run, 'approval.approver-added');
    });
  }

  /** Asking somebody twice in one stage would give her two voices. */
  private async refuseAsked(
    unit: Unit,
    { stage }: Turn,
    userIds: readonly string[],
    pointer: string,
  ): Promise<StageTask[]> {
    const tasks = await tasksOf(unit, stage.id);
    const isAsked = tasks.some(
      ({ assigneeId, state }) =>
        userIds.includes(assigneeId) && ['open', 'waiting', 'approved'].includes(state),
    );
    if (!isAsked) return tasks;
    throw new InvalidInputError([
      { pointer, rule: 'asked-already', detail: 'Somebody of them is asked in this stage already.' },
    ]);
  }
}
