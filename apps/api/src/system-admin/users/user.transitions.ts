import { may, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import type { UserState } from './user.entity.js';

interface UserAction {
  readonly from: readonly UserState[];
  /** Nobody does this to herself. */
  readonly notSelf?: boolean;
}

/** What may be done with an account, in which state. */
export const USER_ACTIONS = {
  change: { from: ['invited', 'active', 'disabled'] },
  invite: { from: ['invited'] },
  disable: { from: ['invited', 'active'], notSelf: true },
  enable: { from: ['disabled'], notSelf: true },
  'reset-password': { from: ['invited', 'active'], notSelf: true },
  'hand-over': { from: ['active', 'disabled'], notSelf: true },
  remove: { from: ['invited', 'disabled'], notSelf: true },
} as const satisfies Record<string, UserAction>;
export type UserActionName = keyof typeof USER_ACTIONS;

/** @throws IllegalActionError */
export function refuseUserAction(state: UserState, action: UserActionName): void {
  const from: readonly UserState[] = USER_ACTIONS[action].from;
  if (!from.includes(state)) throw new IllegalActionError('user', action, state);
}

/** What this caller may do with this user next; the screen shows exactly these buttons. */
export function allowedUserActions(
  user: { id: string; state: UserState; hasSecondFactor?: boolean },
  actor: Actor,
): string[] {
  if (!may(actor, 'user:manage')) return [];
  const actions = Object.entries(USER_ACTIONS as Record<string, UserAction>)
    .filter(([, { from, notSelf }]) => from.includes(user.state) && !(notSelf && user.id === actor.id))
    .map(([name]) => name);
  if (user.hasSecondFactor && user.id !== actor.id) actions.push('reset-second-factor');
  if (may(actor, 'user:see-as') && user.state === 'active' && user.id !== actor.id) actions.push('see-as');
  return actions;
}
