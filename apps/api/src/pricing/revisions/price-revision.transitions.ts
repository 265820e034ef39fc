import type { Actor } from '../../platform/auth/actor.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import type { PriceRevision, RevisionState } from './price-revision.entity.js';

interface Transition {
  readonly from: readonly RevisionState[];
  readonly to?: RevisionState;
  /** Once approved, only before the day on which it takes effect. */
  readonly isEarly?: boolean;
  /** Done by the approval, not by a button of the revision's own. */
  readonly by?: 'approval';
}

/** What may be done with a price revision, in which state. */
export const REVISION_TRANSITIONS = {
  change: { from: ['draft', 'returned'] },
  delete: { from: ['draft', 'returned', 'withdrawn'] },
  submit: { from: ['draft', 'returned'], to: 'in_review' },
  approve: { from: ['in_review'], to: 'approved', by: 'approval' },
  return: { from: ['in_review'], to: 'returned', by: 'approval' },
  'take-back': { from: ['in_review', 'returned'], to: 'draft', by: 'approval' },
  withdraw: { from: ['in_review', 'approved'], isEarly: true },
} as const satisfies Record<string, Transition>;
export type RevisionAction = keyof typeof REVISION_TRANSITIONS;

const PERMISSION = 'price-revision:create';

/** @throws IllegalActionError */
export function refuseRevisionAction(
  revision: Pick<PriceRevision, 'state' | 'effectiveOn'>,
  action: RevisionAction,
  today: string,
): void {
  if (!isPossible(revision, action, today))
    throw new IllegalActionError('price revision', action, revision.state);
}

function isPossible(
  { state, effectiveOn }: Pick<PriceRevision, 'state' | 'effectiveOn'>,
  action: RevisionAction,
  today: string,
): boolean {
  const { from, isEarly }: Transition = REVISION_TRANSITIONS[action];
  return from.includes(state) && (!isEarly || state !== 'approved' || effectiveOn > today);
}

/** What this caller may do with this revision next; the screen shows exactly these buttons. */
export function allowedRevisionActions(
  revision: Pick<PriceRevision, 'state' | 'effectiveOn' | 'ownerId' | 'departmentId'>,
  actor: Actor,
  today: string,
): string[] {
  if (!isWithinScope(revision, PERMISSION, actor)) return [];
  return Object.entries(REVISION_TRANSITIONS as Record<RevisionAction, Transition>)
    .filter(([action, { by }]) => !by && isPossible(revision, action as RevisionAction, today))
    .map(([action]) => action);
}
