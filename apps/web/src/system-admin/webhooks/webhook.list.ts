import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { sayEvent } from './webhook-words';
import { type Webhook, webhookSource } from './webhook.queries';

const STATES: Option[] = [
  { value: 'active', title: 'systemAdmin.webhooks.state.active', tone: 'success' },
  { value: 'off', title: 'systemAdmin.webhooks.state.off', tone: 'info' },
  { value: 'given-up', title: 'systemAdmin.webhooks.state.given-up', tone: 'danger' },
  { value: 'owner-inactive', title: 'systemAdmin.webhooks.state.owner-inactive', tone: 'warning' },
];

export const webhookList: ListDeclaration<Webhook> = {
  source: webhookSource,
  defaultSort: '-createdAt',
  columns: [
    { key: 'name', title: 'systemAdmin.webhooks.fields.name', isTitle: true, isSortable: true, width: 140 },
    { key: 'url', title: 'systemAdmin.webhooks.fields.url', width: 260, onCard: true },
    {
      key: 'eventTypes',
      title: 'systemAdmin.webhooks.fields.eventTypes',
      width: 220,
      text: ({ eventTypes }) => eventTypes.map(sayEvent).join(' · '),
    },
    {
      key: 'state',
      title: 'systemAdmin.webhooks.fields.state',
      kind: 'options',
      options: STATES,
      width: 110,
      onCard: true,
    },
    {
      key: 'lastSuccessAt',
      title: 'systemAdmin.webhooks.fields.lastSuccessAt',
      kind: 'ago',
      width: 120,
      onCard: true,
    },
    { key: 'failingSince', title: 'systemAdmin.webhooks.fields.failingSince', kind: 'ago', width: 120 },
    { key: 'userName', title: 'systemAdmin.webhooks.fields.userName', width: 110 },
    {
      key: 'createdAt',
      title: 'systemAdmin.webhooks.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      isHidden: true,
      width: 150,
    },
  ],
  filters: [
    { kind: 'options', param: 'state', title: 'systemAdmin.webhooks.fields.state', options: STATES },
    { kind: 'select', param: 'userId', title: 'systemAdmin.webhooks.fields.userName', source: userSource },
  ],
};
