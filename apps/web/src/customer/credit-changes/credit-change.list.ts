import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import AttachmentInput from '../../shared/custom-fields/AttachmentInput.vue';
import { userSource } from '../../shared/select/user.queries';
import { customerPicker } from '../opportunities/opportunity.queries';
import { type CreditChange, creditChangeSource } from './credit-change.queries';

const title = (key: string) => `creditChanges.fields.${key}`;
export const STATES: Option[] = [
  { value: 'draft', title: 'creditChanges.states.draft', tone: 'info' },
  { value: 'in_review', title: 'creditChanges.states.in_review', tone: 'primary' },
  { value: 'returned', title: 'creditChanges.states.returned', tone: 'warning' },
  { value: 'effective', title: 'creditChanges.states.effective', tone: 'success' },
  { value: 'withdrawn', title: 'creditChanges.states.withdrawn', tone: 'info' },
];

export const creditChangeList: ListDeclaration<CreditChange> = {
  source: creditChangeSource,
  resource: 'credit-limit-change',
  exports: 'credit-limit-change',
  create: { permission: 'credit-limit-change:create', title: 'creditChanges.create' },
  defaultSort: '-createdAt',
  pageOf: ({ id }) => ({ name: 'credit-limit-change', params: { id } }),
  columns: [
    { key: 'customerName', title: title('customerId'), isTitle: true, width: 240 },
    { key: 'number', title: title('number'), width: 130 },
    { key: 'oldLimit', title: title('oldLimit'), kind: 'money', width: 130 },
    { key: 'newLimit', title: title('newLimit'), kind: 'money', isSortable: true, width: 130, onCard: true },
    { key: 'oldTermsDays', title: title('oldTermsDays'), kind: 'count', width: 100 },
    { key: 'newTermsDays', title: title('newTermsDays'), kind: 'count', width: 100, onCard: true },
    { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 100, onCard: true },
    { key: 'ownerName', title: title('ownerId'), width: 100, onCard: true },
    { key: 'createdAt', title: title('createdAt'), kind: 'instant', isSortable: true, width: 150 },
    { key: 'effectiveAt', title: title('effectiveAt'), kind: 'instant', width: 150, isHidden: true },
  ],
  filters: [
    { kind: 'options', param: 'state', title: title('state'), options: STATES },
    { kind: 'select', param: 'customerId', title: title('customerId'), source: customerPicker },
    { kind: 'select', param: 'ownerId', title: title('ownerId'), source: userSource },
    { kind: 'numbers', param: 'newLimit', title: title('newLimit') },
    { kind: 'days', param: 'createdAt', title: title('createdAt') },
  ],
};

/** What is wanted and why; also how the history calls what it tells of. */
export const wantedFields: FieldDeclaration[] = [
  {
    key: 'newLimit',
    title: title('newLimit'),
    hint: 'creditChanges.limitHint',
    kind: 'decimal',
    isRequired: true,
  },
  { key: 'newTermsDays', title: title('newTermsDays'), kind: 'decimal', isRequired: true },
  { key: 'reason', title: title('reason'), kind: 'long-text', isRequired: true, maxLength: 2000 },
  { key: 'files', title: title('files'), kind: 'own', input: AttachmentInput, isWide: true },
];
export const customerField: FieldDeclaration = {
  key: 'customerId',
  title: title('customerId'),
  kind: 'select',
  source: customerPicker,
  isRequired: true,
  isWide: true,
};
export const historyFields: FieldDeclaration[] = [
  customerField,
  ...wantedFields,
  { key: 'state', title: title('state'), kind: 'options', options: STATES },
  ...['number', 'oldLimit', 'oldTermsDays', 'effectiveAt', 'returnReason', 'fileIds', 'submittedAt'].map(
    (key) => ({ key, title: title(key), kind: 'text' as const }),
  ),
];
