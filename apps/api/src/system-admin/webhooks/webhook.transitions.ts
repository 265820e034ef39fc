import type { Actor } from '../../platform/auth/actor.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';

export const WEBHOOK_STATES = ['active', 'off', 'given-up', 'owner-inactive'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

interface WebhookAction {
  readonly from: readonly WebhookState[];
  /** What is sent goes as far as the owner's rights: nobody else leads it elsewhere or reads it. */
  readonly ownerOnly?: boolean;
}

/** What may be done with a webhook, in which state. */
export const WEBHOOK_ACTIONS = {
  change: { from: ['active', 'off', 'given-up'], ownerOnly: true },
  'rotate-secret': { from: ['active', 'off', 'given-up'], ownerOnly: true },
  test: { from: ['active'], ownerOnly: true },
  replay: { from: ['active'], ownerOnly: true },
  enable: { from: ['off', 'given-up'], ownerOnly: true },
  disable: { from: ['active', 'owner-inactive'] },
  delete: { from: WEBHOOK_STATES },
} as const satisfies Record<string, WebhookAction>;
export type WebhookActionName = keyof typeof WEBHOOK_ACTIONS;

const isAllowed = (action: WebhookAction, webhook: { userId: string; state: WebhookState }, actor: Actor) =>
  action.from.includes(webhook.state) && (!action.ownerOnly || webhook.userId === actor.id);

/** What this caller may do next; the screen shows exactly these buttons. */
export const allowedWebhookActions = (
  webhook: { userId: string; state: WebhookState },
  actor: Actor,
): string[] =>
  Object.entries(WEBHOOK_ACTIONS as Record<string, WebhookAction>)
    .filter(([, action]) => isAllowed(action, webhook, actor))
    .map(([name]) => name);

/** @throws IllegalActionError */
export function refuseWebhookAction(
  webhook: { userId: string; state: WebhookState },
  name: WebhookActionName,
  actor: Actor,
): void {
  const isHers = webhook.userId === actor.id;
  if (!isAllowed(WEBHOOK_ACTIONS[name], webhook, actor))
    throw new IllegalActionError('webhook', name, isHers ? webhook.state : 'somebody-elses');
}
