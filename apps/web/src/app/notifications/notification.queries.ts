import { useMutation, useQuery } from '@pinia/colada';
import { useRefresh } from '../../shared/api/useRefresh';
import { bodyOf, client } from '../../shared/api/client';

const KEY = 'notifications';

export const useUnreadCount = () =>
  useQuery({
    key: [KEY, 'unread-count'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/notifications/unread-count', { signal })),
  });

export const useNotifications = () =>
  useQuery({
    key: [KEY, 'latest'],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/notifications', { params: { query: { limit: 30 } }, signal })),
  });

export function useReadNotifications() {
  const refresh = useRefresh();
  const onSettled = () => refresh(KEY);
  const { mutateAsync: markRead } = useMutation({
    mutation: (id: string) => client.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }),
    onSettled,
  });
  const { mutateAsync: markAllRead } = useMutation({
    mutation: () => client.POST('/api/v1/notifications/read-all'),
    onSettled,
  });
  return { markRead, markAllRead };
}
