import { userSource } from '../shared/select/user.queries';
import type { ListDeclaration, Option } from '../shared/list/list-declaration';
import { territorySource } from '../shared/select/territory.queries';
import { type Customer, customerSource } from './customer.queries';

export const KINDS: Option[] = [
  { value: 'organisation', title: 'customer.kind.organisation' },
  { value: 'individual', title: 'customer.kind.individual' },
];
export const STAGES: Option[] = [
  { value: 'potential', title: 'customer.stage.potential', tone: 'warning' },
  { value: 'formal', title: 'customer.stage.formal', tone: 'success' },
];
export const customerList: ListDeclaration<Customer> = {
  source: customerSource,
  defaultSort: '-createdAt',
  searchHint: 'customer.searchHint',
  pageOf: (customer) => ({ name: 'customer', params: { id: customer.id } }),
  columns: [
    { key: 'name', title: 'customer.fields.name', isTitle: true, isSortable: true, width: 200 },
    { key: 'number', title: 'customer.fields.number', width: 110 },
    {
      key: 'stage',
      title: 'customer.fields.stage',
      kind: 'options',
      options: STAGES,
      width: 90,
      onCard: true,
    },
    {
      key: 'kind',
      title: 'customer.fields.kind',
      kind: 'options',
      options: KINDS,
      width: 90,
      isHidden: true,
    },
    { key: 'class', title: 'customer.fields.class', width: 100 },
    { key: 'province', title: 'customer.fields.province', width: 90, isHidden: true },
    { key: 'city', title: 'customer.fields.city', width: 90, onCard: true },
    { key: 'phone', title: 'customer.fields.phone', width: 125, onCard: true },
    { key: 'ownerName', title: 'customer.fields.owner', width: 100 },
    { key: 'territoryName', title: 'customer.fields.territory', width: 100, isHidden: true },
    {
      key: 'salesAmount',
      title: 'customer.fields.salesAmount',
      kind: 'money',
      width: 130,
      onCard: true,
    },
    { key: 'lastOrderOn', title: 'customer.fields.lastOrderOn', kind: 'day', width: 120 },
    { key: 'isDealer', title: 'customer.fields.isDealer', kind: 'flag', width: 80, isHidden: true },
    {
      key: 'source',
      title: 'customer.fields.source',
      width: 90,
      isHidden: true,
    },
    {
      key: 'createdAt',
      title: 'customer.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      width: 160,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'stage', title: 'customer.fields.stage', options: STAGES },
    { kind: 'options', param: 'kind', title: 'customer.fields.kind', options: KINDS },
    { kind: 'text', param: 'class', title: 'customer.fields.class' },
    { kind: 'text', param: 'province', title: 'customer.fields.province' },
    { kind: 'text', param: 'city', title: 'customer.fields.city' },
    { kind: 'select', param: 'ownerId', title: 'customer.fields.owner', source: userSource },
    { kind: 'select', param: 'territoryId', title: 'customer.fields.territory', source: territorySource },
    { kind: 'flag', param: 'isDealer', title: 'customer.fields.isDealer' },
    { kind: 'text', param: 'source', title: 'customer.fields.source' },
    { kind: 'days', param: 'createdAt', title: 'customer.fields.createdAt' },
  ],
};
