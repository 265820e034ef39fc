import { defineList } from '../../platform/lists/list-definition.js';

export const roleList = defineList({
  resource: 'role',
  permission: 'role:read',
  table: 'roles r',
  key: 'r.id',
  columns: {
    id: 'r.id',
    code: 'r.code',
    name: 'r.name',
    isBuiltIn: 'r.is_built_in',
    userCount: `(select count(*)::int from user_roles ur join users u on u.id = ur.user_id where ur.role_id = r.id and u.state = 'active')`,
    permissions: `coalesce((select json_agg(json_build_object('code', p.permission, 'scope', p.scope) order by p.permission)
                    from role_permissions p where p.role_id = r.id), '[]')`,
    version: 'r.version',
  },
  filters: { code: { kind: 'any-of', sql: 'r.code', type: 'text', describe: 'Stable word.' } },
  sorts: { code: { sql: 'r.code', type: 'text' } },
  defaultSort: 'code',
});
