import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import {
  ImportResources,
  type ImportRefusal,
  type ImportResource,
} from '../../platform/imports/import-resource.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { STAFF_PLACES } from './staff-places.imports.js';
import { ownReach, roleReachesBeyond, userReachesBeyond } from './user-roles.js';

/** The salesperson whom a row names; users themselves come as `user`. */
const OWNER: ImportResource = {
  resource: 'owner',
  label: { zh: '负责人', en: 'Owner' },
  table: 'users',
  audited: 'user',
  permission: 'user:read',
  isLookUpOnly: true,
  key: ['username'],
  otherKeys: [['name']],
  fields: [
    {
      name: 'username',
      column: 'username',
      type: 'text',
      max: 50,
      label: { zh: '负责人用户名', en: 'Owner user name' },
      headers: ['负责人用户名', 'owner username'],
    },
    {
      name: 'name',
      column: 'display_name',
      type: 'text',
      max: 50,
      label: { zh: '负责人', en: 'Owner' },
      headers: [
        '负责人',
        '业务员',
        '专管业务员',
        '所属业务员',
        '销售人员',
        '销售负责人',
        '销售员',
        '客户经理',
        '专营业务员',
        '业务负责人',
        '业务经理',
        '客户负责人',
        '所属销售',
        '跟单员',
        '跟进人',
        '记录人',
        '拜访人',
        '所有人',
        'owner',
        'salesperson',
        'sales agent',
        'sales rep',
        'author',
      ],
    },
  ],
};

const beyondOwn = (actor: Actor, sql: string): readonly ImportRefusal[] => [
  { code: 'import.beyond-own', sql, values: ownReach(actor) },
];

/** Who is marked as leader in the file leads the department of her row. */
async function makeLeaders(unit: Unit, first: string, fields: readonly string[]): Promise<void> {
  if (!fields.includes('isLeader')) return;
  const [given] = await unit.query(
    `select 1 from pg_attribute where attrelid = 'pg_temp.${first}'::regclass and attname = 'department'`,
  );
  if (!given) return;
  await unit.query(
    `update departments d set leader_id = f.id, version = d.version + 1, updated_at = now()
       from (select distinct on ("department") "department", id from ${first} where "isLeader" and "department" is not null
              order by "department", line) as f
      where d.id = f."department" and d.leader_id is distinct from f.id`,
  );
}

/** New people are invited, not let in: each chooses a password of her own. Nobody changes who may do more than she. */
const USER: ImportResource = {
  resource: 'user',
  label: { zh: '用户', en: 'User' },
  table: 'users',
  audited: 'user',
  permission: 'user:manage',
  key: ['username'],
  onCreate: { state: `'invited'`, must_change_password: 'false' },
  derived: { initials: { from: 'displayName', make: pinyinInitials } },
  references: [
    { name: 'department', resource: 'department', column: 'department_id' },
    { name: 'position', resource: 'position', column: 'position_id' },
  ],
  refuses: (actor) => beyondOwn(actor, `t.id is not null and ${userReachesBeyond('t.id', '$2', '$3')}`),
  settle: makeLeaders,
  fields: [
    {
      name: 'username',
      column: 'username',
      type: 'text',
      max: 50,
      lowerCase: true,
      pattern: /^[a-z0-9][a-z0-9._-]{1,49}$/,
      label: { zh: '用户名', en: 'User name' },
      headers: ['用户名', '登录名', '登录账号', '工号', '员工编号', 'username', 'login', 'employee id'],
    },
    {
      name: 'displayName',
      column: 'display_name',
      type: 'text',
      max: 50,
      required: true,
      label: { zh: '姓名', en: 'Name' },
      headers: ['姓名', '员工姓名', '名字', 'name', 'full name', 'employee name'],
    },
    {
      name: 'phone',
      column: 'phone',
      type: 'text',
      max: 40,
      label: { zh: '手机', en: 'Phone' },
      headers: ['手机', '手机号', '手机号码', '电话', '联系电话', 'phone', 'mobile'],
    },
    {
      name: 'email',
      column: 'email',
      type: 'text',
      max: 254,
      pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
      label: { zh: '邮箱', en: 'E-mail' },
      headers: ['邮箱', '电子邮箱', '电子邮件', '企业邮箱', 'email', 'e-mail'],
    },
    {
      name: 'isLeader',
      column: null,
      type: 'boolean',
      label: { zh: '部门负责人', en: 'Leads the department' },
      headers: ['部门负责人', '是否部门负责人', '是否负责人', 'department leader', 'is leader'],
    },
  ],
};

/** Gives the role of the row to the user of the row; roles she has already stay. */
const USER_ROLE: ImportResource = {
  resource: 'user-role',
  label: { zh: '用户角色', en: 'Role of a user' },
  table: 'user_roles',
  audited: 'user-role',
  permission: 'user:manage',
  key: ['user', 'role'],
  references: [
    { name: 'user', resource: 'user', column: 'user_id' },
    { name: 'role', resource: 'role', column: 'role_id' },
  ],
  refuses: (actor) => beyondOwn(actor, roleReachesBeyond('f."role"', '$2', '$3')),
  fields: [],
};

@Injectable()
export class UserImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(OWNER, ...STAFF_PLACES, USER, USER_ROLE);
  }
}
