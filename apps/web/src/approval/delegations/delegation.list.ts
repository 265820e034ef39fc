import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { ColumnDeclaration, ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import {
  allDelegationSource,
  type Delegation,
  ownDelegationSource,
  receivedDelegationSource,
} from './delegation.queries';

export const BOXES = ['own', 'received', 'all'] as const;
export type Box = (typeof BOXES)[number];

const title = (key: string) => `approval.delegations.fields.${key}`;
const STATES: Option[] = [
  { value: 'planned', title: 'approval.delegations.states.planned', tone: 'primary' },
  { value: 'running', title: 'approval.delegations.states.running', tone: 'success' },
  { value: 'over', title: 'approval.delegations.states.over', tone: 'info' },
  { value: 'ended', title: 'approval.delegations.states.ended', tone: 'info' },
];
const SOURCES = { own: ownDelegationSource, received: receivedDelegationSource, all: allDelegationSource };

/** Who answers for me, for whom I answer, or everybody's; the person who matters heads the row. */
export function delegationList(box: Box): ListDeclaration<Delegation> {
  const principal: ColumnDeclaration<Delegation> = {
    key: 'principalName',
    title: title('principalId'),
    width: 120,
  };
  const substitute: ColumnDeclaration<Delegation> = {
    key: 'substituteName',
    title: title('substituteId'),
    width: 120,
  };
  const people =
    box === 'own'
      ? [{ ...substitute, isTitle: true }]
      : [
          { ...principal, isTitle: true },
          { ...substitute, onCard: true },
        ];
  return {
    source: SOURCES[box],
    defaultSort: '-startsAt',
    columns: [
      ...people,
      {
        key: 'startsAt',
        title: title('startsAt'),
        kind: 'instant',
        isSortable: true,
        width: 150,
        onCard: true,
      },
      { key: 'endsAt', title: title('endsAt'), kind: 'instant', width: 150, onCard: true },
      { key: 'documentTypes', title: title('documentTypes'), width: 160 },
      { key: 'reason', title: title('reason'), width: 160 },
      { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 90, onCard: true },
      { key: 'allowedActions', title: 'approval.delegations.end', width: 110, onCard: true },
    ],
    filters: [{ kind: 'options', param: 'state', title: title('state'), options: STATES }],
  };
}

/** By whole days, as people are away; administrators name whose substitute it is. */
export const delegationFields = (kinds: readonly Option[], isForOthers: boolean): FieldDeclaration[] => [
  ...(isForOthers
    ? [{ key: 'principalId', title: title('principalId'), kind: 'select', source: userSource } as const]
    : []),
  { key: 'substituteId', title: title('substituteId'), kind: 'select', source: userSource, isRequired: true },
  { key: 'startsOn', title: title('startsOn'), kind: 'day', isRequired: true },
  { key: 'endsOn', title: title('endsOn'), kind: 'day', isRequired: true },
  {
    key: 'documentTypes',
    title: title('documentTypes'),
    hint: title('documentTypesHint'),
    kind: 'options',
    options: kinds,
    isMultiple: true,
  },
  { key: 'reason', title: title('reason'), kind: 'long-text', maxLength: 200 },
];

/** The first moment of a day, or the one after its last, on the reader's clock. */
export const dayStart = (day: string): string => new Date(`${day}T00:00:00`).toISOString();
export function dayEnd(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
