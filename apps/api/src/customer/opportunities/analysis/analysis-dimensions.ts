import { InvalidInputError } from '../../../platform/errors/common.errors.js';

interface Dimension {
  /** Expression of the value by which rows are drilled to. */
  readonly id: string;
  /** What people call it; the id where they have no other word. */
  readonly name?: string;
  readonly isTime?: boolean;
  /** Makes several rows of a deal: its figures are counted for each. */
  readonly joins?: string;
}

/** Angles from which deals are looked at. SQL over `o`, its stage `s`, and joins of their own. */
export const ANALYSIS_DIMENSIONS = {
  owner: {
    id: 'o.owner_id::text',
    name: 'u.display_name',
    joins: 'left join users u on u.id = o.owner_id',
  },
  territory: {
    id: 'o.territory_id::text',
    name: 't.name',
    joins: 'left join territories t on t.id = o.territory_id',
  },
  source: { id: 'o.source' },
  product: {
    id: 'l.product_id::text',
    name: 'p.name',
    joins:
      'left join opportunity_lines l on l.opportunity_id = o.id left join products p on p.id = l.product_id',
  },
  competitor: {
    id: 'x.competitor',
    joins: 'left join opportunity_competitors x on x.opportunity_id = o.id',
  },
  reason: { id: 'o.loss_reason' },
  stage: {
    id: 'ls.id::text',
    name: `ls.name_zh || '|' || ls.name_en`,
    joins: 'left join pipeline_stages ls on ls.id = coalesce(o.last_open_stage_id, o.stage_id)',
  },
  engagedMonth: {
    id: `to_char(coalesce(o.engaged_on, (o.created_at at time zone 'Asia/Shanghai')::date), 'YYYY-MM')`,
    isTime: true,
  },
  closedMonth: { id: `to_char(o.closed_on, 'YYYY-MM')`, isTime: true },
  closedQuarter: { id: `to_char(o.closed_on, 'YYYY"Q"Q')`, isTime: true },
} as const satisfies Record<string, Dimension>;

export type AnalysisDimension = keyof typeof ANALYSIS_DIMENSIONS;
export const dimension = (name: AnalysisDimension): Dimension => ANALYSIS_DIMENSIONS[name];

/** @throws InvalidInputError for unknown or repeated angles, or more than `most` */
export function readDimensions(
  raw: unknown,
  allowed: readonly AnalysisDimension[],
  most: number,
): AnalysisDimension[] {
  const names = raw === undefined ? [] : (Array.isArray(raw) ? raw : [raw]).map(String);
  const isKnown = names.every((name) => (allowed as readonly string[]).includes(name));
  if (isKnown && names.length <= most && new Set(names).size === names.length)
    return names as AnalysisDimension[];
  throw new InvalidInputError([
    {
      pointer: 'groupBy',
      rule: 'groupBy',
      detail: `At most ${most} different ones of ${allowed.join(', ')}.`,
    },
  ]);
}

/** Worth of a deal for a row: with products, that of the product's line. */
export const valueOf = (names: readonly AnalysisDimension[]): string =>
  names.includes('product')
    ? 'coalesce(l.amount * o.exchange_rate, case when l.id is null then o.value_cny end)'
    : 'o.value_cny';
