import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';

export type Role = Schema<'RoleDto'>;
export type Permission = Schema<'PermissionDto'>;
type RoleInput = Schema<'CreateRoleDto'>;

const KEY = 'roles';

export async function readRoles(signal?: AbortSignal): Promise<Role[]> {
  const page = await bodyOf(client.GET('/api/v1/roles', { params: { query: { limit: 200 } }, signal }));
  return page.items;
}

export const useRoles = () => useQuery({ key: [KEY], query: ({ signal }) => readRoles(signal) });

/** Every permission there is, with what it allows. */
export const usePermissions = () =>
  useQuery({
    key: ['permissions'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/permissions', { signal })),
  });

const at = ({ id, version }: Role) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** Making, changing and deleting roles; the list is read again afterwards. */
export function useRoleActions() {
  const refresh = useRefresh();
  const onSuccess = () => refresh(KEY);
  const { mutateAsync: create } = useMutation({
    mutation: (body: RoleInput) => bodyOf(client.POST('/api/v1/roles', { body })),
    onSuccess,
  });
  const { mutateAsync: change } = useMutation({
    mutation: ({ role, ...body }: RoleInput & { role: Role }) =>
      bodyOf(client.PATCH('/api/v1/roles/{id}', { ...at(role), body })),
    onSuccess,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: (role: Role) => bodyOf(client.DELETE('/api/v1/roles/{id}', at(role))),
    onSuccess,
  });
  return { create, change, remove };
}
