import type { Schema } from '@juke/api-client';
import { defineQueryOptions, useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import { labelOf } from '../shared/custom-fields/custom-field.queries';
import type { Option } from '../shared/list/list-declaration';

export type DocumentType = Schema<'DocumentTypeDto'>;
export type Fact = DocumentType['facts'][number];

/** The kinds of documents that can be approved; they change only with the program. */
export const allDocumentTypes = defineQueryOptions({
  key: ['document-types'],
  query: async ({ signal }) => {
    const { items } = await bodyOf(client.GET('/api/v1/approval-flows/document-types', { signal }));
    return items;
  },
  staleTime: 3_600_000,
});
export const useDocumentTypes = () => useQuery(allDocumentTypes);

/** To choose from, in the language in use; undefined until they are read. */
export function useDocumentTypeOptions() {
  const { data, error } = useDocumentTypes();
  return computed<Option[] | undefined>(() =>
    error.value ? [] : data.value?.map((type) => ({ value: type.name, text: labelOf(type) })),
  );
}
