import type { ApproverRule, FlowNode, StageNode } from './flow-definition.js';
import { problem, type FlowProblem } from './flow-problems.js';
import type { FlowVocabulary } from './flow-validation.js';

/** What is wrong with a stage or a copy by itself; whether its people are there is asked of the database. */
export function stageProblems(node: FlowNode, pointer: string, vocabulary: FlowVocabulary): FlowProblem[] {
  if (node.kind === 'copy')
    return [
      ...approverProblems(node.id, node.recipients, `${pointer}/recipients`),
      // Whom to inform is no matter of the submitter's choice: nobody would ask her.
      ...node.recipients.flatMap(({ kind }, at) =>
        kind === 'choice' ? [problem('approver-incomplete', node.id, `${pointer}/recipients/${at}`)] : [],
      ),
    ];
  if (node.kind !== 'stage') return [];
  return [
    ...approverProblems(node.id, node.approvers, `${pointer}/approvers`),
    ...shareProblems(node, pointer),
    ...reaskProblems(node, pointer, vocabulary),
    ...deadlineProblems(node, pointer),
    ...sheetProblems(node, pointer),
    ...(node.whenEmpty === 'person' && !node.emptyUserId
      ? [problem('approver-incomplete', node.id, `${pointer}/emptyUserId`)]
      : []),
  ];
}

function approverProblems(nodeId: string, rules: readonly ApproverRule[], pointer: string): FlowProblem[] {
  if (rules.length === 0) return [problem('no-approvers', nodeId, pointer)];
  return rules.flatMap((rule, at) =>
    isComplete(rule) ? [] : [problem('approver-incomplete', nodeId, `${pointer}/${at}`)],
  );
}

function isComplete({ kind, userIds = [], roleId, departmentId, level = 1 }: ApproverRule): boolean {
  if (kind === 'people') return userIds.length > 0;
  if (kind === 'role') return Boolean(roleId);
  if (kind === 'department-leader' || kind === 'department-members') return Boolean(departmentId);
  return kind !== 'submitter-leader' || (level >= 1 && level <= 10);
}

function shareProblems({ id, mode, minimumShare }: StageNode, pointer: string): FlowProblem[] {
  if (!minimumShare) return [];
  const [agree = 0, of = 0] = minimumShare.split('/').map(Number);
  const isRight = mode === 'all' && agree >= 1 && agree <= of;
  return isRight ? [] : [problem('share-invalid', id, `${pointer}/minimumShare`)];
}

function reaskProblems(
  { id, reask, touchedBy = [] }: StageNode,
  pointer: string,
  { facts, sections }: FlowVocabulary,
): FlowProblem[] {
  if (reask !== 'touched') return [];
  if (touchedBy.length === 0) return [problem('touched-by-nothing', id, `${pointer}/touchedBy`)];
  const known = new Set([...facts.map(({ name }) => name), ...sections]);
  return touchedBy.flatMap((name, at) =>
    known.has(name) ? [] : [problem('unknown-touch', id, `${pointer}/touchedBy/${at}`)],
  );
}

function deadlineProblems({ id, deadline }: StageNode, pointer: string): FlowProblem[] {
  if (!deadline) return [];
  const { within, remindBefore, escalation, userId } = deadline;
  const isRight =
    within > 0 && remindBefore >= 0 && remindBefore < within && (escalation !== 'person' || userId);
  return isRight ? [] : [problem('deadline-invalid', id, `${pointer}/deadline`)];
}

function sheetProblems({ id, sheets = [] }: StageNode, pointer: string): FlowProblem[] {
  const seen = new Set<string>();
  return sheets.flatMap(({ items }, sheet) =>
    items.flatMap((item, at) => {
      const isRepeated = seen.has(item.id);
      seen.add(item.id);
      return isRepeated ? [problem('duplicate-item', id, `${pointer}/sheets/${sheet}/items/${at}`)] : [];
    }),
  );
}
