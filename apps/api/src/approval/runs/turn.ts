import type { Unit } from '../../platform/database/unit-of-work.js';
import { ApprovalOverError, NotWaitingForYouError, VersionOutdatedError } from '../approval.errors.js';
import { stageNodeOf, type StageNode } from '../flows/flow-definition.js';
import type { Run } from './run.js';
import { activeStage, tasksOf, type ActiveStage, type StageTask } from './stage-settlement.js';

/** What a decision is made with: the run, its stage, and what of it waits for the caller. */
export interface Turn {
  readonly run: Run;
  readonly stage: ActiveStage;
  readonly node: StageNode;
  readonly own: readonly StageTask[];
}

type Decision = 'approved' | 'returned';

const SAME = `select 1 from approval_tasks t where t.approval_id = $1 and t.decided_by_id = $2 and t.snapshot_id = $3 and t.state = $4
  and not exists (select 1 from approval_tasks o where o.approval_id = $1 and o.assignee_id = $2 and o.state = 'open') limit 1`;
const DECIDER = `select u.display_name as name from approval_tasks t join users u on u.id = t.decided_by_id
  where t.approval_id = $1 and t.decided_at is not null order by t.decided_at desc limit 1`;
const HAD = `select state from approval_tasks where approval_id = $1 and assignee_id = $2 order by id desc limit 1`;

/**
 * Whether the caller decided the same about this version before and is not asked once more: sent twice, it is answered the
 * same and done once.
 */
export const isRepeated = async (
  unit: Unit,
  run: Run,
  snapshotId: string,
  decision: Decision,
): Promise<boolean> => (await unit.query(SAME, [run.id, unit.actor.id, snapshotId, decision])).length > 0;

/** @throws ApprovalOverError, VersionOutdatedError, NotWaitingForYouError, each with its reason */
export async function turnOf(unit: Unit, run: Run, snapshotId?: string): Promise<Turn> {
  if (run.state !== 'running') throw new ApprovalOverError(run.state, await lastDecider(unit, run));
  if (snapshotId !== undefined && snapshotId !== run.snapshotId) throw new VersionOutdatedError(run.round);
  const stage = await activeStage(unit, run.id);
  const tasks = stage ? await tasksOf(unit, stage.id) : [];
  const mine = tasks.filter(({ assigneeId }) => assigneeId === unit.actor.id);
  const own = mine.filter(({ state }) => state === 'open');
  if (!stage || own.length === 0) throw await whyNot(unit, run, mine);
  return { run, stage, node: stageNodeOf(run.flow, stage.nodeId), own };
}

async function whyNot(unit: Unit, run: Run, mine: readonly StageTask[]): Promise<NotWaitingForYouError> {
  if (mine.some(({ state }) => state === 'waiting')) return new NotWaitingForYouError('not-your-turn');
  if (mine.some(({ state }) => state === 'passed-on')) return new NotWaitingForYouError('passed-on');
  const [had] = await unit.query<{ state: string }>(HAD, [run.id, unit.actor.id]);
  if (!had) return new NotWaitingForYouError('not-asked');
  return new NotWaitingForYouError('decided', await lastDecider(unit, run));
}

const lastDecider = async (unit: Unit, run: Run): Promise<string | null> =>
  (await unit.query<{ name: string }>(DECIDER, [run.id]))[0]?.name ?? null;
