import { KINDS, STAGES } from './customer.list';
import type { FieldDeclaration } from '../shared/form/field-declaration';
import { userSource } from '../shared/select/user.queries';

export const customerFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'customer.fields.name',
    kind: 'text',
    isRequired: true,
    maxLength: 200,
    isWide: true,
  },
  { key: 'kind', title: 'customer.fields.kind', kind: 'options', options: KINDS, isRequired: true },
  { key: 'stage', title: 'customer.fields.stage', kind: 'options', options: STAGES, isRequired: true },
  { key: 'phone', title: 'customer.fields.phone', kind: 'phone', maxLength: 40 },
  { key: 'class', title: 'customer.fields.class', kind: 'text', maxLength: 50 },
  { key: 'province', title: 'customer.fields.province', kind: 'text', maxLength: 50 },
  { key: 'city', title: 'customer.fields.city', kind: 'text', maxLength: 50 },
  { key: 'ownerId', title: 'customer.fields.owner', kind: 'select', source: userSource },
  { key: 'isDealer', title: 'customer.fields.isDealer', kind: 'flag' },
];

export const contactFields: FieldDeclaration[] = [
  { key: 'name', title: 'customer.contact.fields.name', kind: 'text', isRequired: true, maxLength: 100 },
  { key: 'title', title: 'customer.contact.fields.title', kind: 'text', maxLength: 100 },
  { key: 'phone', title: 'customer.contact.fields.phone', kind: 'phone', maxLength: 40 },
  { key: 'email', title: 'customer.contact.fields.email', kind: 'email', maxLength: 200 },
  { key: 'isPrimary', title: 'customer.contact.fields.isPrimary', kind: 'flag' },
];
