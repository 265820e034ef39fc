import AttachmentInput from '../../shared/custom-fields/AttachmentInput.vue';
import type { FieldDeclaration, FormValues } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import type { Answer, Approval, useApprovalActions } from '../approval.queries';

/** Actions that ask for something first; approving and urging ask nothing. */
export const ASKING = [
  'return',
  'delegate',
  'add-approver',
  'comment',
  'copy',
  'withdraw',
  'reassign',
  'release',
  'terminate',
] as const;
export type AskingAction = (typeof ASKING)[number];
export const isAsking = (action: string): action is AskingAction => ASKING.includes(action as AskingAction);

export const DANGEROUS: readonly string[] = ['return', 'withdraw', 'terminate', 'release'];

const title = (key: string) => `approval.inputs.${key}`;
const reason = (isRequired: boolean, maxLength = 500): FieldDeclaration => ({
  key: 'reason',
  title: title('reason'),
  kind: 'long-text',
  isRequired,
  maxLength,
});
const colleague: FieldDeclaration = {
  key: 'userId',
  title: title('userId'),
  kind: 'select',
  source: userSource,
  isRequired: true,
};
const colleagues: FieldDeclaration = {
  key: 'userIds',
  title: title('userIds'),
  kind: 'select',
  source: userSource,
  isMultiple: true,
  isRequired: true,
  isWide: true,
};

const POSITIONS: Option[] = [
  { value: 'before', title: 'approval.positions.before' },
  { value: 'after', title: 'approval.positions.after' },
];
/** Where a return to the submitter is meant; nodes are never called so. */
const TO_SUBMITTER = '@submitter';

/** Whose open task an administrator gives to somebody else. */
const openTasks = ({ nodes }: Approval): Option[] =>
  nodes.flatMap(({ tasks }) =>
    tasks
      .filter(({ state }) => state === 'open')
      .map(({ id, assignee, departmentName }) => ({
        value: id,
        text: [assignee.name, departmentName].filter(Boolean).join(' · '),
      })),
  );

/** What is asked before an action is done. */
export function fieldsOf(action: AskingAction, approval: Approval): FieldDeclaration[] {
  const tasks = openTasks(approval);
  const targets: Option[] = [
    { value: TO_SUBMITTER, title: 'approval.toSubmitter' },
    ...approval.returnTargets.map(({ nodeId, name }) => ({ value: nodeId, text: name })),
  ];
  const fields: Record<AskingAction, FieldDeclaration[]> = {
    return: [
      reason(true, 2000),
      ...(targets.length > 1
        ? [
            {
              key: 'toNodeId',
              title: title('toNodeId'),
              kind: 'options',
              options: targets,
              isRequired: true,
            } as const,
          ]
        : []),
    ],
    delegate: [{ ...colleague, isWide: true }, reason(false)],
    'add-approver': [
      {
        key: 'position',
        title: title('position'),
        kind: 'options',
        options: POSITIONS,
        isRequired: true,
        isWide: true,
      },
      colleagues,
      { key: 'opinion', title: title('opinion'), kind: 'long-text', maxLength: 2000 },
    ],
    comment: [
      { key: 'text', title: title('text'), kind: 'long-text', isRequired: true, maxLength: 2000 },
      { ...colleagues, key: 'mentionIds', title: title('mentionIds'), isRequired: false },
      { key: 'files', title: title('files'), kind: 'own', input: AttachmentInput, isWide: true },
    ],
    copy: [colleagues, { key: 'text', title: title('textTo'), kind: 'long-text', maxLength: 500 }],
    withdraw: [reason(false)],
    reassign: [
      ...(tasks.length > 0
        ? [
            {
              key: 'taskId',
              title: title('taskId'),
              kind: 'options',
              options: tasks,
              isRequired: true,
            } as const,
          ]
        : []),
      colleague,
      reason(true),
    ],
    release: [reason(true)],
    terminate: [reason(true)],
  };
  return fields[action];
}

export const defaultsOf = (action: AskingAction, approval: Approval): FormValues => {
  if (action === 'return') return { toNodeId: TO_SUBMITTER };
  if (action === 'add-approver') return { position: 'before' };
  const tasks = openTasks(approval);
  return action === 'reassign' && tasks.length === 1 ? { taskId: tasks[0]!.value } : {};
};

interface Seen {
  readonly opinion: string;
  readonly answers: readonly { id: string; answer: Answer }[];
}

/** Does it with what was filled in, on the version that was seen. */
export function perform(
  action: AskingAction,
  { id, snapshotId }: Approval,
  values: FormValues,
  seen: Seen,
  actions: ReturnType<typeof useApprovalActions>,
): Promise<unknown> {
  const text = (key: string) => (values[key] ?? null) as string | null;
  const ids = (key: string) => (values[key] ?? []) as string[];
  const version = { snapshotId: snapshotId! };
  const answers = [...seen.answers];
  switch (action) {
    case 'return': {
      const toNodeId = text('toNodeId') === TO_SUBMITTER ? null : text('toNodeId');
      return actions.return(id, { ...version, reason: text('reason')!, toNodeId, answers });
    }
    case 'delegate':
      return actions.delegate(id, { userId: text('userId')!, reason: text('reason') });
    case 'add-approver': {
      const position = text('position') as 'before' | 'after';
      const opinion = text('opinion') ?? (seen.opinion || null);
      return actions.addApprover(id, { ...version, position, userIds: ids('userIds'), opinion, answers });
    }
    case 'comment': {
      const fileIds = ((values.files ?? []) as { id: string }[]).map((file) => file.id);
      return actions.comment(id, { text: text('text')!, mentionIds: ids('mentionIds'), fileIds });
    }
    case 'copy':
      return actions.copy(id, { userIds: ids('userIds'), text: text('text') });
    case 'withdraw':
      return actions.withdraw(id, { reason: text('reason') });
    case 'reassign':
      return actions.reassign(id, {
        taskId: text('taskId'),
        userId: text('userId')!,
        reason: text('reason')!,
      });
    case 'release':
      return actions.release(id, { reason: text('reason')! });
    case 'terminate':
      return actions.terminate(id, { reason: text('reason')! });
  }
}
