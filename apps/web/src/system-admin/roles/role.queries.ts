import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';

export type Role = Schema<'RoleDto'>;

export async function readRoles(signal?: AbortSignal): Promise<Role[]> {
  const page = await bodyOf(client.GET('/api/v1/roles', { params: { query: { limit: 200 } }, signal }));
  return page.items;
}

export const useRoles = () => useQuery({ key: ['roles'], query: ({ signal }) => readRoles(signal) });

/** Every permission there is, with what it allows. */
export const usePermissions = () =>
  useQuery({
    key: ['permissions'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/permissions', { signal })),
  });
