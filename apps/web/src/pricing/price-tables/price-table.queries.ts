import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import type { ListSource } from '../../shared/api/list-types';
import { useRefresh } from '../../shared/api/useRefresh';
import type { Option } from '../../shared/list/list-declaration';
import type { SelectSource } from '../../shared/select/select-source';
import { labelOf } from '../pricing-words';

export type PriceTable = Schema<'PriceTableDto'>;
export type PriceTableKind = Schema<'PriceTableKindDto'>;
export type Audience = Schema<'PriceTableAudienceDto'>;
export type AccessRule = Schema<'PriceAccessRuleDto'>;
export type Way = AccessRule['ways'][number];
export type Price = Schema<'PriceDto'>;
type TableChanges = Schema<'ChangePriceTableDto'> | Schema<'CreatePriceTableDto'>;

export const WAYS: readonly Way[] = ['product', 'category', 'brand', 'date', 'change', 'across'];

const KEY = 'price-tables';
export const priceTableSource = listSource(KEY, '/api/v1/price-tables');
const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const usePriceTable = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/price-tables/{id}', { params: { path: { id: id() } }, signal })),
  });

export const readTables = async (signal?: AbortSignal): Promise<PriceTable[]> =>
  (await bodyOf(client.GET('/api/v1/price-tables', { params: { query: { limit: 200 } }, signal }))).items;

/** All tables one may ask; companies have a few dozen. */
export const useTables = () => useQuery({ key: [KEY, 'all'], query: ({ signal }) => readTables(signal) });

export const tableSource: SelectSource = {
  key: KEY,
  find: async (q, signal) =>
    (await readTables(signal))
      .filter(({ name }) => name.includes(q))
      .map(({ id, name, currency }) => ({ id, title: name, subtitle: currency })),
  read: async (id) => ({ id, title: (await readTables()).find((table) => table.id === id)?.name ?? id }),
};

export const useKinds = () =>
  useQuery({
    key: ['price-table-kinds'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/price-table-kinds', { signal })),
  });

export function useKindOptions() {
  const { data } = useKinds();
  return computed<Option[]>(() =>
    (data.value ?? []).map((kind) => ({ value: kind.code, text: labelOf(kind) })),
  );
}

/** The prices of one table on a day. */
export const pricesOfTable = (id: string, on: string): ListSource<Price> => ({
  key: `prices.${id}.${on}`,
  page: (params, signal) =>
    bodyOf(
      client.GET('/api/v1/price-tables/{id}/prices', {
        params: { path: { id }, query: { ...params, on: [on] } as never },
        signal,
      }),
    ),
});

export function useSaveTable() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: PriceTable; values: TableChanges }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/price-tables/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/price-tables', { body: values as Schema<'CreatePriceTableDto'> }),
      ),
    onSuccess: () => refresh(KEY, 'price-table-kinds'),
  });
}

export function useTableActions() {
  const refresh = useRefresh();
  return {
    async removeTable(record: PriceTable) {
      await client.DELETE('/api/v1/price-tables/{id}', versioned(record));
      await refresh(KEY, 'price-table-kinds');
    },
    async saveKind(record: PriceTableKind | undefined, values: Record<string, unknown>) {
      await (record
        ? client.PATCH('/api/v1/price-table-kinds/{id}', { ...versioned(record), body: values })
        : client.POST('/api/v1/price-table-kinds', { body: values as Schema<'CreatePriceTableKindDto'> }));
      await refresh(KEY, 'price-table-kinds');
    },
    async removeKind(record: PriceTableKind) {
      await client.DELETE('/api/v1/price-table-kinds/{id}', versioned(record));
      await refresh('price-table-kinds');
    },
    async saveRules(items: readonly AccessRule[]) {
      const bare = items.map(({ roleId, customerClass, kind, tableId, ways }) => ({
        roleId,
        customerClass,
        kind,
        tableId,
        ways,
      }));
      await client.PUT('/api/v1/price-access-rules', { body: { items: bare } });
      await refresh('price-access-rules', KEY, 'prices');
    },
  };
}

export const useAccessRules = () =>
  useQuery({
    key: ['price-access-rules'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/price-access-rules', { signal })),
  });
