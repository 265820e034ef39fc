import { bodyOf, client } from '../../shared/api/client';
import type { SearchGroups } from '../../shared/api/contract';

/** Records of every resource the caller may see, by part of a name, number or phone. */
export const searchEverywhere = (q: string, signal: AbortSignal): Promise<SearchGroups> =>
  bodyOf(client.GET('/api/v1/search', { params: { query: { q } }, signal }));
