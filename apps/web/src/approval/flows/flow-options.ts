import type { Option } from '../../shared/list/list-declaration';

const options = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, title: `flows.${group}.${value}` }));

export const APPROVER_KINDS = options('approverKinds', [
  'submitter-leader',
  'department-leader',
  'department-members',
  'role',
  'people',
  'owner-leader',
  'choice',
]);
export const MODES: Option[] = ['all', 'any', 'in-order'].map((value) => ({
  value,
  title: `flows.modes.${value}`,
}));
export const SHARES: Option[] = ['1/2', '2/3', '3/4'].map((value) => ({ value, text: value }));
export const SEATS = options('seats', ['each', 'one']);
export const UNITS = options('units', ['working-days', 'working-hours', 'days', 'hours']);
export const ESCALATIONS = options('escalations', ['remind', 'leader', 'person', 'return']);
export const WHEN_EMPTY = options('whenEmpty', ['administrator', 'skip', 'person']);
export const WHEN_SUBMITTER = options('whenSubmitter', ['leader', 'skip', 'allow']);
export const WHEN_REPEATED = options('whenRepeated', ['again', 'once']);
export const WHEN_LEFT = options('whenLeft', ['hold', 'leader', 'administrator']);
export const REASK = options('reask', ['all', 'touched']);
export const MATCHES = options('matches', ['all', 'any']);
