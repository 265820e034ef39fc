import { defineList } from '../../platform/lists/list-definition.js';

export const positionList = defineList({
  resource: 'position',
  permission: 'department:read',
  table: 'positions p',
  key: 'p.id',
  columns: {
    id: 'p.id',
    name: 'p.name',
    isRetired: 'p.is_retired',
    userCount: `(select count(*)::int from users u where u.position_id = p.id and u.state in ('invited', 'active'))`,
    version: 'p.version',
  },
  filters: {
    isRetired: { kind: 'any-of', sql: 'p.is_retired', type: 'boolean', describe: 'Retired ones.' },
  },
  sorts: { name: { sql: 'p.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});
