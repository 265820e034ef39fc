import { IllegalActionError } from '../../platform/errors/common.errors.js';
import type { ApprovalState } from './approval-words.js';

/** Who may do something with a run: whoever it waits for, the submitter, who takes part, an administrator. */
export type ActingAs = 'approver' | 'submitter' | 'participant' | 'administrator';

interface Action {
  readonly from: readonly ApprovalState[];
  readonly as: ActingAs;
}

/** What may be done with an approval, in which state, by whom; where it leads is decided by the flow. */
export const APPROVAL_ACTIONS = {
  approve: { from: ['running'], as: 'approver' },
  return: { from: ['running'], as: 'approver' },
  delegate: { from: ['running'], as: 'approver' },
  'add-approver': { from: ['running'], as: 'approver' },
  withdraw: { from: ['running', 'returned'], as: 'submitter' },
  urge: { from: ['running'], as: 'submitter' },
  comment: { from: ['running', 'returned', 'approved'], as: 'participant' },
  copy: { from: ['running', 'returned', 'approved'], as: 'participant' },
  reassign: { from: ['running'], as: 'administrator' },
  release: { from: ['running'], as: 'administrator' },
  terminate: { from: ['running', 'returned'], as: 'administrator' },
} as const satisfies Record<string, Action>;
export type ApprovalAction = keyof typeof APPROVAL_ACTIONS;

/** @throws IllegalActionError */
export function refuseIllegal(state: ApprovalState, action: ApprovalAction): void {
  const from: readonly ApprovalState[] = APPROVAL_ACTIONS[action].from;
  if (!from.includes(state)) throw new IllegalActionError('approval', action, state);
}

export const actionsOf = (state: ApprovalState, roles: readonly ActingAs[]): ApprovalAction[] =>
  (Object.entries(APPROVAL_ACTIONS) as [ApprovalAction, Action][])
    .filter(([, { from, as }]) => from.includes(state) && roles.includes(as))
    .map(([name]) => name);
