import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { stageNodeOf, type StageNode } from '../flows/flow-definition.js';
import { Notices } from './notices.js';
import { administrators, leaderOfPerson } from './people.js';
import { announce, change, lockRun, note, type Run } from './run.js';
import type { Person } from './seats.js';
import { addTask } from './stage-entry.js';
import { LACKS_APPROVER } from './stuck.js';
import { activeStage, tasksOf, type StageTask } from './stage-settlement.js';

/** Not told yet: what was, waits for an administrator. */
const LEFT = `select a.id from approvals a where a.state = 'running' and a.stuck_reason is null and (${LACKS_APPROVER}
    or exists (select 1 from approval_tasks t join users u on u.id = t.assignee_id and u.state <> 'active'
                where t.approval_id = a.id and t.state in ('open', 'waiting')))
  order by a.id limit 500`;
/** Somebody came back, or was handed the tasks: told again, should it happen again. */
const FREED = `select a.id from approvals a where a.state = 'running' and a.stuck_reason = 'no-approver' and not ${LACKS_APPROVER} limit 500`;
const PASS_ON = `update approval_tasks set state = 'passed-on', version = version + 1, updated_at = now() where id = $1`;
const INACTIVE = `select id from users where id = any($1::uuid[]) and state <> 'active'`;

/** Tasks of people who have left: passed on where the stage says to whom, else marked for an administrator. */
@Injectable()
export class Leavers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly notices: Notices,
  ) {}

  async found(): Promise<string[]> {
    const found = await this.rows.all<{ id: string }>(`(${LEFT}) union all (${FREED})`);
    return found.map(({ id }) => id);
  }

  async settle(id: string): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'approval.approver-left', async (unit) => {
      const run = await lockRun(unit, id, { asAnybody: true });
      const stage = await activeStage(unit, id);
      if (run.state !== 'running' || !stage) return;
      const node = stageNodeOf(run.flow, stage.nodeId);
      const tasks = (await tasksOf(unit, stage.id)).filter(
        ({ state }) => state === 'open' || state === 'waiting',
      );
      const gone = await unit.query<{ id: string }>(INACTIVE, [tasks.map(({ assigneeId }) => assigneeId)]);
      const left = tasks.filter(({ assigneeId }) => gone.some((one) => one.id === assigneeId));
      const isThere = (one: StageTask) => !left.includes(one);
      let isHeld = tasks.length === 0;
      for (const task of left) {
        // Others of the seat can still speak for it; where any voice is enough, anybody can.
        const isSeatMate = ({ seat }: StageTask) =>
          seat === task.seat || (node.mode === 'any' && !task.isAdded);
        const hasOthers = tasks.some((one) => isThere(one) && isSeatMate(one));
        const successor = hasOthers
          ? undefined
          : await this.successor(unit, run, node.whenLeft ?? 'hold', task);
        if (hasOthers) await unit.query(PASS_ON, [task.id]);
        else if (successor) await this.pass(unit, run, node, stage.id, task, successor);
        else isHeld = true;
      }
      if (isHeld) await this.hold(unit, run);
      else await change(unit, run, { stuck_reason: null });
      await announce(unit, run, 'approval.approver-left');
    });
  }

  private async successor(
    unit: Unit,
    run: Run,
    rule: 'hold' | 'leader' | 'administrator',
    task: StageTask,
  ): Promise<Person | undefined> {
    if (rule === 'hold') return undefined;
    const leader = rule === 'leader' ? await leaderOfPerson(unit, task.assigneeId) : undefined;
    return [leader, ...(await administrators(unit))].find((one) => one && one.id !== run.submitterId);
  }

  private async pass(
    unit: Unit,
    run: Run,
    { id: nodeId, name: stageName }: StageNode,
    stageId: string,
    task: StageTask,
    successor: Person,
  ): Promise<void> {
    await unit.query(PASS_ON, [task.id]);
    const { seat, isAdded, departmentId, waitsFor, assigneeId: onBehalfOfId } = task;
    const state = task.state === 'waiting' ? 'waiting' : 'open';
    await addTask(unit, run, stageId, {
      ...successor,
      seat,
      isAdded,
      departmentId,
      waitsFor,
      state,
      origin: 'left',
      onBehalfOfId,
    });
    await note(unit, run, 'approver-left', { nodeId, stageName, onBehalfOfId, people: [successor.id] });
    if (state === 'open')
      await this.notices.tell(unit, run, [successor.id], 'approval.task', { stage: stageName });
  }

  private async hold(unit: Unit, run: Run): Promise<void> {
    const reason = 'no-approver';
    await change(unit, run, { stuck_reason: reason });
    await note(unit, run, 'stuck', { details: { reason } });
    const people = (await administrators(unit)).map(({ id }) => id);
    await this.notices.tell(unit, run, people, 'approval.stuck', { reason });
  }
}
