import { bodyOf, client } from '../api/client';
import type { SelectItem, SelectSource } from './select-source';

const asItem = (user: { id: string; displayName: string; departmentName?: string | null }): SelectItem => ({
  id: user.id,
  title: user.displayName,
  subtitle: user.departmentName,
});

/** Colleagues, for owners and reviewers in any feature. */
export const userSource: SelectSource = {
  key: 'users',
  find: async (q, signal) => {
    const query = { limit: 12, ...(q && { q }) };
    const page = await bodyOf(client.GET('/api/v1/users', { params: { query }, signal }));
    return page.items.map(asItem);
  },
  read: async (id) => asItem(await bodyOf(client.GET('/api/v1/users/{id}', { params: { path: { id } } }))),
};
