import { bodyOf, client } from '../api/client';
import type { SelectSource } from './select-source';

/** Departments and roles have no search of their own: there are some dozens at most, so they are filtered here. */
export const departmentSource: SelectSource = {
  key: 'departments',
  find: async (q, signal) => {
    const departments = await readDepartments(signal);
    return departments.filter(({ title }) => title.includes(q));
  },
  read: async (id) => (await readDepartments()).find((one) => one.id === id) ?? { id, title: id },
};

async function readDepartments(signal?: AbortSignal) {
  const query = { limit: 200, sort: 'path' as const };
  const { items } = await bodyOf(client.GET('/api/v1/departments', { params: { query }, signal }));
  return items.map(({ id, name, leaderName }) => ({ id, title: name, subtitle: leaderName }));
}

export const roleSource: SelectSource = {
  key: 'roles',
  find: async (q, signal) => {
    const roles = await readRoles(signal);
    return roles.filter(({ title }) => title.includes(q));
  },
  read: async (id) => (await readRoles()).find((role) => role.id === id) ?? { id, title: id },
};

async function readRoles(signal?: AbortSignal) {
  const { items } = await bodyOf(client.GET('/api/v1/roles', { params: { query: { limit: 200 } }, signal }));
  return items.map(({ id, name }) => ({ id, title: name }));
}
