import { type UseQueryOptions, useQueryCache } from '@pinia/colada';
import type { Pinia } from 'pinia';
import type { LocationQuery, RouteLocation } from 'vue-router';

/** The first questions of a page that is opened with this query. */
export type ReadAhead = (query: LocationQuery) => Pick<UseQueryOptions, 'key' | 'query'>[];

/** Asks what a page will ask, so that the answers are there when it is drawn. What fails here fails again there, and is shown. */
export async function readAhead(
  pinia: Pinia,
  { meta, query }: Pick<RouteLocation, 'meta' | 'query'>,
): Promise<void> {
  const ahead = await meta.ahead?.().catch(() => undefined);
  if (!ahead) return;
  const cache = useQueryCache(pinia);
  for (const options of ahead(query)) cache.refresh(cache.ensure(options)).catch(() => undefined);
}
