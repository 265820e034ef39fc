import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import { useRefresh } from '../shared/api/useRefresh';

export type Address = Schema<'AddressDto'>;
export type AddressInput = Schema<'AddressInputDto'>;
export type Finance = Schema<'FinanceDto'>;

const pathOf = (id: MaybeRefOrGetter<string>) => ({ path: { id: toValue(id) } });

export const useAddresses = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['customers', 'addresses', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}/addresses', { params: pathOf(id), signal })),
  });

export const useFinance = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['customers', 'finance', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}/finance', { params: pathOf(id), signal })),
  });

export const useStageChanges = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['customers', 'stage-changes', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}/stage-changes', { params: pathOf(id), signal })),
  });

export function useProfileChanges() {
  const refresh = useRefresh();
  const onSuccess = () => refresh('customers');
  const { mutateAsync: keepAddresses } = useMutation({
    mutation: ({ id, items }: { id: string; items: AddressInput[] }) =>
      bodyOf(client.PUT('/api/v1/customers/{id}/addresses', { params: pathOf(id), body: { items } })),
    onSuccess,
  });
  const { mutateAsync: keepFinance } = useMutation({
    mutation: ({ id, version, values }: { id: string; version: number; values: Schema<'KeepFinanceDto'> }) =>
      bodyOf(
        client.PUT('/api/v1/customers/{id}/finance', {
          params: { ...pathOf(id), header: { 'If-Match': `"${version}"` } },
          body: values,
        }),
      ),
    onSuccess,
  });
  const { mutateAsync: convert } = useMutation({
    mutation: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      bodyOf(
        client.POST('/api/v1/customers/{id}/convert', {
          params: { ...pathOf(id), header: { 'If-Match': `"${version}"` } },
          body: { reason },
        }),
      ),
    onSuccess,
  });
  return { keepAddresses, keepFinance, convert };
}

/** Divisions below one, for a picker that asks level by level. */
export const readDivisions = async (parent?: string) =>
  (
    await bodyOf(
      client.GET('/api/v1/administrative-divisions', { params: { query: parent ? { parent } : {} } }),
    )
  ).items;
