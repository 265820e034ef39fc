import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { userSource } from '../../shared/select/user.queries';
import { tableSource } from '../price-tables/price-table.queries';
import { type PriceRevision, priceRevisionSource } from './price-revision.queries';

const title = (key: string) => `priceRevisions.fields.${key}`;

export const STATES: Option[] = [
  { value: 'draft', title: 'priceRevisions.states.draft', tone: 'info' },
  { value: 'in_review', title: 'priceRevisions.states.in_review', tone: 'primary' },
  { value: 'returned', title: 'priceRevisions.states.returned', tone: 'warning' },
  { value: 'approved', title: 'priceRevisions.states.approved', tone: 'success' },
  { value: 'withdrawn', title: 'priceRevisions.states.withdrawn', tone: 'info' },
];

export const priceRevisionList: ListDeclaration<PriceRevision> = {
  source: priceRevisionSource,
  resource: 'price-revision',
  exports: 'price-revision',
  create: { permission: 'price-revision:create', title: 'priceRevisions.create', opens: 'price-revision' },
  defaultSort: '-createdAt',
  pageOf: ({ id }) => ({ name: 'price-revision', params: { id } }),
  columns: [
    { key: 'title', title: title('title'), isTitle: true, width: 230 },
    { key: 'number', title: title('number'), width: 140, onCard: true },
    { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 100, onCard: true },
    {
      key: 'effectiveOn',
      title: title('effectiveOn'),
      kind: 'day',
      isSortable: true,
      width: 120,
      onCard: true,
    },
    { key: 'lines', title: title('lines'), kind: 'count', width: 80, onCard: true },
    { key: 'largestRise', title: title('largestRise'), kind: 'rate', width: 100, onCard: true },
    { key: 'largestFall', title: title('largestFall'), kind: 'rate', width: 100, onCard: true },
    { key: 'ownerName', title: title('ownerId'), width: 100 },
    { key: 'reason', title: title('reason'), width: 200, isHidden: true },
    { key: 'approvedAt', title: title('approvedAt'), kind: 'instant', width: 150, isHidden: true },
    { key: 'createdAt', title: title('createdAt'), kind: 'instant', isSortable: true, width: 150 },
  ],
  filters: [
    { kind: 'options', param: 'state', title: title('state'), options: STATES },
    { kind: 'days', param: 'effectiveOn', title: title('effectiveOn') },
    { kind: 'select', param: 'tableId', title: 'pricing.table', source: tableSource },
    { kind: 'select', param: 'productId', title: 'pricing.product', source: recordSource('product') },
    { kind: 'select', param: 'ownerId', title: title('ownerId'), source: userSource },
  ],
};
