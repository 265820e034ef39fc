import { defineList } from '../../platform/lists/list-definition.js';

export const departmentList = defineList({
  resource: 'department',
  permission: 'department:read',
  table: 'departments d',
  joins: 'left join users l on l.id = d.leader_id',
  key: 'd.id',
  columns: {
    id: 'd.id',
    code: 'd.code',
    name: 'd.name',
    path: 'd.path',
    parentId: 'd.parent_id',
    leaderId: 'd.leader_id',
    leaderName: 'l.display_name',
    userCount: `(select count(*)::int from users u where u.department_id = d.id and u.state in ('invited', 'active'))`,
    version: 'd.version',
  },
  filters: { parentId: { kind: 'any-of', sql: 'd.parent_id', type: 'uuid', describe: 'Department above.' } },
  sorts: { code: { sql: 'd.code', type: 'text' }, path: { sql: 'd.path collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'code',
});
