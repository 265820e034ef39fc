import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import type { ListSource } from '../../shared/api/list-types';
import { useRefresh } from '../../shared/api/useRefresh';

export type PriceRevision = Schema<'PriceRevisionDto'>;
export type RevisionLine = Schema<'PriceRevisionLineDto'>;
export type NewLine = Schema<'PutRevisionLineDto'>;
export type Adjustment = Schema<'AdjustPricesDto'>;
export type Submission = Schema<'SubmitPriceRevisionDto'>;
type RevisionValues = Schema<'CreatePriceRevisionDto'>;

const KEY = 'price-revisions';
/** As many as one call takes. */
const AT_ONCE = 1000;
export const priceRevisionSource = listSource(KEY, '/api/v1/price-revisions');
const at = (id: string) => ({ params: { path: { id } } });
const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const useRevision = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/price-revisions/{id}', { ...at(id()), signal })),
  });

/** Revisions of this person that may still be changed. */
export const useOpenDrafts = (ownerId: () => string | undefined) =>
  useQuery({
    key: () => [KEY, 'open', ownerId() ?? ''],
    enabled: () => ownerId() !== undefined,
    query: async ({ signal }) => {
      const query = {
        state: ['draft', 'returned'] as ('draft' | 'returned')[],
        ownerId: [ownerId()!],
        limit: 50,
      };
      return (await bodyOf(client.GET('/api/v1/price-revisions', { params: { query }, signal }))).items;
    },
  });

/** The lines of a revision as a list; its key is that of the revision, so that they are read again together. */
export const linesOfRevision = (id: string): ListSource<RevisionLine> => ({
  key: `price-revision-lines.${id}`,
  page: (params, signal) =>
    bodyOf(
      client.GET('/api/v1/price-revisions/{id}/lines', {
        params: { path: { id }, query: params as never },
        signal,
      }),
    ),
});

/** What a draft says about one table; enough to mark it there. */
export async function readDraftLines(id: string, tableId: string): Promise<RevisionLine[]> {
  const all: RevisionLine[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, unknown> = { tableId: [tableId], limit: 200, ...(cursor && { cursor }) };
    const page: { items: RevisionLine[]; nextCursor: string | null } = await bodyOf(
      client.GET('/api/v1/price-revisions/{id}/lines', { params: { path: { id }, query: query as never } }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && all.length < 5_000);
  return all;
}

export function useSaveRevision() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: PriceRevision; values: Partial<RevisionValues> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/price-revisions/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/price-revisions', { body: values as RevisionValues }),
      ),
    onSuccess: () => refresh(KEY),
  });
}

export function useRevisionActions() {
  const refresh = useRefresh();
  const changed = () => refresh(KEY, 'prices');
  return {
    async putLines(id: string, lines: readonly NewLine[]) {
      for (let from = 0; from < lines.length; from += AT_ONCE) {
        const body = { lines: lines.slice(from, from + AT_ONCE) };
        await client.POST('/api/v1/price-revisions/{id}/lines', { ...at(id), body });
      }
      await refresh(KEY);
    },
    async removeLines(id: string, ids: string[]) {
      await client.POST('/api/v1/price-revisions/{id}/lines/remove', { ...at(id), body: { ids } });
      await refresh(KEY);
    },
    async adjust(id: string, body: Adjustment) {
      const made = await bodyOf(client.POST('/api/v1/price-revisions/{id}/adjust', { ...at(id), body }));
      await refresh(KEY);
      return made.lines;
    },
    async submit(record: PriceRevision, body: Submission) {
      await client.POST('/api/v1/price-revisions/{id}/submit', { ...at(record.id), body });
      await changed();
    },
    async withdraw(id: string, reason: string | null) {
      await client.POST('/api/v1/price-revisions/{id}/withdraw', { ...at(id), body: { reason } });
      await changed();
    },
    async remove(record: PriceRevision) {
      await client.DELETE('/api/v1/price-revisions/{id}', versioned(record));
      await changed();
    },
  };
}

export interface FoundProduct {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
}

/** Products by code, for a pasted list; codes that are unknown, or are those of several goods, are left out. */
export async function findByCode(codes: readonly string[]): Promise<Map<string, FoundProduct[]>> {
  const found = new Map<string, FoundProduct[]>();
  for (let from = 0; from < codes.length; from += 50) {
    const query = { code: codes.slice(from, from + 50), limit: 200 };
    const { items } = await bodyOf(client.GET('/api/v1/products', { params: { query } }));
    for (const { id, code, name, unit } of items)
      found.set(code, [...(found.get(code) ?? []), { id, code, name, unit }]);
  }
  return found;
}
