import type { Schema } from '@juke/api-client';
import { useRefresh } from '../shared/api/useRefresh';
import { useMutation, useQuery } from '@pinia/colada';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import { listSource } from '../shared/api/list-source';

export type Customer = Schema<'CustomerDto'>;
export type YearlySales = Schema<'YearlySalesListDto'>['items'][number];
type NewCustomer = Schema<'CreateCustomerDto'>;

const KEY = 'customers';

export const customerSource = listSource(KEY, '/api/v1/customers', { count: true, sums: true });

export const useCustomer = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [KEY, 'one', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });

export const useYearlySales = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [KEY, 'yearly-sales', toValue(id)],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/customers/{id}/yearly-sales', { params: { path: { id: toValue(id) } }, signal }),
      ),
  });

/** Provinces and cities in which there are customers. */
export const useCustomerPlaces = () =>
  useQuery({
    key: [KEY, 'places'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/customer-places', { signal })),
  });

/** Creates without a record, else changes it on the version it was read in. */
export function useSaveCustomer() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Customer; values: Partial<NewCustomer> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/customers/{id}', {
              params: { path: { id: record.id }, header: { 'If-Match': `"${record.version}"` } },
              body: values,
            })
          : client.POST('/api/v1/customers', { body: values as NewCustomer }),
      ),
    onSuccess: () => refresh(KEY, 'activities'),
  });
}

export function useDeleteCustomer() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/customers/{id}', { params: { path: { id } } }),
    onSuccess: () => refresh(KEY, 'activities'),
  });
}
