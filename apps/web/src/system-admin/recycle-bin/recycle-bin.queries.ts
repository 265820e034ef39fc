import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type BinItem = Schema<'BinItemDto'>;

export const binSource = listSource('recycle-bin', '/api/v1/recycle-bin', { count: true });

export function useBinActions() {
  const refresh = useRefresh();
  const at = ({ resource, id }: BinItem) => ({ params: { path: { resource, id } } });
  return {
    restore: async (item: BinItem) => {
      await client.POST('/api/v1/recycle-bin/{resource}/{id}/restore', at(item));
      await refresh('recycle-bin', `${item.resource}s`);
    },
    purge: async (item: BinItem) => {
      await client.DELETE('/api/v1/recycle-bin/{resource}/{id}', at(item));
      await refresh('recycle-bin');
    },
    purgeDue: () => bodyOf(client.POST('/api/v1/recycle-bin/purge')),
    reload: () => refresh('recycle-bin'),
  };
}
