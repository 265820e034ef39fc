import { withoutSensitive } from '../../platform/auth/sensitive-fields.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { AUDIT_OPERATIONS } from './audit-entry.dto.js';

export const auditEntryList = defineList({
  resource: 'audit-entry',
  permission: 'audit:read',
  table: 'audit_entries a',
  key: 'a.id',
  keyType: 'bigint',
  columns: {
    id: 'a.id::text',
    occurredAt: 'a.occurred_at',
    actorId: 'a.actor_id',
    actorName: 'a.actor_name',
    action: 'a.action',
    resource: 'a.resource',
    recordId: 'a.record_id',
    operation: 'a.operation',
    before: { sqlFor: (sees) => withoutSensitive('a.before', 'a.resource', sees) },
    after: { sqlFor: (sees) => withoutSensitive('a.after', 'a.resource', sees) },
    requestId: 'a.request_id',
    ip: 'a.ip',
  },
  filters: {
    resource: { kind: 'any-of', sql: 'a.resource', type: 'text', describe: 'Kind of record.' },
    recordId: { kind: 'any-of', sql: 'a.record_id', type: 'uuid', describe: 'Record.' },
    actorId: { kind: 'any-of', sql: 'a.actor_id', type: 'uuid', describe: 'Who.' },
    action: { kind: 'any-of', sql: 'a.action', type: 'text', describe: 'Business verb.' },
    jobId: { kind: 'any-of', sql: 'a.job_id', type: 'uuid', describe: 'Job that did it.' },
    operation: {
      kind: 'any-of',
      sql: 'a.operation',
      type: 'text',
      values: AUDIT_OPERATIONS,
      describe: 'What happened to the record.',
    },
    ip: { kind: 'any-of', sql: 'a.ip', type: 'text', describe: 'Address it came from.' },
    occurredAt: { kind: 'range', sql: 'a.occurred_at', type: 'timestamptz', describe: 'When.' },
  },
  sorts: { id: { sql: 'a.id', type: 'bigint' } },
  defaultSort: '-id',
});
