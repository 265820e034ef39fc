import { bodyOf, client } from '../api/client';
import type { SelectSource } from './select-source';

/** Territories have no search of their own: there are a few dozen at most, so they are filtered here. */
export const territorySource: SelectSource = {
  key: 'territories',
  find: async (q, signal) => {
    const territories = await readTerritories(signal);
    return territories.filter(({ title }) => title.includes(q));
  },
  read: async (id) => {
    const found = (await readTerritories()).find((territory) => territory.id === id);
    return found ?? { id, title: id };
  },
};

async function readTerritories(signal?: AbortSignal) {
  const { items } = await bodyOf(
    client.GET('/api/v1/territories', { params: { query: { limit: 200 } }, signal }),
  );
  return items.map(({ id, name, managerName }) => ({ id, title: name, subtitle: managerName }));
}
