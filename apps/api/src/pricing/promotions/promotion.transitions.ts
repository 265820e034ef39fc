import { may, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import type { PromotionState } from './promotion.entity.js';

/** What may be done with a promotion, in which state. A started one is not changed: its customers count on it. */
export const PROMOTION_TRANSITIONS = {
  change: { from: ['draft'] },
  delete: { from: ['draft', 'ended'] },
  start: { from: ['draft'], to: 'active' },
  end: { from: ['active'], to: 'ended' },
} as const;
export type PromotionAction = keyof typeof PROMOTION_TRANSITIONS;

/** @throws IllegalActionError */
export function refusePromotionAction(state: PromotionState, action: PromotionAction): void {
  const from: readonly PromotionState[] = PROMOTION_TRANSITIONS[action].from;
  if (!from.includes(state)) throw new IllegalActionError('promotion', action, state);
}

export const allowedPromotionActions = (state: PromotionState, actor: Actor): string[] =>
  may(actor, 'promotion:manage')
    ? Object.entries(PROMOTION_TRANSITIONS)
        .filter(([, { from }]) => (from as readonly PromotionState[]).includes(state))
        .map(([action]) => action)
    : [];
