import { defineList } from '../../platform/lists/list-definition.js';
import { USER_STATES } from './user.entity.js';

/** Who was anonymised is no colleague any more. */
const LISTED_STATES = USER_STATES.filter((state) => state !== 'anonymised');

export const userList = defineList({
  resource: 'user',
  permission: 'user:read',
  table: 'users u',
  joins: 'left join departments d on d.id = u.department_id left join positions p on p.id = u.position_id',
  where: `u.state <> 'anonymised'`,
  key: 'u.id',
  columns: {
    id: 'u.id',
    username: 'u.username',
    displayName: 'u.display_name',
    email: 'u.email',
    phone: 'u.phone',
    departmentId: 'u.department_id',
    departmentName: 'd.name',
    positionId: 'u.position_id',
    positionName: 'p.name',
    roles: `coalesce((select json_agg(json_build_object('id', r.id, 'code', r.code, 'name', r.name) order by r.name)
              from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id), '[]')`,
    state: 'u.state',
    mustChangePassword: 'u.must_change_password',
    hasSecondFactor: {
      sql: 'exists (select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null)',
      permission: 'user:manage',
    },
    lastSignInAt: 'u.last_sign_in_at',
    createdAt: 'u.created_at',
    version: 'u.version',
  },
  filters: {
    state: { kind: 'any-of', sql: 'u.state', type: 'text', values: LISTED_STATES, describe: 'State.' },
    departmentId: { kind: 'any-of', sql: 'u.department_id', type: 'uuid', describe: 'Department.' },
    positionId: { kind: 'any-of', sql: 'u.position_id', type: 'uuid', describe: 'Position.' },
    roleId: {
      kind: 'any-of',
      sql: 'exists (select 1 from user_roles x where x.user_id = u.id and x.role_id = any(?))',
      type: 'uuid',
      describe: 'Role.',
    },
  },
  sorts: {
    createdAt: { sql: 'u.created_at', type: 'timestamptz' },
    username: { sql: 'u.username', type: 'text' },
    displayName: { sql: 'u.display_name collate "zh-x-icu"', type: 'text' },
  },
  defaultSort: 'username',
  search: { sql: 'u.search_text', prefixSql: 'u.search_text' },
});
