import { computed } from 'vue';
import { useDictionaryOptions } from '../shared/custom-fields/custom-field.queries';
import type { Option } from '../shared/list/list-declaration';

/** Property of a customer → dictionary that has its values. */
const DICTIONARIES = {
  class: 'customer-class',
  source: 'customer-source',
  importance: 'customer-importance',
  industry: 'customer-industry',
  channel: 'customer-channel',
  region: 'customer-region',
  lifeCycle: 'customer-life-cycle',
} as const;

/** The company's words for what a customer is, by property; undefined until they are read. */
export function useCustomerWords() {
  const words = Object.entries(DICTIONARIES).map(
    ([property, code]) => [property, useDictionaryOptions(code)] as const,
  );
  return computed<Record<string, Option[]> | undefined>(() => {
    const read = words.map(([property, options]) => [property, options.value] as const);
    return read.some(([, options]) => !options)
      ? undefined
      : Object.fromEntries(read.map(([property, options]) => [property, options!]));
  });
}
