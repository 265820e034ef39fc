import { bodyOf, client } from '../api/client';

export { onVersion } from '../api/client';

export interface VersionedRecord {
  readonly version: number;
  readonly [property: string]: unknown;
}

/** Which record it is, is a matter of the call that was refused, so the path is checked by the API, not by the compiler. */
const get = client.GET as unknown as (path: string) => Promise<{ data?: unknown }>;

/** A record as it is now, by the path at which it is changed; undefined where there is nothing to read at it. */
export async function readNewest(path: string): Promise<VersionedRecord | undefined> {
  const record = (await bodyOf(get(path)).catch(() => undefined)) as VersionedRecord | undefined;
  return typeof record?.version === 'number' ? record : undefined;
}
