import { defineList, type ListDefinition } from '../../platform/lists/list-definition.js';
import { DELEGATION_STATES } from './delegation.dto.js';

const STATE = `case when d.ended_at is not null then 'ended' when d.ends_at <= now() then 'over'
  when d.starts_at > now() then 'planned' else 'running' end`;

const SHARED = {
  permission: 'approval:read',
  table: 'approval_delegations d',
  joins: 'join users p on p.id = d.principal_id join users s on s.id = d.substitute_id',
  key: 'd.id',
  columns: {
    id: 'd.id',
    principalId: 'd.principal_id',
    principalName: 'p.display_name',
    substituteId: 'd.substitute_id',
    substituteName: 's.display_name',
    startsAt: 'd.starts_at',
    endsAt: 'd.ends_at',
    documentTypes: 'd.document_types',
    reason: 'd.reason',
    state: STATE,
    version: 'd.version',
  },
  filters: {
    state: { kind: 'any-of', sql: STATE, type: 'text', values: DELEGATION_STATES, describe: 'State.' },
  },
  sorts: { startsAt: { sql: 'd.starts_at', type: 'timestamptz' } },
  defaultSort: '-startsAt',
} as const satisfies Omit<ListDefinition, 'resource'>;

/** Who answers for the caller. */
export const delegationList = defineList({ ...SHARED, resource: 'delegation', mine: 'd.principal_id' });

/** For whom the caller answers. */
export const receivedDelegationList = defineList({
  ...SHARED,
  resource: 'received-delegation',
  mine: 'd.substitute_id',
});

/** Everybody's, for administrators. */
export const allDelegationList = defineList({
  ...SHARED,
  resource: 'delegation-administration',
  permission: 'approval:administer',
});
