import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../api/client';
import { useRefresh } from '../api/useRefresh';

export type SavedView = Schema<'SavedViewDto'>;
type NewView = Schema<'CreateSavedViewDto'>;

const KEY = 'saved-views';
const versioned = ({ id, version }: SavedView) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** One's own views of a list and those that are shared with one. */
export const useSavedViews = (list: string) =>
  useQuery({
    key: [KEY, list],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/saved-views', { params: { query: { list } }, signal })),
  });

export function useViewActions() {
  const refresh = useRefresh();
  const after = async <T>(call: Promise<{ data?: T }>): Promise<T> => {
    const answer = await bodyOf(call);
    await refresh(KEY);
    return answer;
  };
  return {
    create: (body: NewView) => after(client.POST('/api/v1/saved-views', { body })),
    change: (view: SavedView, body: Schema<'ChangeSavedViewDto'>) =>
      after(client.PATCH('/api/v1/saved-views/{id}', { ...versioned(view), body })),
    remove: (view: SavedView) => after(client.DELETE('/api/v1/saved-views/{id}', versioned(view))),
    prefer: ({ id }: SavedView, isDefault: boolean) => {
      const params = { path: { id } };
      return after(
        isDefault
          ? client.POST('/api/v1/saved-views/{id}/make-default', { params })
          : client.POST('/api/v1/saved-views/{id}/drop-default', { params }),
      );
    },
  };
}
