import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';
import type { SelectSource } from '../../shared/select/select-source';
import { userSource } from '../../shared/select/user.queries';

export type Holding = Schema<'HoldingDto'>;
export type Transfer = Schema<'TransferDto'>;

const path = (id: string) => ({ params: { path: { id } } });

export const useHoldings = (id: string) =>
  useQuery({
    key: ['holdings', id],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/users/{id}/holdings', { ...path(id), signal })),
    staleTime: 0,
  });

/** Moves what was reviewed; everything on the screen may have another owner afterwards. */
export function useHandOver(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutation: (body: Schema<'HandOverDto'>) =>
      bodyOf(client.POST('/api/v1/users/{id}/hand-over', { ...path(id), body })),
    onSuccess: () => refresh(),
  });
}

/** Who can take over: active colleagues, not the leaver. */
export const colleaguesOf = (leaverId: string): SelectSource => ({
  ...userSource,
  // A list of its own: what was chosen lately elsewhere may have left meanwhile.
  key: 'successors',
  find: async (q, signal) => {
    const query = { limit: 12, state: ['active' as const], ...(q && { q }) };
    const page = await bodyOf(client.GET('/api/v1/users', { params: { query }, signal }));
    return page.items
      .filter(({ id }) => id !== leaverId)
      .map(({ id, displayName, departmentName }) => ({ id, title: displayName, subtitle: departmentName }));
  },
});
