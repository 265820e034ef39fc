import { BigNumber } from 'bignumber.js';
import {
  compareRendered,
  type Difference,
  type FactDeclaration,
  type Facts,
  type RenderedDocument,
  type RenderedSection,
} from '../../approval/index.js';

/** All that a reviewer of a credit change decides on. */
export interface CreditContent {
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly customerClass: string | null;
  readonly ownerName: string | null;
  readonly oldLimit: string | null;
  readonly newLimit: string;
  readonly oldTermsDays: number | null;
  readonly newTermsDays: number;
  readonly reason: string;
  readonly fileIds: readonly string[];
}

export const CREDIT_FACTS: readonly FactDeclaration[] = [
  { name: 'amount', label: { zh: '新额度', en: 'New limit' }, type: 'money' },
  { name: 'increase', label: { zh: '增加额', en: 'Increase' }, type: 'money' },
  { name: 'ratio', label: { zh: '新旧额度之比', en: 'New to old limit' }, type: 'number' },
  { name: 'termsDays', label: { zh: '新账期(天)', en: 'New terms, days' }, type: 'number' },
  {
    name: 'customerClass',
    label: { zh: '客户类别', en: 'Customer class' },
    type: 'dictionary',
    dictionary: 'customer-class',
  },
  { name: 'department', label: { zh: '申请部门', en: 'Department' }, type: 'department' },
];

export const CREDIT_SECTIONS = [
  { name: 'terms', label: { zh: '额度与账期', en: 'Limit and terms' } },
  { name: 'reason', label: { zh: '申请理由', en: 'Reason' } },
  { name: 'customer', label: { zh: '客户', en: 'Customer' } },
] as const;

/** @param departmentId of who asks for it */
export function creditFacts(content: CreditContent, departmentId: string | null): Facts {
  const before = new BigNumber(content.oldLimit ?? 0);
  const after = new BigNumber(content.newLimit);
  return {
    amount: after.toFixed(2),
    increase: after.minus(before).toFixed(2),
    ratio: before.gt(0) ? after.div(before).decimalPlaces(4).toFixed() : null,
    termsDays: String(content.newTermsDays),
    customerClass: content.customerClass,
    department: departmentId,
  };
}

export function renderCredit(content: CreditContent): RenderedDocument {
  const { amount, increase } = creditFacts(content, null) as { amount: string; increase: string };
  const isRaised = new BigNumber(increase).gt(0);
  const [terms, reason, customer] = CREDIT_SECTIONS;
  return {
    sections: [
      {
        ...terms,
        fields: [
          {
            name: 'newLimit',
            label: { zh: '信用额度', en: 'Credit limit' },
            kind: 'money',
            value: amount,
            before: content.oldLimit,
            emphasis: isRaised ? 'attention' : 'good',
          },
          { name: 'increase', label: { zh: '增加额', en: 'Increase' }, kind: 'money', value: increase },
          {
            name: 'newTermsDays',
            label: { zh: '账期(天)', en: 'Terms, days' },
            kind: 'number',
            value: String(content.newTermsDays),
            before: content.oldTermsDays === null ? null : String(content.oldTermsDays),
            emphasis: content.newTermsDays > (content.oldTermsDays ?? 0) ? 'attention' : 'none',
          },
        ],
      },
      {
        ...reason,
        fields: [
          { name: 'reason', label: { zh: '申请理由', en: 'Reason' }, kind: 'text', value: content.reason },
          {
            name: 'files',
            label: { zh: '附件数', en: 'Files' },
            kind: 'number',
            value: String(content.fileIds.length),
          },
        ],
      },
      { ...customer, fields: customerFields(content) },
    ],
  };
}

const customerFields = (content: CreditContent): RenderedSection['fields'] => [
  {
    name: 'customerName',
    label: { zh: '客户', en: 'Customer' },
    kind: 'text',
    value: content.customerName,
    link: `/customers/${content.customerId}`,
  },
  {
    name: 'customerNumber',
    label: { zh: '客户编号', en: 'Number' },
    kind: 'text',
    value: content.customerNumber,
  },
  {
    name: 'customerClass',
    label: { zh: '客户类别', en: 'Customer class' },
    kind: 'dictionary',
    dictionary: 'customer-class',
    value: content.customerClass,
  },
  { name: 'ownerName', label: { zh: '负责人', en: 'Owner' }, kind: 'text', value: content.ownerName },
];

/** The customer's own name or class may change meanwhile: nobody decides on those. */
export function compareCredit(before: CreditContent, after: CreditContent): Difference[] {
  const decided = (content: CreditContent) => ({
    sections: renderCredit(content).sections.filter(({ name }) => name !== 'customer'),
  });
  const shown = compareRendered(decided(before), decided(after));
  const isOtherFiles =
    before.fileIds.join() !== after.fileIds.join() && !shown.some(({ field }) => field === 'files');
  if (!isOtherFiles) return shown;
  const label = { zh: '附件', en: 'Files' };
  const count = (content: CreditContent) => String(content.fileIds.length);
  return [
    ...shown,
    { section: 'reason', field: 'files', label, kind: 'number', before: count(before), after: count(after) },
  ];
}
