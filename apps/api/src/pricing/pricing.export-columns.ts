import { type DeclaredColumn, YES_NO } from '../platform/exports/declared-columns.js';

/** Whom a table is for, one name each. */
const audienceNames = (value: unknown): string =>
  (value as readonly Record<string, string | null>[])
    .map((one) => one.customerName ?? one.customerClass ?? one.territoryName ?? one.province ?? '')
    .join('、');

export const TABLE_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'name', label: { zh: '名称', en: 'Name' }, type: 'text' },
  { key: 'kind', label: { zh: '种类代码', en: 'Code of the kind' }, type: 'text' },
  { key: 'kindLabelZh', label: { zh: '种类', en: 'Kind' }, type: 'text' },
  { key: 'audiences', label: { zh: '适用客户', en: 'For customers' }, type: 'text', write: audienceNames },
  { key: 'products', label: { zh: '有价产品', en: 'Priced products' }, type: 'integer' },
  { key: 'currency', label: { zh: '币种', en: 'Currency' }, type: 'text' },
  { key: 'taxIncluded', label: { zh: '含税', en: 'Incl. tax' }, type: 'text', words: YES_NO },
  { key: 'priority', label: { zh: '优先级', en: 'Priority' }, type: 'integer' },
  { key: 'retiredOn', label: { zh: '停用日期', en: 'Retired from' }, type: 'date' },
  { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text' },
  { key: 'createdAt', label: { zh: '建立时间', en: 'Set up' }, type: 'datetime' },
];

export const REVISION_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'number', label: { zh: '调价单号', en: 'Number' }, type: 'text' },
  { key: 'title', label: { zh: '标题', en: 'Title' }, type: 'text' },
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    type: 'text',
    words: {
      draft: { zh: '草稿', en: 'Draft' },
      in_review: { zh: '审核中', en: 'In review' },
      returned: { zh: '已退回', en: 'Returned' },
      approved: { zh: '已通过', en: 'Approved' },
      withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    },
  },
  { key: 'effectiveOn', label: { zh: '生效日期', en: 'Takes effect on' }, type: 'date' },
  { key: 'lines', label: { zh: '行数', en: 'Lines' }, type: 'integer' },
  { key: 'largestRise', label: { zh: '最大涨幅', en: 'Largest rise' }, type: 'decimal', scale: 4 },
  { key: 'largestFall', label: { zh: '最大降幅', en: 'Largest fall' }, type: 'decimal', scale: 4 },
  { key: 'ownerName', label: { zh: '经办人', en: 'Kept by' }, type: 'text' },
  { key: 'reason', label: { zh: '调价原因', en: 'Why' }, type: 'text' },
  { key: 'approvedAt', label: { zh: '通过时间', en: 'Approved at' }, type: 'datetime' },
  { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
];

export const PROMOTION_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'name', label: { zh: '名称', en: 'Name' }, type: 'text' },
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    type: 'text',
    words: {
      draft: { zh: '草稿', en: 'Draft' },
      active: { zh: '进行中', en: 'Running' },
      ended: { zh: '已结束', en: 'Ended' },
    },
  },
  {
    key: 'method',
    label: { zh: '方式', en: 'How' },
    type: 'text',
    words: {
      percent: { zh: '减百分比', en: 'Percent off' },
      amount: { zh: '减金额', en: 'Amount off' },
      fixed: { zh: '促销价', en: 'Price' },
    },
  },
  { key: 'value', label: { zh: '优惠', en: 'Value' }, type: 'decimal' },
  { key: 'validFrom', label: { zh: '开始日期', en: 'First day' }, type: 'date' },
  { key: 'validTo', label: { zh: '结束日期', en: 'Last day' }, type: 'date' },
  { key: 'customerClasses', label: { zh: '客户类别', en: 'Customer classes' }, type: 'text' },
  { key: 'minQuantity', label: { zh: '起订量', en: 'From quantity' }, type: 'decimal' },
  { key: 'used', label: { zh: '已用数量', en: 'Quantity used' }, type: 'decimal' },
  { key: 'totalLimit', label: { zh: '总数量上限', en: 'Limit in all' }, type: 'decimal' },
  { key: 'customerLimit', label: { zh: '每客户上限', en: 'Limit a customer' }, type: 'decimal' },
  { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text' },
  { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
];
