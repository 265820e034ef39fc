import type { EChartsOption } from 'echarts';
import type { CellKind } from '../list/list-declaration';

export type ChartOption = EChartsOption;

/** The figures behind a chart, as its table shows them; titles are written out already. */
export interface ChartTable {
  readonly columns: readonly { readonly key: string; readonly title: string; readonly kind?: CellKind }[];
  readonly rows: readonly Record<string, unknown>[];
}

export interface ChartPoint {
  readonly name: string;
  readonly series: string;
  readonly index: number;
}
