import { type Component, h } from 'vue';
import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import type { SelectSource } from '../../shared/select/select-source';
import { userSource } from '../../shared/select/user.queries';
import AttachmentInput from '../../shared/custom-fields/AttachmentInput.vue';
import { KINDS } from '../activities/activity.list';
import { contactsOf, customerPicker } from '../opportunities/opportunity.queries';
import CompanyMomentInput from './components/CompanyMomentInput.vue';

const title = (key: string) => `calendar.fields.${key}`;

export const APPOINTMENT_KINDS: Option[] = ['visit', 'call', 'meeting'].map((value) => ({
  value,
  title: `activities.kinds.${value}`,
}));
const REMINDERS: Option[] = ['0', '10', '30', '60', '1440'].map((value) => ({
  value,
  title: `calendar.reminders.${value}`,
}));

/** An input of its own has no label before it; it brings its name along. */
const moment =
  (name: string): Component =>
  (_, { attrs }) =>
    h(CompanyMomentInput, { modelValue: null, ...attrs, name: title(name) });
const STARTS = moment('startsAt');
const ENDS = moment('endsAt');

/** Inputs of an appointment; of which customer is asked only of a new one, of whom only where one leads others. */
export function appointmentFields(
  customerId: () => string | null,
  asksCustomer: boolean,
  asksPerson: boolean,
): FieldDeclaration[] {
  const customers: FieldDeclaration[] = [
    { key: 'customerId', title: title('customer'), kind: 'select', source: customerPicker },
  ];
  const people: FieldDeclaration[] = [
    { key: 'assigneeId', title: title('assignee'), kind: 'select', source: userSource, isRequired: true },
  ];
  const contacts: SelectSource = contactsOf(customerId);
  return [
    { key: 'kind', title: title('kind'), kind: 'options', options: APPOINTMENT_KINDS, isRequired: true },
    ...(asksCustomer ? customers : []),
    { key: 'startsAt', title: title('startsAt'), kind: 'own', input: STARTS, isRequired: true },
    { key: 'endsAt', title: title('endsAt'), kind: 'own', input: ENDS, isRequired: true },
    { key: 'subject', title: title('subject'), kind: 'text', maxLength: 200, hint: 'calendar.hints.subject' },
    { key: 'location', title: title('location'), kind: 'text', maxLength: 200 },
    { key: 'contactId', title: title('contact'), kind: 'select', source: contacts },
    { key: 'remindMinutes', title: title('remindMinutes'), kind: 'options', options: REMINDERS },
    ...(asksPerson ? people : []),
    { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
  ];
}

/** What became of it, and what is next. */
export const resultFields: FieldDeclaration[] = [
  { key: 'content', title: title('result'), kind: 'long-text', maxLength: 10_000 },
  {
    key: 'nextStepOn',
    title: 'activities.fields.nextStepOn',
    kind: 'day',
    hint: 'activities.hints.nextStepOn',
  },
  { key: 'nextStep', title: 'activities.fields.nextStep', kind: 'text', maxLength: 200 },
  { key: 'kind', title: 'activities.fields.kind', kind: 'options', options: KINDS, isRequired: true },
  { key: 'files', title: 'activities.fields.files', kind: 'own', input: AttachmentInput, isWide: true },
];
