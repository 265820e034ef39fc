import { defineList } from '../../platform/lists/list-definition.js';
import { API_KEY_STATES } from './api-key.dto.js';

const STATE = `case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired'
  when (select o.state from users o where o.id = k.user_id) <> 'active' then 'owner-inactive' else 'active' end`;

export const apiKeyList = defineList({
  resource: 'api-key',
  permission: 'api-key:manage',
  table: 'api_keys k',
  joins: 'join users u on u.id = k.user_id',
  key: 'k.id',
  columns: {
    id: 'k.id',
    name: 'k.name',
    prefix: 'k.prefix',
    userId: 'k.user_id',
    userName: 'u.display_name',
    state: STATE,
    permissions: 'k.permissions',
    allowedAddresses: 'k.allowed_addresses::text[]',
    expiresAt: 'k.expires_at',
    lastUsedAt: 'k.last_used_at',
    lastUsedIp: 'k.last_used_ip',
    revokedAt: 'k.revoked_at',
    createdAt: 'k.created_at',
    version: 'k.version',
  },
  filters: {
    state: { kind: 'any-of', sql: STATE, type: 'text', values: API_KEY_STATES, describe: 'State.' },
    userId: { kind: 'any-of', sql: 'k.user_id', type: 'uuid', describe: 'User it belongs to.' },
  },
  sorts: {
    createdAt: { sql: 'k.created_at', type: 'timestamptz' },
    name: { sql: 'k.name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: '-createdAt',
  scope: { owner: 'k.user_id', department: '(select o.department_id from users o where o.id = k.user_id)' },
});
