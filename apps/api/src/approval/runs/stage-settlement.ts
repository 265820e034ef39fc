import type { Unit } from '../../platform/database/unit-of-work.js';
import type { StageNode } from '../flows/flow-definition.js';
import type { StageState, TaskState } from './approval-words.js';
import { stageOutcome, type SeatVoice, type StageOutcome } from './stage-outcome.js';

export interface StageTask {
  readonly id: string;
  readonly seat: number;
  readonly isAdded: boolean;
  readonly assigneeId: string;
  readonly departmentId: string | null;
  readonly state: TaskState;
  readonly waitsFor: readonly number[];
  readonly decidedById: string | null;
  readonly snapshotId: string | null;
}

export interface ActiveStage {
  readonly id: string;
  readonly nodeId: string;
  readonly name: string;
}

const TASKS = `select id, seat, is_added as "isAdded", assignee_id as "assigneeId", department_id as "departmentId", state,
    waits_for as "waitsFor", decided_by_id as "decidedById", snapshot_id as "snapshotId"
  from approval_tasks where stage_id = $1 order by seat, id`;
const ACTIVE = `select id, node_id as "nodeId", name from approval_stages where approval_id = $1 and state = 'active'`;
const CLOSE_TASKS = `update approval_tasks set state = 'closed', version = version + 1, updated_at = now()
  where stage_id = $1 and state in ('open', 'waiting')`;
const CLOSE_STAGE = `update approval_stages set state = $2, ended_at = now(), version = version + 1, updated_at = now() where id = $1`;
const OPEN = `update approval_tasks set state = 'open', created_at = now(), version = version + 1, updated_at = now() where id = any($1::uuid[])`;

export const tasksOf = (unit: Unit, stageId: string): Promise<StageTask[]> =>
  unit.query<StageTask>(TASKS, [stageId]);

export const activeStage = async (unit: Unit, approvalId: string): Promise<ActiveStage | undefined> =>
  (await unit.query<ActiveStage>(ACTIVE, [approvalId]))[0];

export async function closeStage(unit: Unit, stageId: string, state: StageState): Promise<void> {
  await unit.query(CLOSE_TASKS, [stageId]);
  await unit.query(CLOSE_STAGE, [stageId, state]);
}

/** What the tasks of a stage say, seat by seat. */
export function voicesOf(tasks: readonly StageTask[]): SeatVoice[] {
  const bySeat = Map.groupBy(tasks, ({ seat }) => seat);
  return [...bySeat.values()].map((seat) => {
    const has = (state: TaskState) => seat.some((task) => task.state === state);
    const voice = has('approved') ? 'approved' : has('returned') ? 'returned' : 'none';
    return { isAdded: seat.every(({ isAdded }) => isAdded), voice };
  });
}

export const outcomeOf = (node: StageNode, tasks: readonly StageTask[]): StageOutcome =>
  stageOutcome(node, voicesOf(tasks));

/**
 * Whose turn comes: those whose added approvers have agreed, and in an ordered stage the next seat once nobody is asked.
 * @returns the tasks that were opened
 */
export async function openNext(
  unit: Unit,
  node: StageNode,
  tasks: readonly StageTask[],
): Promise<readonly StageTask[]> {
  const approved = new Set(tasks.filter(({ state }) => state === 'approved').map(({ seat }) => seat));
  const waiting = tasks.filter(({ state }) => state === 'waiting');
  const asked = waiting.filter(
    ({ waitsFor }) => waitsFor.length > 0 && waitsFor.every((seat) => approved.has(seat)),
  );
  const isQuiet = asked.length === 0 && !tasks.some(({ state }) => state === 'open');
  const line = waiting.filter(({ waitsFor }) => waitsFor.length === 0);
  const next = isQuiet && node.mode === 'in-order' ? line.filter(({ seat }) => seat === line[0]?.seat) : [];
  const opened = [...asked, ...next];
  if (opened.length > 0) await unit.query(OPEN, [opened.map(({ id }) => id)]);
  return opened;
}
