import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { SelectSource } from '../../shared/select/select-source';
import { userSource } from '../../shared/select/user.queries';
import { contactsOf, customerPicker } from '../opportunities/opportunity.queries';
import { KINDS, PRIORITIES } from './activity.list';
import AttachmentInput from '../../shared/custom-fields/AttachmentInput.vue';
import MomentInput from './components/MomentInput.vue';

const title = (key: string) => `activities.fields.${key}`;
const customer: FieldDeclaration = {
  key: 'customerId',
  title: title('customer'),
  kind: 'select',
  source: customerPicker,
};

/** On a phone the picker offers the camera. */
const files: FieldDeclaration = {
  key: 'files',
  title: title('files'),
  kind: 'own',
  input: AttachmentInput,
  isWide: true,
};

/** Inputs of an activity; of a new one also its files, and of which customer where it is not known. */
export function activityFields(
  customerId: () => string | null,
  isNew: boolean,
  asksCustomer: boolean,
): FieldDeclaration[] {
  const contacts: SelectSource = contactsOf(customerId);
  return [
    { key: 'kind', title: title('kind'), kind: 'options', options: KINDS, isRequired: true },
    { key: 'occurredAt', title: title('occurredAt'), kind: 'own', input: MomentInput },
    ...(asksCustomer ? [customer] : []),
    { key: 'contactId', title: title('contact'), kind: 'select', source: contacts },
    { key: 'content', title: title('content'), kind: 'long-text', maxLength: 10_000 },
    ...(isNew ? [files] : []),
    { key: 'nextStepOn', title: title('nextStepOn'), kind: 'day', hint: 'activities.hints.nextStepOn' },
    { key: 'nextStep', title: title('nextStep'), kind: 'text', maxLength: 200 },
    { key: 'subject', title: title('subject'), kind: 'text', maxLength: 200 },
    {
      key: 'participantIds',
      title: title('participants'),
      kind: 'select',
      source: userSource,
      isMultiple: true,
    },
  ];
}

/** Inputs of a task; of which customer is asked only of a new one where it is not known. */
export const taskFields = (asksCustomer: boolean): FieldDeclaration[] => [
  {
    key: 'title',
    title: 'activities.task.title',
    kind: 'text',
    isRequired: true,
    maxLength: 200,
    isWide: true,
  },
  { key: 'dueOn', title: 'activities.task.dueOn', kind: 'day' },
  {
    key: 'priority',
    title: 'activities.task.priority',
    kind: 'options',
    options: PRIORITIES,
    isRequired: true,
  },
  {
    key: 'assigneeId',
    title: 'activities.task.assignee',
    kind: 'select',
    source: userSource,
    isRequired: true,
  },
  ...(asksCustomer ? [customer] : []),
  { key: 'note', title: 'activities.task.note', kind: 'long-text', maxLength: 2000 },
];
