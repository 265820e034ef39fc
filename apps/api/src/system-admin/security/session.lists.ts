import { defineList } from '../../platform/lists/list-definition.js';

const attempts = {
  table: 'sign_in_attempts a',
  key: 'a.id',
  columns: {
    id: 'a.id',
    method: 'a.method',
    succeeded: 'a.succeeded',
    reason: 'a.reason',
    ip: 'a.ip',
    userAgent: 'a.user_agent',
    occurredAt: 'a.occurred_at',
  },
  filters: {
    succeeded: { kind: 'any-of', sql: 'a.succeeded', type: 'boolean', describe: 'Whether it went well.' },
    userId: { kind: 'any-of', sql: 'a.user_id', type: 'uuid', describe: 'User.' },
  },
  sorts: { occurredAt: { sql: 'a.occurred_at', type: 'timestamptz' } },
  defaultSort: '-occurredAt',
} as const;

/** Everybody's attempts, also those by names that fit nobody. */
export const signInList = defineList({ ...attempts, resource: 'sign-in', permission: 'user:manage' });
