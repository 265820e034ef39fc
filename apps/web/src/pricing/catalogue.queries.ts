import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import type { Page } from '../shared/api/list-types';
import { useRefresh } from '../shared/api/useRefresh';
import type { SelectSource } from '../shared/select/select-source';

export type Category = Schema<'CategoryDto'>;
export type Brand = Schema<'BrandDto'>;
export type PriceBand = Schema<'PriceBandDto'>;

export interface CategoryNode extends Category {
  readonly children: CategoryNode[];
}

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

async function readCategories(signal?: AbortSignal): Promise<Category[]> {
  const all: Category[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor && { cursor }) };
    const page: Page<Category> = await bodyOf(
      client.GET('/api/v1/product-categories', { params: { query }, signal }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

/** The tree of categories is small and read whole: people move about in it. */
export const useCategories = () =>
  useQuery({ key: ['product-categories'], query: ({ signal }) => readCategories(signal) });

export function treeOf(categories: readonly Category[]): CategoryNode[] {
  const nodes = new Map(categories.map((each) => [each.id, { ...each, children: [] as CategoryNode[] }]));
  const top: CategoryNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.parentId ?? '')?.children ?? top).push(node);
  return top;
}

export function useCategoryTree() {
  const categories = useCategories();
  return { ...categories, tree: computed(() => treeOf(categories.data.value ?? [])) };
}

/** For the chips of a filter; the choosing itself is done in the tree. */
export const categorySource: SelectSource = {
  key: 'product-categories',
  find: async (q, signal) =>
    (await readCategories(signal))
      .filter(({ name }) => name.includes(q))
      .map(({ id, name, parentName }) => ({ id, title: name, subtitle: parentName })),
  read: async (id) => {
    const found = (await readCategories()).find((category) => category.id === id);
    return { id, title: found?.name ?? id };
  },
};

async function readBrands(signal?: AbortSignal): Promise<Brand[]> {
  const { items } = await bodyOf(client.GET('/api/v1/brands', { params: { query: { limit: 200 } }, signal }));
  return items;
}

export const useBrands = () => useQuery({ key: ['brands'], query: ({ signal }) => readBrands(signal) });

export const brandSource: SelectSource = {
  key: 'brands',
  find: async (q, signal) =>
    (await readBrands(signal))
      .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()))
      .map(({ id, name }) => ({ id, title: name })),
  read: async (id) => ({ id, title: (await readBrands()).find((brand) => brand.id === id)?.name ?? id }),
};

/** What is chosen by name; a category is renamed or moved on the version it was read in. */
export function useCatalogueActions() {
  const refresh = useRefresh();
  const done = (...resources: string[]) => refresh(...resources, 'products');
  return {
    async saveCategory(record: Category | undefined, values: { name?: string; parentId?: string | null }) {
      await (record
        ? client.PATCH('/api/v1/product-categories/{id}', { ...versioned(record), body: values })
        : client.POST('/api/v1/product-categories', { body: { ...values, name: values.name ?? '' } }));
      await done('product-categories');
    },
    async removeCategory(record: Category) {
      await client.DELETE('/api/v1/product-categories/{id}', versioned(record));
      await done('product-categories');
    },
    async saveBrand(record: Brand | undefined, name: string) {
      await (record
        ? client.PATCH('/api/v1/brands/{id}', { ...versioned(record), body: { name } })
        : client.POST('/api/v1/brands', { body: { name } }));
      await done('brands');
    },
    async saveBands(items: PriceBand[]) {
      await client.PUT('/api/v1/price-bands', { body: { items } });
      await done('price-bands');
    },
  };
}

export const usePriceBands = () =>
  useQuery({
    key: ['price-bands'],
    query: async ({ signal }) => (await bodyOf(client.GET('/api/v1/price-bands', { signal }))).items,
  });
