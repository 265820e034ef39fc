import { tryOnScopeDispose, useThrottleFn } from '@vueuse/core';
import { useRefresh } from '../shared/api/useRefresh';
import { onLiveEvent, type RecordEvent } from '../shared/events/event-stream';
import { useEvents } from '../shared/events/useEvents';

const pluralOf = (resource: string): string => `${resource}s`.replace(/([^aeiou])ys$/, '$1ies');

/**
 * What others change shows up without a reload: a changed record makes the queries of its resource stale. Query keys
 * begin with the resource's plural name. Throttled, because an import changes thousands of records.
 */
export function useRecordRefresh(): void {
  const reread = useRefresh();
  const changed = new Set<string>();
  const refresh = useThrottleFn(
    () => {
      if (changed.size > 0) void reread(...changed);
      changed.clear();
    },
    1_500,
    true,
  );
  const { off } = onLiveEvent(({ name, data }) => {
    const resource = (data as Partial<RecordEvent> | null)?.resource;
    if (!resource || name.startsWith('notification.')) return;
    changed.add(pluralOf(resource));
    void refresh();
  });
  tryOnScopeDispose(off);
  useEvents({ resumed: () => void reread() });
}
