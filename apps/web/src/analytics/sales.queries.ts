import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../shared/api/client';
import { listSource } from '../shared/api/list-source';
import type { ListParams } from '../shared/api/list-types';

type Figures = Schema<'SalesStatisticsDto'>;
export type SalesTotals = Figures['totals'];
export interface SalesFigure extends SalesTotals {
  /** Value of each angle; null where there is none. */
  readonly keys: Readonly<Record<string, string | null>>;
}
export type SalesLine = Schema<'SalesLineDto'>;

export const salesLineSource = listSource('sales-lines', '/api/v1/statistics/sales/lines', {
  count: true,
  sums: true,
});

/** Sales by the angles in `groupBy`, with the totals over all of them. */
export const useSalesStatistics = (params: () => ListParams) =>
  useQuery({
    key: () => ['sales-statistics', JSON.stringify(params())],
    query: async ({ signal }) => {
      const query = params() as Record<string, never>;
      const { rows, totals, isCut } = await bodyOf(
        client.GET('/api/v1/statistics/sales', { params: { query }, signal }),
      );
      return { rows: rows as unknown as SalesFigure[], totals, isCut };
    },
    placeholderData: (previous) => previous,
  });
