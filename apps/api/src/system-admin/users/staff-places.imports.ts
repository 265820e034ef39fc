import type { ImportResource } from '../../platform/imports/import-resource.js';

const NO_SLASH = /^[^/]+$/;

/** The department above, named by its own column; one that is not there is made at the top. */
const PARENT_DEPARTMENT: ImportResource = {
  resource: 'parent-department',
  label: { zh: '上级部门', en: 'Department above' },
  table: 'departments',
  audited: 'department',
  permission: 'department:manage',
  guessedWith: 'department',
  key: ['path'],
  otherKeys: [['name']],
  fields: [
    {
      name: 'path',
      column: 'path',
      type: 'text',
      max: 500,
      isGenerated: true,
      label: { zh: '上级部门路径', en: 'Path of the department above' },
      headers: ['上级部门路径', 'parent department path'],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      required: true,
      pattern: NO_SLASH,
      label: { zh: '上级部门', en: 'Department above' },
      headers: ['上级部门', '所属上级', '一级部门', 'parent department'],
    },
  ],
};

/** Known by its name, or by its path (公司/销售部/华东) where two have the same name. */
const DEPARTMENT: ImportResource = {
  resource: 'department',
  label: { zh: '部门', en: 'Department' },
  table: 'departments',
  audited: 'department',
  permission: 'department:manage',
  guessedWith: 'user',
  key: ['path'],
  otherKeys: [['name']],
  references: [{ name: 'parent', resource: 'parent-department', column: 'parent_id' }],
  fields: [
    {
      name: 'path',
      column: 'path',
      type: 'text',
      max: 500,
      isGenerated: true,
      label: { zh: '部门路径', en: 'Path of the department' },
      headers: ['部门路径', '完整部门', 'department path'],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      required: true,
      pattern: NO_SLASH,
      label: { zh: '部门', en: 'Department' },
      headers: ['部门', '部门名称', '所属部门', '所在部门', '二级部门', 'department', 'dept'],
    },
  ],
};

const POSITION: ImportResource = {
  resource: 'position',
  label: { zh: '岗位', en: 'Position' },
  table: 'positions',
  audited: 'position',
  permission: 'department:manage',
  guessedWith: 'user',
  key: ['name'],
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '岗位', en: 'Position' },
      headers: ['岗位', '岗位名称', '职位', '职务', 'position', 'job title'],
    },
  ],
};

/** Roles are made by people who think about rights, never by a file. */
const ROLE: ImportResource = {
  resource: 'role',
  label: { zh: '角色', en: 'Role' },
  table: 'roles',
  audited: 'role',
  permission: 'role:read',
  isLookUpOnly: true,
  guessedWith: 'user',
  key: ['code'],
  otherKeys: [['name']],
  fields: [
    {
      name: 'code',
      column: 'code',
      type: 'text',
      max: 60,
      label: { zh: '角色代码', en: 'Code of the role' },
      headers: ['角色代码', 'role code'],
    },
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 60,
      label: { zh: '角色', en: 'Role' },
      headers: ['角色', '角色名称', '系统角色', '权限角色', 'role'],
    },
  ],
};

/** What a row of staff refers to besides the person. */
export const STAFF_PLACES: readonly ImportResource[] = [PARENT_DEPARTMENT, DEPARTMENT, POSITION, ROLE];
