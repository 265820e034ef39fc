import type { FactDeclaration, Facts, RenderedDocument, RenderedSection } from '../../approval/index.js';

/** A line as it was submitted; prices and rates are decimal texts. */
export interface SubmittedLine {
  readonly key: string;
  readonly table: string;
  readonly product: string;
  readonly code: string;
  readonly unit: string;
  readonly minQuantity: string;
  readonly old: string | null;
  readonly price: string | null;
  readonly changeRate: string | null;
  readonly floor: string | null;
  readonly margin: string | null;
  readonly competitor: string | null;
}

/** All that a reviewer of a price revision decides on. */
export interface SubmittedRevision {
  readonly number: string;
  readonly title: string;
  readonly effectiveOn: string;
  readonly reason: string | null;
  readonly backdatingReason: string | null;
  readonly lines: readonly SubmittedLine[];
}

export const REVISION_FACTS: readonly FactDeclaration[] = [
  { name: 'lines', label: { zh: '行数', en: 'Lines' }, type: 'number' },
  { name: 'largestRise', label: { zh: '最大涨幅(%)', en: 'Largest rise (%)' }, type: 'number' },
  { name: 'largestFall', label: { zh: '最大降幅(%)', en: 'Largest fall (%)' }, type: 'number' },
  { name: 'lowestMargin', label: { zh: '最低毛利率(%)', en: 'Lowest margin (%)' }, type: 'number' },
  { name: 'isBackdated', label: { zh: '追溯生效', en: 'Takes effect in the past' }, type: 'boolean' },
  { name: 'department', label: { zh: '提交部门', en: 'Department' }, type: 'department' },
];

export const REVISION_SECTIONS = [
  { name: 'revision', label: { zh: '调价单', en: 'Revision' } },
  { name: 'lines', label: { zh: '价格', en: 'Prices' } },
] as const;

const percent = (rates: readonly (string | null)[], pick: (...values: number[]) => number): string | null => {
  const known = rates.filter((rate): rate is string => rate !== null).map(Number);
  return known.length > 0 ? (known.reduce((a, b) => pick(a, b)) * 100).toFixed(2) : null;
};

/** What flows may ask for. A rise is positive, a fall is given as a positive number too. */
export function revisionFacts(
  { lines, backdatingReason }: SubmittedRevision,
  department: string | null,
): Facts {
  const rates = lines.map(({ changeRate }) => changeRate);
  const rise = percent(rates, Math.max);
  const fall = percent(rates, Math.min);
  return {
    lines: String(lines.length),
    largestRise: rise !== null && Number(rise) > 0 ? rise : '0',
    largestFall: fall !== null && Number(fall) < 0 ? (-Number(fall)).toFixed(2) : '0',
    lowestMargin: percent(
      lines.map(({ margin }) => margin),
      Math.min,
    ),
    isBackdated: backdatingReason !== null,
    department,
  };
}

const COLUMNS = [
  { name: 'table', label: { zh: '价格表', en: 'Table' }, kind: 'text' },
  { name: 'product', label: { zh: '产品', en: 'Product' }, kind: 'text' },
  { name: 'unit', label: { zh: '单位', en: 'Unit' }, kind: 'text' },
  { name: 'minQuantity', label: { zh: '起订量', en: 'From quantity' }, kind: 'number' },
  { name: 'price', label: { zh: '新价', en: 'New price' }, kind: 'number' },
  { name: 'changeRate', label: { zh: '涨跌幅', en: 'Change' }, kind: 'rate' },
  { name: 'floor', label: { zh: '最低限价', en: 'Floor price' }, kind: 'number' },
  { name: 'margin', label: { zh: '毛利率', en: 'Margin' }, kind: 'rate', permission: 'cost:read' },
  { name: 'competitor', label: { zh: '竞争对手价', en: 'Competitor' }, kind: 'number' },
] as const;

const STEEP = 0.1;

function cellsOf(line: SubmittedLine) {
  const rate = Number(line.changeRate ?? 0);
  const steep = Math.abs(rate) >= STEEP ? ('attention' as const) : ('none' as const);
  const isLoss = line.margin !== null && Number(line.margin) < 0;
  return [
    { value: line.table },
    { value: line.product },
    { value: line.unit },
    { value: line.minQuantity },
    { value: line.price, before: line.old, words: line.price === null ? ENDS : undefined },
    { value: line.changeRate, emphasis: steep },
    { value: line.floor },
    { value: line.margin, emphasis: isLoss ? ('danger' as const) : ('none' as const) },
    { value: line.competitor },
  ];
}

const ENDS = { zh: '停止报价', en: 'Price ends' };

export function renderRevision(content: SubmittedRevision): RenderedDocument {
  const [revision, lines] = REVISION_SECTIONS;
  const fields: RenderedSection['fields'] = [
    { name: 'title', label: { zh: '标题', en: 'Title' }, kind: 'text', value: content.title },
    {
      name: 'effectiveOn',
      label: { zh: '生效日期', en: 'Takes effect on' },
      kind: 'date',
      value: content.effectiveOn,
      emphasis: content.backdatingReason ? 'danger' : 'none',
    },
    { name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'text', value: content.reason },
    ...(content.backdatingReason
      ? ([
          {
            name: 'backdatingReason',
            label: { zh: '追溯原因', en: 'Why in the past' },
            kind: 'text',
            value: content.backdatingReason,
            emphasis: 'danger',
          },
        ] as const)
      : []),
  ];
  return {
    sections: [
      { ...revision, fields },
      {
        ...lines,
        table: {
          columns: COLUMNS,
          rows: content.lines.map((line) => ({ key: line.key, cells: cellsOf(line) })),
        },
      },
    ],
  };
}
