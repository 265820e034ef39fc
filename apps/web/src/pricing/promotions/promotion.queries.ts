import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Promotion = Schema<'PromotionDto'>;
export type DeviationRecord = Schema<'PriceDeviationRecordDto'>;
type NewPromotion = Schema<'CreatePromotionDto'>;

const KEY = 'promotions';
export const promotionSource = listSource(KEY, '/api/v1/promotions');
export const deviationSource = listSource('price-deviations', '/api/v1/price-deviations');

const at = ({ id }: Promotion) => ({ params: { path: { id } } });
const versioned = ({ id, version }: Promotion) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export function usePromotionActions() {
  const refresh = useRefresh();
  return {
    async save(record: Promotion | undefined, values: Partial<NewPromotion>) {
      await bodyOf(
        record
          ? client.PATCH('/api/v1/promotions/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/promotions', { body: values as NewPromotion }),
      );
      await refresh(KEY);
    },
    async start(record: Promotion) {
      await client.POST('/api/v1/promotions/{id}/start', at(record));
      await refresh(KEY);
    },
    async end(record: Promotion) {
      await client.POST('/api/v1/promotions/{id}/end', at(record));
      await refresh(KEY);
    },
    async remove(record: Promotion) {
      await client.DELETE('/api/v1/promotions/{id}', versioned(record));
      await refresh(KEY);
    },
  };
}
