import type { FieldDeclaration, FormValues } from '../../shared/form/field-declaration';
import { roleSource } from '../users/user.queries';
import type { SecurityPolicy } from './security-policy.queries';

const NUMBERS = [
  'minPasswordLength',
  'passwordHistory',
  'passwordMaxAgeDays',
  'invitationHours',
  'resetMinutes',
  'signInHistoryDays',
] as const;

export const policyFields: FieldDeclaration[] = [
  ...NUMBERS.map((key): FieldDeclaration => ({
    key,
    title: `systemAdmin.policy.fields.${key}`,
    hint: `systemAdmin.policy.hints.${key}`,
    kind: 'decimal',
    isRequired: true,
  })),
  {
    key: 'secondFactorRoleIds',
    title: 'systemAdmin.policy.fields.secondFactorRoleIds',
    hint: 'systemAdmin.policy.hints.secondFactorRoleIds',
    kind: 'select',
    source: roleSource,
    isMultiple: true,
    isWide: true,
  },
];

/** Numbers are typed as text. */
export const asFormValues = (policy: SecurityPolicy): FormValues => ({
  ...Object.fromEntries(NUMBERS.map((key) => [key, String(policy[key])])),
  secondFactorRoleIds: policy.secondFactorRoleIds,
});

export const asChanges = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (key === 'secondFactorRoleIds') return [key, value ?? []];
      return [key, Number(value)];
    }),
  );
