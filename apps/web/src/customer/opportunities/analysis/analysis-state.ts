import type { LocationQuery } from 'vue-router';

export const FUNNEL_ANGLES = ['owner', 'product', 'territory', 'engagedMonth', 'source'] as const;
export type FunnelAngle = (typeof FUNNEL_ANGLES)[number];
export const LOSS_ANGLES = ['stage', 'competitor', 'product'] as const;
export type LossAngle = (typeof LOSS_ANGLES)[number];

const NARROWING = [
  'pipelineId',
  'ownerId',
  'territoryId',
  'productId',
  'engagedOnFrom',
  'engagedOnTo',
] as const;

/** Filters in the address, as the API and the list take them. */
export const filtersOf = (query: LocationQuery): Record<string, string> =>
  Object.fromEntries(
    NARROWING.flatMap((name) =>
      typeof query[name] === 'string' && query[name] !== '' ? [[name, query[name]]] : [],
    ),
  );

/** First and last day of `2026-03` or `2026Q1`. */
export function daysOf(period: string): { from: string; to: string } {
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  const [year, first, months] = quarter
    ? [Number(quarter[1]), (Number(quarter[2]) - 1) * 3, 3]
    : [Number(period.slice(0, 4)), Number(period.slice(5)) - 1, 1];
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { from: day(first, 1), to: day(first + months, 0) };
}

const PARAMS = {
  owner: 'ownerId',
  product: 'productId',
  territory: 'territoryId',
  source: 'source',
  stage: 'lastStageId',
  competitor: 'competitor',
  reason: 'lossReason',
} as const;

/** The list's filter for one value of an angle; none where there is no value to filter by. */
export function drillOf(angle: string, id: string | null): Record<string, string> {
  if (id === null) return {};
  if (angle === 'engagedMonth') {
    const { from, to } = daysOf(id);
    return { engagedOnFrom: from, engagedOnTo: to };
  }
  const param = PARAMS[angle as keyof typeof PARAMS];
  return param ? { [param]: id } : {};
}
