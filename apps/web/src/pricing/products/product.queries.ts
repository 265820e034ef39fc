import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Product = Schema<'ProductDto'>;
export type ProductUnit = Schema<'ProductUnitDto'>;
export type Price = Schema<'PriceDto'>;
export type ProductCost = Schema<'ProductCostDto'>;
export type CompetitorPrice = Schema<'CompetitorPriceDto'>;
type NewProduct = Schema<'CreateProductDto'>;
export type ProductChanges = Schema<'ChangeProductDto'>;

const KEY = 'products';
export const productListSource = listSource(KEY, '/api/v1/products', { count: true });

const at = (id: string) => ({ path: { id } });

export const useProduct = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/products/{id}', { params: at(id()), signal })),
  });

/** Creates without a record, else changes it on the version it was read in. */
export function useSaveProduct() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Product; values: ProductChanges }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/products/{id}', {
              params: { ...at(record.id), header: { 'If-Match': `"${record.version}"` } },
              body: values,
            })
          : client.POST('/api/v1/products', { body: values as NewProduct }),
      ),
    onSuccess: () => refresh(KEY),
  });
}

export function useDeleteProduct() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/products/{id}', { params: at(id) }),
    onSuccess: () => refresh(KEY),
  });
}

export const useProductUnits = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'units', id()],
    query: async ({ signal }) =>
      (await bodyOf(client.GET('/api/v1/products/{id}/units', { params: at(id()), signal }))).items,
  });

export function useSaveProductUnits() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ id, items }: { id: string; items: ProductUnit[] }) =>
      bodyOf(client.PUT('/api/v1/products/{id}/units', { params: at(id), body: { items } })),
    onSuccess: () => refresh(KEY),
  });
}

/** Prices of a product in every table that may be compared: all of its history, or those of one day. */
export const usePricesOfProduct = (id: () => string, on: () => string | undefined) =>
  useQuery({
    key: () => ['prices', 'product', id(), on() ?? ''],
    query: async ({ signal }) => {
      const day = on();
      const all: Price[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, unknown> = {
          limit: 200,
          ...(day && { on: [day] }),
          ...(cursor && { cursor }),
        };
        const page: { items: Price[]; nextCursor: string | null } = await bodyOf(
          client.GET('/api/v1/products/{id}/prices', { params: { ...at(id()), query }, signal }),
        );
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && all.length < 2_000);
      return all;
    },
    placeholderData: (previous) => previous,
  });

export const useProductCosts = (id: () => string) =>
  useQuery({
    key: () => ['product-costs', id()],
    query: async ({ signal }) =>
      (
        await bodyOf(
          client.GET('/api/v1/products/{id}/costs', {
            params: { ...at(id()), query: { limit: 200 } },
            signal,
          }),
        )
      ).items,
  });

export const useCompetitorPrices = (id: () => string) =>
  useQuery({
    key: () => ['competitor-prices', id()],
    query: async ({ signal }) =>
      (
        await bodyOf(
          client.GET('/api/v1/products/{id}/competitor-prices', {
            params: { ...at(id()), query: { limit: 200 } },
            signal,
          }),
        )
      ).items,
  });

export function useRecordFigures(id: () => string) {
  const refresh = useRefresh();
  return {
    async recordCost(body: Schema<'RecordCostDto'>) {
      await client.POST('/api/v1/products/{id}/costs', { params: at(id()), body });
      await refresh('product-costs', KEY);
    },
    async recordCompetitorPrice(body: Schema<'RecordCompetitorPriceDto'>) {
      await client.POST('/api/v1/products/{id}/competitor-prices', { params: at(id()), body });
      await refresh('competitor-prices');
    },
  };
}
