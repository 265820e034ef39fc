import type { FieldDeclaration } from '../../shared/form/field-declaration';
import { userSource } from '../../shared/select/user.queries';
import { departmentSource } from '../users/user.queries';

export const departmentFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'systemAdmin.departments.fields.name',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
  },
  {
    key: 'parentId',
    title: 'systemAdmin.departments.fields.parent',
    hint: 'systemAdmin.departments.parentHint',
    kind: 'select',
    source: departmentSource,
  },
  { key: 'leaderId', title: 'systemAdmin.departments.fields.leader', kind: 'select', source: userSource },
];
