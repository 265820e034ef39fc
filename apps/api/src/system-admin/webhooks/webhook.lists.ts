import { defineList } from '../../platform/lists/list-definition.js';
import { DELIVERY_STATES } from './webhook.dto.js';
import { WEBHOOK_STATES } from './webhook.transitions.js';

const STATE = `case when (select o.state from users o where o.id = w.user_id) <> 'active' then 'owner-inactive'
  when w.given_up_at is not null then 'given-up' when not w.is_enabled then 'off' else 'active' end`;

export const webhookList = defineList({
  resource: 'webhook',
  permission: 'webhook:manage',
  table: 'webhooks w',
  joins: 'join users u on u.id = w.user_id',
  key: 'w.id',
  columns: {
    id: 'w.id',
    name: 'w.name',
    url: 'w.url',
    eventTypes: 'w.event_types',
    userId: 'w.user_id',
    userName: 'u.display_name',
    state: STATE,
    failingSince: 'w.failing_since',
    lastSuccessAt: 'w.last_success_at',
    oldSecretUntil: 'case when w.old_secret_until > now() then w.old_secret_until end',
    createdAt: 'w.created_at',
    version: 'w.version',
  },
  filters: {
    state: { kind: 'any-of', sql: STATE, type: 'text', values: WEBHOOK_STATES, describe: 'State.' },
    userId: { kind: 'any-of', sql: 'w.user_id', type: 'uuid', describe: 'User it belongs to.' },
  },
  sorts: {
    createdAt: { sql: 'w.created_at', type: 'timestamptz' },
    name: { sql: 'w.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: '-createdAt',
  scope: { owner: 'w.user_id', department: '(select o.department_id from users o where o.id = w.user_id)' },
});

const OWNER = '(select w.user_id from webhooks w where w.id = d.webhook_id)';

/** What was sent is as far-reaching as the owner's rights: only she reads it. */
export const webhookDeliveryList = defineList({
  resource: 'webhook-delivery',
  permission: 'webhook:manage',
  table: 'webhook_deliveries d',
  joins: 'join webhooks h on h.id = d.webhook_id',
  key: 'd.id',
  columns: {
    id: 'd.id',
    webhookId: 'd.webhook_id',
    webhookName: 'h.name',
    eventType: 'd.event_type',
    recordId: 'd.record_id',
    state: 'd.state',
    attempts: 'd.attempts',
    lastStatus: `(d.log->-1->>'status')::int`,
    nextAttemptAt: `case when d.state = 'pending' then d.next_attempt_at end`,
    createdAt: 'd.created_at',
    deliveredAt: 'd.delivered_at',
  },
  filters: {
    webhookId: { kind: 'any-of', sql: 'd.webhook_id', type: 'uuid', describe: 'Webhook.' },
    state: { kind: 'any-of', sql: 'd.state', type: 'text', values: DELIVERY_STATES, describe: 'State.' },
    eventType: { kind: 'any-of', sql: 'd.event_type', type: 'text', describe: 'Event.' },
    createdAt: { kind: 'range', sql: 'd.created_at', type: 'timestamptz', describe: 'When it was made' },
  },
  sorts: { createdAt: { sql: 'd.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  mine: OWNER,
});
