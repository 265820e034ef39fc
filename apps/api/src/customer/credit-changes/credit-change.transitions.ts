import type { Actor } from '../../platform/auth/actor.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import type { CreditChangeState } from './credit-change.entity.js';

interface Transition {
  readonly from: readonly CreditChangeState[];
  /** Left out: it stays as it is. */
  readonly to?: CreditChangeState;
  /** Who does it: somebody with the permission, or the approval that it is in. */
  readonly permission?: `${string}:${string}`;
}

export const CREDIT_CHANGE_TRANSITIONS = {
  change: { from: ['draft', 'returned', 'withdrawn'], permission: 'credit-limit-change:create' },
  submit: {
    from: ['draft', 'returned', 'withdrawn'],
    to: 'in_review',
    permission: 'credit-limit-change:create',
  },
  withdraw: { from: ['in_review', 'returned'], to: 'withdrawn', permission: 'credit-limit-change:create' },
  approve: { from: ['in_review'], to: 'effective' },
  return: { from: ['in_review'], to: 'returned' },
  terminate: { from: ['in_review', 'returned'], to: 'withdrawn' },
} as const satisfies Record<string, Transition>;
export type CreditChangeAction = keyof typeof CREDIT_CHANGE_TRANSITIONS;

/** @throws IllegalActionError */
export function refuseIllegal(state: CreditChangeState, action: CreditChangeAction): void {
  const from: readonly CreditChangeState[] = CREDIT_CHANGE_TRANSITIONS[action].from;
  if (!from.includes(state)) throw new IllegalActionError('credit-limit-change', action, state);
}

/** What this caller may do next; the screen shows exactly these buttons. */
export const allowedCreditChangeActions = (
  change: { state: CreditChangeState; ownerId: string | null; departmentId: string | null },
  actor: Actor,
): string[] =>
  (Object.entries(CREDIT_CHANGE_TRANSITIONS) as [string, Transition][])
    .filter(
      ([, { from, permission }]) =>
        permission && from.includes(change.state) && isWithinScope(change, permission, actor),
    )
    .map(([name]) => name);
