import type { ConditionContext } from '../flows/condition.js';
import { successorsOf, type FlowNode, type StageNode } from '../flows/flow-definition.js';
import { routeOf } from '../flows/route.js';
import type { ApprovalNodeDto, ApprovalTaskDto } from './approval.dto.js';
import type { ApprovalState, StageState } from './approval-words.js';
import { itemsFor } from './opinion-sheet.js';
import type { StoredEntry, StoredRun, StoredStage, StoredTask } from './run-reader.js';
import { outcomeOf } from './stage-settlement.js';

interface Told {
  readonly state: ApprovalState;
  readonly snapshotId: string | null;
  readonly stages: readonly StoredStage[];
  readonly tasks: readonly StoredTask[];
  readonly entries: readonly StoredEntry[];
}

const STATES: Partial<Record<StageState, ApprovalNodeDto['state']>> = {
  active: 'active',
  approved: 'done',
  returned: 'returned',
  skipped: 'skipped',
  kept: 'kept',
};

/** The flow as a picture: every node with how far it is and, for stages, who is asked and what she said. */
export function pictureOf(run: StoredRun, told: Told, context: ConditionContext): ApprovalNodeDto[] {
  const route = routeOf(run.flow, run.facts, context);
  // The last of each node counts: a stage may have been asked more than once in a round.
  const stages = new Map(
    told.stages.filter(({ state }) => STATES[state]).map((stage) => [stage.nodeId, stage]),
  );
  const reached = Math.max(0, ...[...stages.keys()].map((id) => route.findIndex((node) => node.id === id)));
  return run.flow.nodes.map((node) => {
    const stage = stages.get(node.id);
    const place = route.indexOf(node);
    const isPassed = told.state === 'approved' || (place < reached && place >= 0) || node.kind === 'start';
    const isOver = told.state === 'withdrawn' || told.state === 'terminated';
    const state = stage
      ? STATES[stage.state]!
      : place < 0
        ? 'not-taken'
        : isPassed
          ? 'done'
          : isOver
            ? 'not-taken'
            : 'upcoming';
    return { ...shapeOf(node), state, ...insideOf(node, stage, told) };
  });
}

const shapeOf = (node: FlowNode): Pick<ApprovalNodeDto, 'id' | 'kind' | 'name' | 'next'> => ({
  id: node.id,
  kind: node.kind,
  name: 'name' in node ? node.name : null,
  next: successorsOf(node).filter((id) => id !== null),
});

function insideOf(
  node: FlowNode,
  stage: StoredStage | undefined,
  told: Told,
): Omit<ApprovalNodeDto, 'id' | 'kind' | 'name' | 'next' | 'state'> {
  const none = { needed: null, given: null, enteredAt: null, endedAt: null, dueAt: null, tasks: [] };
  if (node.kind !== 'stage') return { mode: null, ...none };
  if (!stage) return { mode: node.mode, ...none };
  const tasks = told.tasks.filter(({ stageId }) => stageId === stage.id);
  const { needed, given } = outcomeOf(
    node,
    tasks.map((task) => ({ ...task, waitsFor: [] })),
  );
  const { enteredAt, endedAt, dueAt } = stage;
  return {
    mode: node.mode,
    needed,
    given,
    enteredAt,
    endedAt,
    dueAt,
    tasks: tasks.map((task) => toTask(node, task, told)),
  };
}

function toTask(node: StageNode, task: StoredTask, { entries, snapshotId }: Told): ApprovalTaskDto {
  const { assigneeId, assigneeName, onBehalfOfId, decidedById } = task;
  const seenVersion = task.snapshotId ?? snapshotId;
  const seen = entries.find(
    (entry) => entry.kind === 'viewed' && entry.actorId === assigneeId && entry.snapshotId === seenVersion,
  );
  const { id, seat, isAdded, isActive, departmentName, origin, state, opinion, decidedAt } = task;
  return {
    id,
    seat,
    isAdded,
    assignee: { id: assigneeId, name: assigneeName },
    isActive,
    onBehalfOf: onBehalfOfId ? { id: onBehalfOfId, name: task.onBehalfOfName ?? '' } : null,
    departmentName,
    origin,
    state,
    opinion,
    checklist: itemsFor(node, [task.departmentId]).map(({ id: itemId, text, isRequired }) => ({
      id: itemId,
      text,
      isRequired,
      answer: task.answers[itemId] ?? null,
    })),
    decidedAt,
    decidedBy: decidedById ? { id: decidedById, name: task.decidedByName ?? '' } : null,
    seenAt: seen?.createdAt ?? null,
  };
}
