import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { ListParams } from '../shared/api/list-types';
import { type Angle, isAngle, MOST_ANGLES } from './angles';

export const MEASURES = [
  'salesAmount',
  'profit',
  'margin',
  'quantity',
  'orderCount',
  'customerCount',
  'lineCount',
] as const;
export type Measure = (typeof MEASURES)[number];
export const SHAPES = ['bar', 'stack', 'line'] as const;
export type Shape = (typeof SHAPES)[number];

/** In filters, what has no value is asked for by this word. */
export const NONE = '(none)';

/** What the page shows; all of it is in the URL. */
export interface StatisticsState {
  /** One to three, outermost first. */
  readonly by: readonly Angle[];
  /** Values by angle in the order they were narrowed, and `orderedOnFrom`, `orderedOnTo`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly measure: Measure;
  /** Null lets the angles decide. */
  readonly shape: Shape | null;
}

const valuesOf = (value: LocationQuery[string] | undefined): string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
const isFilter = (name: string) => isAngle(name) || name === 'orderedOnFrom' || name === 'orderedOnTo';

export function stateFromQuery(query: LocationQuery): StatisticsState {
  const by = [...new Set(valuesOf(query.by).filter(isAngle))].slice(0, MOST_ANGLES);
  const measure = MEASURES.find((each) => each === query.measure) ?? 'salesAmount';
  const filters = Object.entries(query)
    .filter(([name]) => isFilter(name))
    .map(([name, value]) => [name, valuesOf(value)] as const)
    .filter(([, values]) => values.length > 0);
  return {
    by: by.length > 0 ? by : ['year'],
    filters: Object.fromEntries(filters),
    measure,
    shape: SHAPES.find((each) => each === query.shape) ?? null,
  };
}

export function queryFromState({ by, filters, measure, shape }: StatisticsState): LocationQueryRaw {
  return {
    by: [...by],
    ...Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]])),
    ...(measure !== 'salesAmount' && { measure }),
    ...(shape && { shape }),
  };
}

/** The filters that leave only one figure: those of the page and the figure's own values. */
export function narrowedTo(
  filters: StatisticsState['filters'],
  keys: Readonly<Record<string, string | null>>,
): Record<string, readonly string[]> {
  const own = Object.entries(keys).map(([angle, value]) => [angle, [value ?? NONE]] as const);
  return { ...filters, ...Object.fromEntries(own) };
}

/** What the API is asked. */
export const statisticsParams = ({ by, filters }: Pick<StatisticsState, 'by' | 'filters'>): ListParams => ({
  groupBy: by,
  ...filters,
});
