import type { ChartOption, ChartTable } from '../../shared/chart/chart-declaration';
import { formatDay } from '../../shared/format/dates';
import { formatMoney, formatQuantity } from '../../shared/format/numbers';
import type { Price } from './product.queries';

export interface PriceSeries {
  readonly name: string;
  /** Days and prices from then on; null where the price ended. */
  readonly steps: readonly (readonly [day: string, price: number | null])[];
}

/** The day after, for a price that ended without another. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Prices of one product as steps, a series for each table, unit and quantity break. */
export function priceSeries(prices: readonly Price[]): PriceSeries[] {
  const groups = new Map<string, Price[]>();
  for (const price of prices) {
    const break_ = Number(price.minQuantity) > 0 ? ` ≥ ${formatQuantity(price.minQuantity)}` : '';
    const name = `${price.tableName}${break_}${price.unit ? ` / ${price.unit}` : ''}`;
    groups.set(name, [...(groups.get(name) ?? []), price]);
  }
  return [...groups].map(([name, rows]) => {
    const sorted = rows.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
    const steps = sorted.flatMap((row, at) => {
      const own: (readonly [string, number | null])[] = [[row.validFrom, Number(row.price)]];
      if (!row.validTo) return own;
      const end = dayAfter(row.validTo);
      return sorted[at + 1]?.validFrom === end ? own : own.concat([[end, null]]);
    });
    return { name, steps };
  });
}

/** What holds until today and what is to come, which begins where the other ends. */
function split({ steps }: PriceSeries, today: string) {
  const past = steps.filter(([day]) => day <= today);
  const future = steps.filter(([day]) => day > today);
  const now = past.at(-1)?.[1] ?? null;
  const here = past.length > 0 ? [[today, now] as const] : [];
  return { past: [...past, ...here], future: future.length > 0 ? [...here, ...future] : [] };
}

/** Step lines over time; prices that are agreed but not yet in force are dashed. */
export function priceHistoryChart(series: readonly PriceSeries[], today: string): ChartOption {
  const last = series
    .flatMap(({ steps }) => steps.map(([day]) => day))
    .reduce((a, b) => (a > b ? a : b), today);
  const end = new Date(Date.parse(`${last}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10);
  const line = { type: 'line' as const, step: 'end' as const, showSymbol: false, connectNulls: false };
  return {
    legend: { type: 'scroll', data: series.map(({ name }) => name) },
    xAxis: { type: 'time', max: end },
    yAxis: { type: 'value', scale: true, axisLabel: { formatter: (value: number) => formatMoney(value) } },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value) => formatMoney([value].flat().at(-1) as number | null),
    },
    series: series.flatMap((one) => {
      const { past, future } = split(one, today);
      const tail = future.at(-1);
      const open = tail && tail[1] !== null ? [[end, tail[1]] as const] : [];
      const data = (steps: readonly (readonly [string, number | null])[]) => steps.map((step) => [...step]);
      return [
        { ...line, name: one.name, data: data(past) },
        ...(future.length > 0
          ? [
              {
                ...line,
                name: one.name,
                lineStyle: { type: 'dashed' as const },
                data: data([...future, ...open]),
              },
            ]
          : []),
      ];
    }),
  };
}

/** The same as rows, newest first. */
export function priceHistoryTable(prices: readonly Price[], title: (key: string) => string): ChartTable {
  const rows = prices
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || a.tableName.localeCompare(b.tableName))
    .map((price) => ({
      table: price.tableName,
      minQuantity: price.minQuantity,
      price: price.price,
      validFrom: formatDay(price.validFrom),
      validTo: formatDay(price.validTo),
      revision: price.revisionNumber,
    }));
  return {
    columns: [
      { key: 'table', title: title('table') },
      { key: 'minQuantity', title: title('minQuantity'), kind: 'quantity' },
      { key: 'price', title: title('price'), kind: 'money' },
      { key: 'validFrom', title: title('validFrom') },
      { key: 'validTo', title: title('validTo') },
      { key: 'revision', title: title('revision') },
    ],
    rows,
  };
}
