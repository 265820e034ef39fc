import { useQueryCache } from '@pinia/colada';

/**
 * Reads again what a change made stale, by the first word of the query keys (none: everything). A re-read that fails or
 * is overtaken by the next one shows in its own query; it never fails the change that asked for it.
 */
export function useRefresh() {
  const cache = useQueryCache();
  return async (...resources: string[]): Promise<void> => {
    const rereads = resources.length > 0 ? resources.map((name) => ({ key: [name] })) : [undefined];
    await Promise.allSettled(rereads.map((filter) => cache.invalidateQueries(filter)));
  };
}

/** Forgets what was read, all of it: it was read with another's eyes. */
export function useForgetAll() {
  const cache = useQueryCache();
  return (): void => {
    for (const entry of cache.getEntries()) cache.remove(entry);
  };
}
