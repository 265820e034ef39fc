import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { sayAction, sayActor, sayResource } from './audit-words';
import { auditSource } from './audit.queries';

type Entry = Awaited<ReturnType<typeof auditSource.page>>['items'][number];

const OPERATIONS: Option[] = [
  { value: 'insert', title: 'systemAdmin.audit.operations.insert', tone: 'success' },
  { value: 'update', title: 'systemAdmin.audit.operations.update', tone: 'primary' },
  { value: 'delete', title: 'systemAdmin.audit.operations.delete', tone: 'danger' },
];
const RESOURCES: Option[] = [
  'customer',
  'activity',
  'task',
  'appointment',
  'customer-address',
  'customer-finance',
  'customer-stage-change',
  'contact',
  'order',
  'order-line',
  'product',
  'product-category',
  'product-unit',
  'product-cost',
  'competitor-price',
  'price-band',
  'price-table',
  'price-table-kind',
  'price-access-rule',
  'price-revision',
  'price-revision-line',
  'price',
  'promotion',
  'price-deviation',
  'brand',
  'territory',
  'user',
  'role',
  'role-permission',
  'user-role',
  'audit-redaction',
  'audit-retention',
  'user-view',
  'api-key',
  'webhook',
  'notification-preference',
  'department',
  'session',
  'file',
  'import',
].map((value) => ({ value, title: `systemAdmin.audit.resources.${value}` }));

export const auditList: ListDeclaration<Entry> = {
  source: auditSource,
  resource: 'audit-entry',
  defaultSort: '-id',
  columns: [
    {
      key: 'action',
      title: 'systemAdmin.audit.action',
      isTitle: true,
      width: 140,
      text: ({ action }) => sayAction(action),
    },
    {
      key: 'resource',
      title: 'systemAdmin.audit.resource',
      width: 120,
      onCard: true,
      text: ({ resource }) => sayResource(resource),
    },
    {
      key: 'operation',
      title: 'systemAdmin.audit.operation',
      kind: 'options',
      options: OPERATIONS,
      width: 90,
      onCard: true,
    },
    {
      key: 'actorName',
      title: 'systemAdmin.audit.actor',
      width: 120,
      onCard: true,
      text: ({ actorName }) => sayActor(actorName),
    },
    { key: 'occurredAt', title: 'systemAdmin.audit.occurredAt', kind: 'instant', width: 180, onCard: true },
    { key: 'ip', title: 'systemAdmin.audit.ip', width: 140 },
    { key: 'recordId', title: 'systemAdmin.audit.recordId', width: 290, isHidden: true },
    { key: 'requestId', title: 'systemAdmin.audit.requestId', width: 290, isHidden: true },
  ],
  filters: [
    { kind: 'select', param: 'actorId', title: 'systemAdmin.audit.actor', source: userSource },
    { kind: 'options', param: 'resource', title: 'systemAdmin.audit.resource', options: RESOURCES },
    { kind: 'options', param: 'operation', title: 'systemAdmin.audit.operation', options: OPERATIONS },
    { kind: 'days', param: 'occurredAt', title: 'systemAdmin.audit.occurredAt' },
    { kind: 'text', param: 'action', title: 'systemAdmin.audit.actionCode' },
    { kind: 'text', param: 'ip', title: 'systemAdmin.audit.ip' },
    { kind: 'text', param: 'recordId', title: 'systemAdmin.audit.recordId' },
  ],
};
