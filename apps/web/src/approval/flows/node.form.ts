import { labelOf } from '../../shared/custom-fields/custom-field.queries';
import type { FieldDeclaration } from '../../shared/form/field-declaration';
import { userSource } from '../../shared/select/user.queries';
import type { DocumentType } from '../document-type.queries';
import ApproverRulesInput from './ApproverRulesInput.vue';
import ConditionInput from './ConditionInput.vue';
import DeadlineInput from './DeadlineInput.vue';
import { MODES, REASK, SHARES, WHEN_EMPTY, WHEN_LEFT, WHEN_REPEATED, WHEN_SUBMITTER } from './flow-options';
import SheetsInput from './SheetsInput.vue';

const title = (key: string) => `flows.fields.${key}`;
const name = (max: number): FieldDeclaration => ({
  key: 'name',
  title: title('name'),
  kind: 'text',
  maxLength: max,
  isWide: true,
});

/** What stands when a stage says nothing of it. */
export const STAGE_DEFAULTS = {
  mode: 'all',
  whenEmpty: 'administrator',
  whenSubmitter: 'leader',
  whenRepeated: 'again',
  whenLeft: 'hold',
  reask: 'all',
  allowsBulk: false,
} as const;

export const copyFields: FieldDeclaration[] = [
  name(60),
  { key: 'recipients', title: title('recipients'), kind: 'own', input: ApproverRulesInput, isWide: true },
];

export const wayFields: FieldDeclaration[] = [
  name(60),
  { key: 'condition', title: title('condition'), kind: 'own', input: ConditionInput, isWide: true },
];

/** Everything a stage can say; only what depends on another answer is hidden until then. */
export function stageFields(type: DocumentType | undefined): FieldDeclaration[] {
  const touches = [...(type?.facts ?? []), ...(type?.sections ?? [])].map((each) => ({
    value: each.name,
    text: labelOf(each),
  }));
  return [
    name(60),
    { key: 'approvers', title: title('approvers'), kind: 'own', input: ApproverRulesInput, isWide: true },
    { key: 'mode', title: title('mode'), kind: 'options', options: MODES, isRequired: true, isWide: true },
    {
      key: 'minimumShare',
      title: title('minimumShare'),
      hint: title('minimumShareHint'),
      kind: 'options',
      options: SHARES,
      isShown: ({ mode }) => mode === 'all',
    },
    { key: 'deadline', title: title('deadline'), kind: 'own', input: DeadlineInput, isWide: true },
    { key: 'sheets', title: title('sheets'), kind: 'own', input: SheetsInput, isWide: true },
    { key: 'reask', title: title('reask'), kind: 'options', options: REASK, isRequired: true, isWide: true },
    {
      key: 'touchedBy',
      title: title('touchedBy'),
      kind: 'options',
      options: touches,
      isMultiple: true,
      isWide: true,
      isShown: ({ reask }) => reask === 'touched',
    },
    { key: 'whenEmpty', title: title('whenEmpty'), kind: 'options', options: WHEN_EMPTY, isRequired: true },
    {
      key: 'emptyUserId',
      title: title('emptyUserId'),
      kind: 'select',
      source: userSource,
      isShown: ({ whenEmpty }) => whenEmpty === 'person',
    },
    {
      key: 'whenSubmitter',
      title: title('whenSubmitter'),
      kind: 'options',
      options: WHEN_SUBMITTER,
      isRequired: true,
    },
    {
      key: 'whenRepeated',
      title: title('whenRepeated'),
      kind: 'options',
      options: WHEN_REPEATED,
      isRequired: true,
    },
    { key: 'whenLeft', title: title('whenLeft'), kind: 'options', options: WHEN_LEFT, isRequired: true },
    { key: 'allowsBulk', title: title('allowsBulk'), kind: 'flag', isWide: true },
  ];
}
