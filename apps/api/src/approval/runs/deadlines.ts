import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { stageNodeOf, type Deadline, type StageNode } from '../flows/flow-definition.js';
import { Notices } from './notices.js';
import { activePeople, administrators, leaderOfPerson } from './people.js';
import { Progress } from './progress.js';
import { announce, lockRun, note, type Run } from './run.js';
import type { Person } from './seats.js';
import { addTask } from './stage-entry.js';
import { activeStage, tasksOf, type StageTask } from './stage-settlement.js';

const DUE = `select g.approval_id as id from approval_stages g
  where g.state = 'active' and least(g.remind_at, case when g.escalated_at is null then g.due_at end) <= $1 order by g.id limit 500`;
const IS_DUE = `select g.id from approval_stages g where g.approval_id = $1 and g.state = 'active'
  and least(g.remind_at, case when g.escalated_at is null then g.due_at end) <= $2`;
const TIMES = `select due_at as "dueAt", remind_at as "remindAt", escalated_at as "escalatedAt" from approval_stages where id = $1`;
const REMINDED = `update approval_stages set remind_at = $2, version = version + 1, updated_at = now() where id = $1`;
const ESCALATED = `update approval_stages set escalated_at = $2, remind_at = $3, version = version + 1, updated_at = now() where id = $1`;
/** The reason of such a return, in a word: each screen says it in its reader's language. */
export const DEADLINE_PASSED = 'deadline-passed';
const DAY_MS = 24 * 3_600_000;

interface Times {
  readonly dueAt: Date | null;
  readonly remindAt: Date | null;
  readonly escalatedAt: Date | null;
}

/** What happens to stages that nobody decides in time. When is in the database, so a restart loses nothing. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly clock: Clock,
    private readonly progress: Progress,
    private readonly notices: Notices,
  ) {}

  /** Approvals whose stage is due for a reminder or an escalation. */
  async due(): Promise<string[]> {
    const due = await this.rows.all<{ id: string }>(DUE, [this.clock.now()]);
    return due.map(({ id }) => id);
  }

  /** Does what is due of one. Looked at again under its lock: another process, or a decision, may have been first. */
  async settle(id: string): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'approval.deadline', async (unit) => {
      const run = await lockRun(unit, id, { asAnybody: true });
      const [due] = await unit.query(IS_DUE, [id, this.clock.now()]);
      const stage = await activeStage(unit, id);
      if (!due || !stage || run.state !== 'running') return;
      await this.act(unit, run, stageNodeOf(run.flow, stage.nodeId), stage.id);
    });
  }

  private async act(unit: Unit, run: Run, node: StageNode, stageId: string): Promise<void> {
    const [times] = await unit.query<Times>(TIMES, [stageId]);
    const now = this.clock.now();
    const isOver = times!.dueAt !== null && times!.dueAt <= now;
    const open = (await tasksOf(unit, stageId)).filter(({ state }) => state === 'open');
    if (isOver && !times!.escalatedAt) return this.escalate(unit, run, node, stageId, open);
    const people = open.map(({ assigneeId }) => assigneeId);
    const next = isOver ? new Date(now.getTime() + DAY_MS) : null;
    await unit.query(REMINDED, [stageId, next]);
    await note(unit, run, 'reminded', { nodeId: node.id, stageName: node.name, people });
    await this.notices.tell(unit, run, people, isOver ? 'approval.overdue' : 'approval.due-soon', {
      stage: node.name,
      dueAt: times!.dueAt?.toISOString(),
    });
  }

  /** Once for a stage, whatever is chosen; nothing is ever approved by time. */
  private async escalate(
    unit: Unit,
    run: Run,
    node: StageNode,
    stageId: string,
    open: readonly StageTask[],
  ): Promise<void> {
    const now = this.clock.now();
    const { escalation } = node.deadline!;
    await unit.query(ESCALATED, [
      stageId,
      now,
      escalation === 'return' ? null : new Date(now.getTime() + DAY_MS),
    ]);
    const asked = escalation === 'return' ? [] : await this.askMore(unit, run, node.deadline!, stageId, open);
    const details = { escalation };
    await note(unit, run, 'escalated', { nodeId: node.id, stageName: node.name, people: asked, details });
    const people = open.map(({ assigneeId }) => assigneeId);
    await this.notices.tell(unit, run, people, 'approval.overdue', { stage: node.name });
    await this.notices.tell(unit, run, asked, 'approval.task', { stage: node.name, reason: 'overdue' });
    if (escalation === 'return')
      return this.progress.returnToSubmitter(unit, run, DEADLINE_PASSED, SYSTEM_ACTOR.id);
    await announce(unit, run, 'approval.escalated');
  }

  /** A leader or a named person may fill the seat as well; whoever was asked still may. */
  private async askMore(
    unit: Unit,
    run: Run,
    { escalation, userId }: Deadline,
    stageId: string,
    open: readonly StageTask[],
  ): Promise<string[]> {
    if (escalation === 'remind') return [];
    const asked: string[] = [];
    for (const seat of new Set(open.map((task) => task.seat))) {
      const holders = open.filter((task) => task.seat === seat);
      const person = await this.above(unit, run, holders, escalation === 'person' ? (userId ?? null) : null);
      const isThere = !person || holders.some(({ assigneeId }) => assigneeId === person.id);
      if (isThere) continue;
      const { isAdded, departmentId, assigneeId } = holders[0]!;
      await addTask(unit, run, stageId, {
        ...person,
        seat,
        isAdded,
        departmentId,
        origin: 'escalated',
        onBehalfOfId: assigneeId,
      });
      asked.push(person.id);
    }
    return asked;
  }

  private async above(
    unit: Unit,
    run: Run,
    holders: readonly StageTask[],
    named: string | null,
  ): Promise<Person | undefined> {
    const [person] = named ? await activePeople(unit, [named]) : [];
    const candidates = [
      person ?? (await leaderOfPerson(unit, holders[0]!.assigneeId)),
      ...(await administrators(unit)),
    ];
    return candidates.find((one) => one && one.id !== run.submitterId);
  }
}
