import type { ChartOption } from '../shared/chart/chart-declaration';
import {
  formatCompact,
  formatCount,
  formatMoney,
  formatQuantity,
  formatRate,
} from '../shared/format/numbers';
import { type Angle, isTime } from './angles';
import type { Keys, SalesMatrix } from './sales-matrix';
import type { Measure, Shape } from './statistics-state';

/** Adding these up across groups gives what they mean; a margin or a count of distinct customers does not. */
const ADDITIVE: ReadonlySet<Measure> = new Set(['salesAmount', 'profit', 'quantity', 'lineCount']);

export function formatMeasure(measure: Measure, value: string | number | null | undefined): string {
  if (measure === 'margin') return formatRate(value);
  if (measure === 'quantity') return formatQuantity(value);
  if (measure === 'salesAmount' || measure === 'profit') return formatMoney(value);
  return value === null || value === undefined ? '' : formatCount(Number(value));
}

/** Shapes that make sense for what is shown; the first is the usual one. */
export function shapesFor(by: readonly Angle[], measure: Measure): Shape[] {
  const mayStack = by.length > 1 && ADDITIVE.has(measure);
  const others: Shape[] = mayStack ? ['stack', 'bar'] : ['bar'];
  if (!isTime(by[0])) return others;
  return by[0] === 'month' ? ['line', ...others] : [...others, 'line'];
}

export interface ChartWords {
  readonly value: (value: string | null) => string;
  readonly series: (keys: Keys) => string;
}

/** The drawing of a matrix. Months lie on a time axis, so that a month without sales is a gap in time. */
export function chartOf(
  matrix: SalesMatrix,
  by: readonly Angle[],
  measure: Measure,
  shape: Shape,
  words: ChartWords,
): ChartOption {
  const isOnTimeAxis = by[0] === 'month' && shape === 'line';
  const axisText = (value: number) => (measure === 'margin' ? formatRate(value) : formatCompact(value));
  return {
    legend: matrix.series.length > 1 ? { type: 'scroll' } : undefined,
    xAxis: isOnTimeAxis
      ? { type: 'time' }
      : {
          type: 'category',
          data: matrix.points.map((point) => words.value(point)),
          axisLabel: { hideOverlap: true, width: 110, overflow: 'truncate' },
        },
    yAxis: { type: 'value', axisLabel: { formatter: axisText } },
    tooltip: {
      valueFormatter: (value: unknown) => formatMeasure(measure, [value].flat().at(-1) as number | null),
    },
    series: matrix.series.map(({ keys, values }) => ({
      type: shape === 'line' ? ('line' as const) : ('bar' as const),
      name: words.series(keys),
      ...(shape === 'stack' && { stack: 'all' }),
      ...(shape === 'line' && { symbolSize: 5 }),
      barMaxWidth: 42,
      cursor: 'pointer',
      data: isOnTimeAxis ? values.map((value, index) => [`${matrix.points[index]}-01`, value]) : [...values],
    })) as ChartOption['series'],
  };
}
