import type { Schema } from '@juke/api-client';
import { useRefresh } from '../../shared/api/useRefresh';
import { useMutation } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import type { SelectItem, SelectSource } from '../../shared/select/select-source';
import { readDepartments } from '../departments/department.queries';
import { readRoles } from '../roles/role.queries';

export type User = Schema<'UserDto'>;
type NewUser = Schema<'CreateUserDto'>;
type ChangedUser = Schema<'ChangeUserDto'>;

const KEY = 'users';

export const userSource = listSource(KEY, '/api/v1/users', { count: true });

export const createUser = (values: NewUser): Promise<Schema<'CreatedUserDto'>> =>
  bodyOf(client.POST('/api/v1/users', { body: values }));

export const changeUser = (user: User, changes: ChangedUser): Promise<User> =>
  bodyOf(
    client.PATCH('/api/v1/users/{id}', {
      params: { path: { id: user.id }, header: { 'If-Match': `"${user.version}"` } },
      body: changes,
    }),
  );

/** What an administrator does to an account; the list is read again afterwards. */
export function useUserActions() {
  const refresh = useRefresh();
  const onSuccess = () => refresh(KEY);
  const path = (id: string) => ({ params: { path: { id } } });

  const { mutateAsync: disable } = useMutation({
    mutation: (id: string) => bodyOf(client.POST('/api/v1/users/{id}/disable', path(id))),
    onSuccess,
  });
  const { mutateAsync: enable } = useMutation({
    mutation: (id: string) => bodyOf(client.POST('/api/v1/users/{id}/enable', path(id))),
    onSuccess,
  });
  const { mutateAsync: resetPassword } = useMutation({
    mutation: (id: string) => bodyOf(client.POST('/api/v1/users/{id}/reset-password', path(id))),
    onSuccess,
  });
  return { disable, enable, resetPassword, reload: onSuccess };
}

/** Roles and departments are few and listed whole; what is typed narrows them. */
const amongAll = (key: string, readAll: (signal?: AbortSignal) => Promise<SelectItem[]>): SelectSource => ({
  key,
  find: async (q, signal) => {
    const all = await readAll(signal);
    return all.filter(({ title }) => title.toLocaleLowerCase().includes(q.toLocaleLowerCase()));
  },
  read: async (id) => {
    const all = await readAll();
    return all.find((item) => item.id === id) ?? { id, title: id };
  },
});

export const roleSource = amongAll('roles', async (signal) =>
  (await readRoles(signal)).map(({ id, name, code }) => ({ id, title: name, subtitle: code })),
);
export const departmentSource = amongAll('departments', async (signal) =>
  (await readDepartments(signal)).map(({ id, name, leaderName }) => ({
    id,
    title: name,
    subtitle: leaderName,
  })),
);
