import type { FieldDeclaration } from '../shared/form/field-declaration';
import { userSource } from '../shared/select/user.queries';
import { KINDS, STAGES } from './customer.list';
import { territorySource } from '../shared/select/territory.queries';

export const customerFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'customer.fields.name',
    kind: 'text',
    isRequired: true,
    maxLength: 120,
    isWide: true,
  },
  { key: 'kind', title: 'customer.fields.kind', kind: 'options', options: KINDS, isRequired: true },
  { key: 'phone', title: 'customer.fields.phone', kind: 'phone', maxLength: 40 },
  { key: 'email', title: 'customer.fields.email', kind: 'email', maxLength: 254 },
  {
    key: 'creditCode',
    title: 'customer.fields.creditCode',
    hint: 'customer.hints.creditCode',
    kind: 'text',
    maxLength: 40,
  },
  { key: 'class', title: 'customer.fields.class', kind: 'text', maxLength: 60 },
  { key: 'importance', title: 'customer.fields.importance', kind: 'text', maxLength: 60 },
  { key: 'industry', title: 'customer.fields.industry', kind: 'text', maxLength: 60 },
  { key: 'channel', title: 'customer.fields.channel', kind: 'text', maxLength: 60 },
  { key: 'region', title: 'customer.fields.region', kind: 'text', maxLength: 60 },
  { key: 'lifeCycle', title: 'customer.fields.lifeCycle', kind: 'text', maxLength: 60 },
  { key: 'nextFollowUpOn', title: 'customer.fields.nextFollowUpOn', kind: 'day' },
  { key: 'province', title: 'customer.fields.province', kind: 'text', maxLength: 60 },
  { key: 'city', title: 'customer.fields.city', kind: 'text', maxLength: 60 },
  { key: 'address', title: 'customer.fields.address', kind: 'text', maxLength: 300, isWide: true },
  { key: 'ownerId', title: 'customer.fields.owner', kind: 'select', source: userSource, isRequired: true },
  { key: 'territoryId', title: 'customer.fields.territory', kind: 'select', source: territorySource },
  { key: 'isDealer', title: 'customer.fields.isDealer', kind: 'flag' },
  { key: 'note', title: 'customer.fields.note', kind: 'long-text', maxLength: 2000 },
];

/** The stage changes by an action of its own, so only a new customer is given it here. */
const stageField: FieldDeclaration = {
  key: 'stage',
  title: 'customer.fields.stage',
  kind: 'options',
  options: STAGES,
  isRequired: true,
};
export const newCustomerFields: FieldDeclaration[] = customerFields.toSpliced(2, 0, stageField);
