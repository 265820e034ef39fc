import { useQuery } from '@pinia/colada';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../shared/api/client';

/** The customer's latest orders, a page at a time. */
export const useCustomerOrders = (customerId: MaybeRefOrGetter<string>, cursor: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['orders', 'of-customer', toValue(customerId), toValue(cursor)],
    query: ({ signal }) => {
      const at = toValue(cursor);
      const query = {
        customerId: [toValue(customerId)],
        sort: '-orderedOn' as const,
        limit: 20,
        ...(at && { cursor: at }),
      };
      return bodyOf(client.GET('/api/v1/orders', { params: { query }, signal }));
    },
    placeholderData: (previous) => previous,
  });

export const useOrder = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['orders', 'one', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/orders/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
