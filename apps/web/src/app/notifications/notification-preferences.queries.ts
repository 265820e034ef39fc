import type { Schema } from '@juke/api-client';
import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';

export type NotificationPreferences = Schema<'NotificationPreferencesDto'>;
export type NoticePreference = NotificationPreferences['kinds'][number];
export type Channel = NoticePreference['channel'];

const KEY = ['notification-preferences'];

/** How the signed-in person is told of what; each choice is kept at once. */
export function useNotificationPreferences() {
  const cache = useQueryCache();
  const query = useQuery({
    key: KEY,
    query: ({ signal }) => bodyOf(client.GET('/api/v1/me/notification-preferences', { signal })),
  });
  const { mutateAsync: change } = useMutation({
    mutation: (body: Schema<'ChangeNotificationPreferencesDto'>) =>
      bodyOf(client.PATCH('/api/v1/me/notification-preferences', { body })),
    onSuccess: (now) => cache.setQueryData(KEY, now),
  });
  return { ...query, change };
}
