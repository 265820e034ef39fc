import { formatMoney, formatRate } from '../../shared/format/numbers';
import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { recordSource } from '../../shared/select/record.queries';
import { type DeviationRecord, deviationSource, type Promotion, promotionSource } from './promotion.queries';

const title = (key: string) => `promotions.fields.${key}`;

export const STATES: Option[] = [
  { value: 'draft', title: 'promotions.states.draft', tone: 'info' },
  { value: 'active', title: 'promotions.states.active', tone: 'success' },
  { value: 'ended', title: 'promotions.states.ended', tone: 'warning' },
];
export const METHODS: Option[] = ['percent', 'amount', 'fixed'].map((value) => ({
  value,
  title: `promotions.methods.${value}`,
}));

export const valueOf = ({ method, value }: Pick<Promotion, 'method' | 'value'>): string =>
  method === 'percent' ? formatRate(value) : formatMoney(value);

export const promotionList: ListDeclaration<Promotion> = {
  source: promotionSource,
  resource: 'promotion',
  exports: 'promotion',
  create: { permission: 'promotion:manage', title: 'promotions.create' },
  defaultSort: '-createdAt',
  columns: [
    { key: 'name', title: title('name'), isTitle: true, width: 220 },
    { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 90, onCard: true },
    { key: 'method', title: title('method'), kind: 'options', options: METHODS, width: 110, onCard: true },
    { key: 'value', title: title('value'), width: 100, onCard: true, text: valueOf },
    { key: 'validFrom', title: title('validFrom'), kind: 'day', width: 115, onCard: true },
    { key: 'validTo', title: title('validTo'), kind: 'day', width: 115, onCard: true },
    {
      key: 'customerClasses',
      title: title('customerClasses'),
      width: 150,
      text: ({ customerClasses }) => customerClasses.join(' · '),
    },
    { key: 'minQuantity', title: title('minQuantity'), kind: 'quantity', width: 100 },
    { key: 'used', title: title('used'), kind: 'quantity', width: 100 },
    { key: 'totalLimit', title: title('totalLimit'), kind: 'quantity', width: 100 },
    {
      key: 'createdAt',
      title: title('createdAt'),
      kind: 'instant',
      isSortable: true,
      width: 150,
      isHidden: true,
    },
  ],
  filters: [{ kind: 'options', param: 'state', title: title('state'), options: STATES }],
};

const deviation = (key: string) => `promotions.deviations.${key}`;
const KINDS: Option[] = [
  { value: 'below-table', title: deviation('kinds.below-table'), tone: 'warning' },
  { value: 'below-floor', title: deviation('kinds.below-floor'), tone: 'danger' },
  { value: 'off-table', title: deviation('kinds.off-table'), tone: 'info' },
];

export const deviationList: ListDeclaration<DeviationRecord> = {
  source: deviationSource,
  resource: 'price-deviation',
  exports: 'price-deviation',
  defaultSort: '-createdAt',
  columns: [
    { key: 'customerName', title: deviation('customer'), isTitle: true, width: 200 },
    { key: 'productName', title: 'pricing.product', width: 190, onCard: true },
    { key: 'kind', title: deviation('kind'), kind: 'options', options: KINDS, width: 120, onCard: true },
    { key: 'askedPrice', title: deviation('askedPrice'), kind: 'money', width: 110, onCard: true },
    { key: 'tablePrice', title: deviation('tablePrice'), kind: 'money', width: 110, onCard: true },
    { key: 'floorPrice', title: 'pricing.floorPrice', kind: 'money', width: 110 },
    { key: 'quantity', title: deviation('quantity'), kind: 'quantity', width: 90 },
    { key: 'unit', title: 'pricing.unit', width: 60 },
    { key: 'pricedOn', title: 'pricing.on', kind: 'day', width: 115 },
    { key: 'reason', title: deviation('reason'), width: 220, onCard: true },
    { key: 'ownerName', title: deviation('owner'), width: 90 },
    { key: 'createdAt', title: deviation('createdAt'), kind: 'instant', isSortable: true, width: 150 },
  ],
  filters: [
    { kind: 'options', param: 'kind', title: deviation('kind'), options: KINDS },
    { kind: 'select', param: 'customerId', title: deviation('customer'), source: recordSource('customer') },
    { kind: 'select', param: 'productId', title: 'pricing.product', source: recordSource('product') },
    { kind: 'days', param: 'createdAt', title: deviation('createdAt') },
  ],
};
