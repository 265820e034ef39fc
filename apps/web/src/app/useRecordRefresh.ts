import { useQueryCache } from '@pinia/colada';
import { useThrottleFn } from '@vueuse/core';
import { useEvents } from '../shared/events/useEvents';

/**
 * What others change shows up without a reload: a changed record makes the queries of its resource stale. Query keys
 * begin with the resource's plural name. Throttled, because an import changes thousands of records.
 */
export function useRecordRefresh(): void {
  const cache = useQueryCache();
  const changed = new Set<string>();
  const refresh = useThrottleFn(
    () => {
      for (const resource of changed) void cache.invalidateQueries({ key: [resource] });
      changed.clear();
    },
    1_500,
    true,
  );
  useEvents({
    'record.changed': ({ resource }) => {
      changed.add(resource);
      changed.add(`${resource}s`);
      void refresh();
    },
    resumed: () => void cache.invalidateQueries(),
  });
}
