import type { FieldDeclaration } from '../../shared/form/field-declaration';
import { departmentSource, positionSource, roleSource } from './user.queries';

/** The username is chosen once: it is in the audit trail. */
const usernameField: FieldDeclaration = {
  key: 'username',
  title: 'systemAdmin.users.fields.username',
  hint: 'systemAdmin.users.usernameHint',
  kind: 'text',
  isRequired: true,
  maxLength: 50,
};

export const userFields: FieldDeclaration[] = [
  {
    key: 'displayName',
    title: 'systemAdmin.users.fields.displayName',
    kind: 'text',
    isRequired: true,
    maxLength: 50,
  },
  {
    key: 'departmentId',
    title: 'systemAdmin.users.fields.department',
    kind: 'select',
    source: departmentSource,
  },
  {
    key: 'positionId',
    title: 'systemAdmin.users.fields.position',
    kind: 'select',
    source: positionSource,
  },
  {
    key: 'roleIds',
    title: 'systemAdmin.users.fields.roles',
    kind: 'select',
    source: roleSource,
    isMultiple: true,
    isRequired: true,
    isWide: true,
  },
  { key: 'phone', title: 'systemAdmin.users.fields.phone', kind: 'phone', maxLength: 40 },
  { key: 'email', title: 'systemAdmin.users.fields.email', kind: 'email', maxLength: 254 },
];
/** Without it she gets a one-time password, for whoever stands beside. */
const invitedField: FieldDeclaration = {
  key: 'isInvited',
  title: 'systemAdmin.users.isInvited',
  hint: 'systemAdmin.users.isInvitedHint',
  kind: 'flag',
  isWide: true,
};
export const newUserFields: FieldDeclaration[] = [usernameField, ...userFields, invitedField];
