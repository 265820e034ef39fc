import type { ChartOption } from '../../../shared/chart/chart-declaration';
import { formatCompact, formatCount, formatRate } from '../../../shared/format/numbers';

const compact = { axisLabel: { formatter: (value: number) => formatCompact(value) } };

interface FunnelStep {
  readonly name: string;
  readonly reached: number;
  readonly conversion: string | null;
}

const stepText = ({ name, reached, conversion }: FunnelStep): string =>
  `${name}  ${formatCount(reached)}${conversion === null ? '' : `  (${formatRate(conversion)})`}`;

/** Stages in their order, each with how many reached it and the part of those before. */
export const funnelChart = (steps: readonly FunnelStep[], series: string): ChartOption => ({
  tooltip: { trigger: 'item', valueFormatter: (value: unknown) => formatCount(Number(value)) },
  series: [
    {
      type: 'funnel',
      name: series,
      sort: 'none',
      left: 16,
      right: 16,
      top: 12,
      bottom: 12,
      gap: 3,
      minSize: '24%',
      label: {
        position: 'inside',
        color: '#ffffff',
        textBorderColor: 'rgb(0 0 0 / 55%)',
        textBorderWidth: 2,
        formatter: ({ dataIndex }) => (steps[dataIndex] ? stepText(steps[dataIndex]) : ''),
      },
      data: steps.map(({ name, reached }) => ({ name, value: reached })),
    },
  ],
});

interface Bars {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly isStacked?: boolean;
  readonly isMoney?: boolean;
}

export const barChart = ({ names, series, isStacked = false, isMoney = false }: Bars): ChartOption => ({
  legend: {},
  xAxis: {
    type: 'category',
    data: [...names],
    axisLabel: { interval: 0, rotate: names.length > 8 ? 30 : 0, width: 84, overflow: 'break' },
  },
  yAxis: { type: 'value', ...compact },
  tooltip: {
    valueFormatter: (value) => (isMoney ? formatCompact(Number(value)) : formatCount(Number(value))),
  },
  series: series.map(({ name, values }) => ({
    type: 'bar' as const,
    name,
    barMaxWidth: 34,
    ...(isStacked && { stack: 'all' }),
    data: [...values],
  })),
});

/** Won and lost as bars, the rate as a line over them. */
export function successChart(
  rows: readonly { name: string; won: number; lost: number; rate: string | null }[],
  words: { won: string; lost: string; rate: string },
): ChartOption {
  return {
    legend: {},
    xAxis: { type: 'category', data: rows.map(({ name }) => name) },
    yAxis: [
      { type: 'value', ...compact },
      {
        type: 'value',
        min: 0,
        max: 1,
        splitLine: { show: false },
        axisLabel: { formatter: (value: number) => formatRate(value) },
      },
    ],
    series: [
      { type: 'bar', name: words.won, stack: 'all', barMaxWidth: 30, data: rows.map(({ won }) => won) },
      { type: 'bar', name: words.lost, stack: 'all', barMaxWidth: 30, data: rows.map(({ lost }) => lost) },
      {
        type: 'line',
        name: words.rate,
        yAxisIndex: 1,
        smooth: true,
        data: rows.map(({ rate }) => (rate === null ? null : Number(rate))),
        tooltip: { valueFormatter: (value) => formatRate(Number(value)) },
      },
    ],
  };
}
