import type { FieldDeclaration } from '../../shared/form/field-declaration';
import EventTypesInput from './EventTypesInput.vue';

export const webhookFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'systemAdmin.webhooks.fields.name',
    kind: 'text',
    isRequired: true,
    isWide: true,
    maxLength: 60,
  },
  {
    key: 'url',
    title: 'systemAdmin.webhooks.fields.url',
    hint: 'systemAdmin.webhooks.urlHint',
    kind: 'text',
    isRequired: true,
    isWide: true,
    maxLength: 500,
  },
  {
    key: 'eventTypes',
    title: 'systemAdmin.webhooks.fields.eventTypes',
    hint: 'systemAdmin.webhooks.rightsHint',
    kind: 'own',
    input: EventTypesInput,
    isRequired: true,
    isWide: true,
  },
];
