import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import type { ListSource } from '../../shared/api/list-types';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';
import { dayFromToday } from '../pricing-words';

export type Price = Schema<'PriceDto'>;
export type Question = Schema<'ResolvePricesDto'>;
export type Answer = Schema<'ResolvedLineDto'>;
export type Deviation = Schema<'RecordDeviationDto'>;

const prices = listSource('prices', '/api/v1/prices', { count: true });

/** Prices of every table one may ask, today's where no day is chosen. */
export const pricesByDay: ListSource<Price> = {
  key: 'prices',
  page: (params, signal) => prices.page({ on: [dayFromToday()], ...params }, signal),
  count: (params, signal) => prices.count!({ on: [dayFromToday()], ...params }, signal),
};

export const resolvePrices = (body: Question) => bodyOf(client.POST('/api/v1/prices/resolve', { body }));

/** The own unit of a product first, then the others it is sold in. */
export const useUnitsOf = (productId: () => string | null) =>
  useQuery({
    key: () => ['products', 'unit-names', productId() ?? ''],
    enabled: () => productId() !== null,
    query: async ({ signal }) => {
      const at = { params: { path: { id: productId()! } }, signal };
      const [product, { items }] = await Promise.all([
        bodyOf(client.GET('/api/v1/products/{id}', at)),
        bodyOf(client.GET('/api/v1/products/{id}/units', at)),
      ]);
      return [...(product.unit ? [product.unit] : []), ...items.map(({ unit }) => unit)];
    },
  });

export function useRecordDeviation() {
  const refresh = useRefresh();
  return async (body: Deviation) => {
    await client.POST('/api/v1/price-deviations', { body });
    await refresh('price-deviations');
  };
}
