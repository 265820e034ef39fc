import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';
import { addDictionaryValue, type Dictionary } from '../../shared/custom-fields/custom-field.queries';

export {
  type Dictionary,
  labelOf,
  toneOf,
  useDictionaries,
} from '../../shared/custom-fields/custom-field.queries';
export type DictionaryValue = Dictionary['values'][number];

const at = (id: string) => ({ params: { path: { id } } });
const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** Records that have each value, by code. */
export const useDictionaryUsage = (id: () => string) =>
  useQuery({
    key: () => ['dictionaries', 'usage', id()],
    query: async ({ signal }) => {
      const usage = await bodyOf(client.GET('/api/v1/dictionaries/{id}/usage', { ...at(id()), signal }));
      return Object.fromEntries(usage.map(({ code, count }) => [code, count]));
    },
    enabled: () => id() !== '',
  });

export function useDictionaryActions() {
  const refresh = useRefresh();
  const afterwards = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await refresh('dictionaries');
    return answer;
  };
  return {
    create: (values: Schema<'CreateDictionaryDto'>) =>
      afterwards(bodyOf(client.POST('/api/v1/dictionaries', { body: values }))),
    change: (dictionary: Dictionary, values: Schema<'ChangeDictionaryDto'>) =>
      afterwards(
        bodyOf(client.PATCH('/api/v1/dictionaries/{id}', { ...versioned(dictionary), body: values })),
      ),
    addValue: (id: string, values: Schema<'AddDictionaryValueDto'>) =>
      afterwards(addDictionaryValue(id, values)),
    changeValue: (value: DictionaryValue, values: Schema<'ChangeDictionaryValueDto'>) =>
      afterwards(
        bodyOf(client.PATCH('/api/v1/dictionary-values/{id}', { ...versioned(value), body: values })),
      ),
    retire: (id: string) => afterwards(bodyOf(client.POST('/api/v1/dictionary-values/{id}/retire', at(id)))),
    restore: (id: string) =>
      afterwards(bodyOf(client.POST('/api/v1/dictionary-values/{id}/restore', at(id)))),
    order: (id: string, valueIds: string[]) =>
      afterwards(bodyOf(client.PUT('/api/v1/dictionaries/{id}/order', { ...at(id), body: { valueIds } }))),
  };
}
