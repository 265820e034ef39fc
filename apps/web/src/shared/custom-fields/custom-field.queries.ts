import type { Schema } from '@juke/api-client';
import { defineQueryOptions, useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../api/client';
import { saveAs } from '../export/save-file';
import { currentLocale } from '../i18n/i18n';
import type { Option, Tone } from '../list/list-declaration';

export type CustomField = Schema<'CustomFieldDto'>;
export type Dictionary = Schema<'DictionaryDto'>;

export const allCustomFields = defineQueryOptions({
  key: ['custom-fields'],
  query: ({ signal }) => bodyOf(client.GET('/api/v1/custom-fields', { signal })),
});

export const useAllCustomFields = () => useQuery(allCustomFields);

/** The fields that the company added to a resource; undefined until they are read. */
export function useCustomFields(resource: string) {
  const { data, error } = useAllCustomFields();
  // A page without its own fields is of more use than no page.
  return computed(() => (error.value ? [] : data.value?.filter((field) => field.resource === resource)));
}

export const allDictionaries = defineQueryOptions({
  key: ['dictionaries'],
  query: ({ signal }) => bodyOf(client.GET('/api/v1/dictionaries', { signal })),
});

export const addDictionaryValue = (id: string, value: Schema<'AddDictionaryValueDto'>) =>
  bodyOf(client.POST('/api/v1/dictionaries/{id}/values', { params: { path: { id } }, body: value }));

export const useDictionaries = () => useQuery(allDictionaries);

const TONES: Record<string, Tone> = {
  blue: 'primary',
  green: 'success',
  orange: 'warning',
  red: 'danger',
  grey: 'info',
};
export const toneOf = (colour: string | null): Tone | undefined => (colour ? TONES[colour] : undefined);

/** Word in the language in use. */
export const labelOf = ({ labelZh, labelEn }: { labelZh: string; labelEn: string }): string =>
  currentLocale() === 'en' ? labelEn : labelZh;

/** The values of a dictionary to choose from; undefined until they are read. */
export function useDictionaryOptions(code: string) {
  const { data, error } = useDictionaries();
  return computed<Option[] | undefined>(() => {
    if (error.value) return [];
    return data.value
      ?.find((dictionary) => dictionary.code === code)
      ?.values.map((value) => ({
        value: value.code,
        text: labelOf(value),
        tone: toneOf(value.colour),
        isRetired: value.retiredAt !== null,
      }));
  });
}

/** Fetches a file of a record into the browser's downloads. */
export async function downloadAttachment(
  resource: string,
  id: string,
  file: { id: string; name: string },
): Promise<void> {
  const content = await bodyOf(
    client.GET('/api/v1/custom-values/{resource}/{id}/files/{fileId}', {
      params: { path: { resource, id, fileId: file.id } },
      parseAs: 'blob',
    }),
  );
  saveAs(file.name, content as unknown as Blob);
}
