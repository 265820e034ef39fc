import type { Schema } from '@juke/api-client';
import { useRefresh } from '../../shared/api/useRefresh';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import type { SelectItem, SelectSource } from '../../shared/select/select-source';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { readDepartments } from '../departments/department.queries';
import { readPositions } from '../positions/position.queries';
import { readRoles } from '../roles/role.queries';

export type User = Schema<'UserDto'>;
export type CreatedUser = Schema<'CreatedUserDto'>;
export type Invitation = Schema<'InvitationDto'>;
type NewUser = Schema<'CreateUserDto'>;
type ChangedUser = Schema<'ChangeUserDto'>;

const KEY = 'users';

export const userSource = listSource(KEY, '/api/v1/users', { count: true });

export const useUser = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [KEY, 'one', toValue(id)],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/users/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });

export const createUser = (values: NewUser): Promise<CreatedUser> =>
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
  const { mutateAsync: resetSecondFactor } = useMutation({
    mutation: (id: string) => client.POST('/api/v1/users/{id}/reset-second-factor', path(id)),
    onSuccess,
  });
  const { mutateAsync: invite } = useMutation({
    mutation: (userIds: string[]) => bodyOf(client.POST('/api/v1/users/invite', { body: { userIds } })),
    onSuccess,
  });
  const { mutateAsync: remove } = useMutation({
    // Reading again is left to the caller, who first leaves the page of somebody who is gone.
    mutation: (id: string) => bodyOf(client.DELETE('/api/v1/users/{id}', path(id))),
  });
  return { disable, enable, resetPassword, resetSecondFactor, invite, remove, reload: onSuccess };
}

/** Roles, posts and departments are few and listed whole; what is typed narrows them. */
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
export const positionSource = amongAll('positions', async (signal) =>
  (await readPositions(signal))
    .filter((each) => !each.isRetired)
    .map(({ id, name }) => ({ id, title: name })),
);
export const departmentSource = amongAll('departments', async (signal) =>
  (await readDepartments(signal)).map(({ id, name, leaderName }) => ({
    id,
    title: name,
    subtitle: leaderName,
  })),
);
