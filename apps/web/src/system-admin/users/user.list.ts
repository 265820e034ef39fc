import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { departmentSource, positionSource, roleSource, type User, userSource } from './user.queries';

export const STATES: Option[] = [
  { value: 'invited', title: 'systemAdmin.users.state.invited', tone: 'warning' },
  { value: 'active', title: 'systemAdmin.users.state.active', tone: 'success' },
  { value: 'disabled', title: 'systemAdmin.users.state.disabled', tone: 'info' },
];

export const userList: ListDeclaration<User> = {
  source: userSource,
  exports: 'user',
  create: { permission: 'user:manage', title: 'systemAdmin.users.create' },
  defaultSort: 'username',
  searchHint: 'systemAdmin.users.searchHint',
  pageOf: (user) => ({ name: 'user', params: { id: user.id } }),
  columns: [
    {
      key: 'displayName',
      title: 'systemAdmin.users.fields.displayName',
      isTitle: true,
      isSortable: true,
      width: 120,
    },
    {
      key: 'username',
      title: 'systemAdmin.users.fields.username',
      isSortable: true,
      width: 130,
      onCard: true,
    },
    { key: 'departmentName', title: 'systemAdmin.users.fields.department', width: 130, onCard: true },
    { key: 'positionName', title: 'systemAdmin.users.fields.position', width: 120 },
    {
      key: 'roles',
      title: 'systemAdmin.users.fields.roles',
      width: 180,
      onCard: true,
      text: (user) => user.roles.map((role) => role.name).join(', '),
    },
    { key: 'phone', title: 'systemAdmin.users.fields.phone', width: 130 },
    { key: 'email', title: 'systemAdmin.users.fields.email', width: 180, isHidden: true },
    {
      key: 'state',
      title: 'systemAdmin.users.fields.state',
      kind: 'options',
      options: STATES,
      width: 90,
      onCard: true,
    },
    { key: 'lastSignInAt', title: 'systemAdmin.users.fields.lastSignIn', kind: 'ago', width: 140 },
    {
      key: 'createdAt',
      title: 'systemAdmin.users.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      width: 160,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'state', title: 'systemAdmin.users.fields.state', options: STATES },
    {
      kind: 'select',
      param: 'departmentId',
      title: 'systemAdmin.users.fields.department',
      source: departmentSource,
    },
    {
      kind: 'select',
      param: 'positionId',
      title: 'systemAdmin.users.fields.position',
      source: positionSource,
    },
    { kind: 'select', param: 'roleId', title: 'systemAdmin.users.fields.roles', source: roleSource },
  ],
};
