import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DocumentTypes } from '../document-types.js';
import { nodeOf, stageNodeOf } from '../flows/flow-definition.js';
import { refuseIllegal } from './approval.transitions.js';
import { namedColleagues } from './colleagues.js';
import type { ReassignDto, ReleaseDto, TerminateDto } from './decision.dto.js';
import { Notices } from './notices.js';
import { Progress } from './progress.js';
import { announce, change, lockRun, note, type Run } from './run.js';
import { addTask } from './stage-entry.js';
import { activeStage, closeStage, tasksOf } from './stage-settlement.js';

const PASS_ON = `update approval_tasks set state = 'passed-on', version = version + 1, updated_at = now() where id = $1`;
const PARTICIPANTS = `select user_id as id from approval_participants where approval_id = $1`;

/** Freeing what nobody can decide. Everything here is a line of the timeline and of the audit log, with its reason. */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly types: DocumentTypes,
    private readonly progress: Progress,
    private readonly notices: Notices,
  ) {}

  /** Another person decides; where nobody is asked at all, she is asked for the whole stage. */
  async reassign(id: string, { taskId, userId, reason }: ReassignDto, actor: Actor): Promise<void> {
    await this.change(id, 'reassign', actor, async (unit, run) => {
      const stage = (await activeStage(unit, id))!;
      const node = stageNodeOf(run.flow, stage.nodeId);
      const [person] = await namedColleagues(unit, run, [userId], '/userId', { toDecide: true });
      const tasks = await tasksOf(unit, stage.id);
      const task = tasks.find((one) => one.id === taskId);
      const isHeld = task && (task.state === 'open' || task.state === 'waiting');
      if (taskId ? !isHeld : tasks.some(({ state }) => state === 'open'))
        throw new InvalidInputError([
          { pointer: '/taskId', rule: 'reference', detail: 'Name a task that is open in the current stage.' },
        ]);
      if (task) await unit.query(PASS_ON, [task.id]);
      await addTask(unit, run, stage.id, {
        ...person!,
        seat: task?.seat ?? 0,
        isAdded: task?.isAdded ?? false,
        state: task?.state === 'waiting' ? 'waiting' : 'open',
        waitsFor: task?.waitsFor,
        departmentId: task?.departmentId ?? person!.departmentId,
        origin: 'reassigned',
        onBehalfOfId: task?.assigneeId ?? null,
      });
      const place = { nodeId: node.id, stageName: node.name, onBehalfOfId: task?.assigneeId };
      await note(unit, run, 'reassigned', { ...place, people: [userId], words: reason });
      await change(unit, run, { stuck_reason: null });
      await this.notices.tell(unit, run, [userId], 'approval.task', { stage: node.name });
    });
  }

  /** The stage is passed over; the timeline says by whom and why, and nobody is said to have agreed. */
  async release(id: string, { reason }: ReleaseDto, actor: Actor): Promise<void> {
    await this.change(id, 'release', actor, async (unit, run) => {
      const stage = (await activeStage(unit, id))!;
      const node = nodeOf(run.flow, stage.nodeId)!;
      await closeStage(unit, stage.id, 'skipped');
      await note(unit, run, 'released', { nodeId: stage.nodeId, stageName: stage.name, words: reason });
      await change(unit, run, { stuck_reason: null });
      await this.progress.advance(unit, run, (node as { next: string }).next);
    });
  }

  /** Ended for good; the document's module puts the document back, if it is still there. */
  async terminate(id: string, { reason }: TerminateDto, actor: Actor): Promise<void> {
    await this.change(id, 'terminate', actor, async (unit, run) => {
      await this.progress.stop(unit, run, 'cancelled');
      run.state = 'terminated';
      await change(unit, run, { state: 'terminated', finished_at: new Date(), stuck_reason: null });
      await note(unit, run, 'terminated', { words: reason });
      const { documentId } = run;
      await this.types
        .of(run.documentType)
        .onTerminated(unit, { approvalId: id, documentId, byUserId: actor.id, reason });
      const people = (await unit.query<{ id: string }>(PARTICIPANTS, [id])).map((one) => one.id);
      await this.notices.tell(unit, run, people, 'approval.terminated', { reason });
    });
  }

  private async change(
    id: string,
    action: 'reassign' | 'release' | 'terminate',
    actor: Actor,
    work: (unit: Unit, run: Run) => Promise<void>,
  ): Promise<void> {
    await this.work.run(actor, `approval.${action}`, async (unit) => {
      const run = await lockRun(unit, id);
      refuseIllegal(run.state, action);
      await work(unit, run);
      await announce(unit, run, `approval.${action}`);
    });
  }
}
