import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import type { Contact, Customer } from '../shared/api/contract';
import type { ListSource } from '../shared/api/list-source';

export type { AuditEntry, Contact, Customer, Order, OrderLine, YearlySales } from '../shared/api/contract';

const KEY = 'customers';

export const customerSource: ListSource<Customer> = {
  key: KEY,
  page: (query, signal) => bodyOf(client.GET('/api/v1/customers', { params: { query }, signal })),
  count: (query, signal) => bodyOf(client.GET('/api/v1/customers/count', { params: { query }, signal })),
  sums: (query, signal) => bodyOf(client.GET('/api/v1/customers/sums', { params: { query }, signal })),
};

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

/** Creates without a record, else changes it on the version it was read in. */
export function useSaveCustomer() {
  const cache = useQueryCache();
  return useMutation({
    mutation: ({ record, values }: { record?: Customer; values: Partial<Customer> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/customers/{id}', {
              params: { path: { id: record.id }, header: { 'If-Match': `"${record.version}"` } },
              body: values,
            })
          : client.POST('/api/v1/customers', { body: values }),
      ),
    onSuccess: () => cache.invalidateQueries({ key: [KEY] }),
  });
}

export function useDeleteCustomer() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/customers/{id}', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ key: [KEY] }),
  });
}

export const useContacts = (customerId: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['contacts', toValue(customerId)],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/contacts', {
          params: { query: { customerId: toValue(customerId), limit: 100 } },
          signal,
        }),
      ),
  });

export function useSaveContact() {
  const cache = useQueryCache();
  return useMutation({
    mutation: ({ record, values }: { record?: Contact; values: Partial<Contact> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/contacts/{id}', {
              params: { path: { id: record.id }, header: { 'If-Match': `"${record.version}"` } },
              body: values,
            })
          : client.POST('/api/v1/contacts', { body: values }),
      ),
    onSuccess: () => cache.invalidateQueries({ key: ['contacts'] }),
  });
}

export function useDeleteContact() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/contacts/{id}', { params: { path: { id } } }),
    onSuccess: () => cache.invalidateQueries({ key: ['contacts'] }),
  });
}
