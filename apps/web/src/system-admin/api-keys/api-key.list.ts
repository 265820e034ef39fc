import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { type ApiKey, apiKeySource } from './api-key.queries';

const STATES: Option[] = [
  { value: 'active', title: 'systemAdmin.apiKeys.state.active', tone: 'success' },
  { value: 'expired', title: 'systemAdmin.apiKeys.state.expired', tone: 'warning' },
  { value: 'owner-inactive', title: 'systemAdmin.apiKeys.state.owner-inactive', tone: 'warning' },
  { value: 'revoked', title: 'systemAdmin.apiKeys.state.revoked', tone: 'info' },
];

export const apiKeyList: ListDeclaration<ApiKey> = {
  source: apiKeySource,
  defaultSort: '-createdAt',
  columns: [
    { key: 'name', title: 'systemAdmin.apiKeys.fields.name', isTitle: true, isSortable: true, width: 150 },
    {
      key: 'prefix',
      title: 'systemAdmin.apiKeys.fields.prefix',
      width: 130,
      onCard: true,
      text: ({ prefix }) => `${prefix}…`,
    },
    { key: 'userName', title: 'systemAdmin.apiKeys.fields.userName', width: 110, onCard: true },
    {
      key: 'state',
      title: 'systemAdmin.apiKeys.fields.state',
      kind: 'options',
      options: STATES,
      width: 110,
      onCard: true,
    },
    { key: 'lastUsedAt', title: 'systemAdmin.apiKeys.fields.lastUsedAt', kind: 'ago', width: 130 },
    { key: 'lastUsedIp', title: 'systemAdmin.apiKeys.fields.lastUsedIp', width: 130 },
    { key: 'expiresAt', title: 'systemAdmin.apiKeys.fields.expiresAt', kind: 'instant', width: 150 },
    {
      key: 'createdAt',
      title: 'systemAdmin.apiKeys.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      width: 150,
    },
  ],
  filters: [
    { kind: 'options', param: 'state', title: 'systemAdmin.apiKeys.fields.state', options: STATES },
    { kind: 'select', param: 'userId', title: 'systemAdmin.apiKeys.fields.userName', source: userSource },
  ],
};
