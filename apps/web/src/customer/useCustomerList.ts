import { computed } from 'vue';
import { customColumns, customFilters } from '../shared/custom-fields/custom-declarations';
import { useCustomFields } from '../shared/custom-fields/custom-field.queries';
import type {
  ColumnDeclaration,
  FilterDeclaration,
  ListDeclaration,
  Option,
} from '../shared/list/list-declaration';
import { nestCustom } from '../shared/custom-fields/custom-declarations';
import { customerList } from './customer.list';
import { type Customer, useCustomerPlaces, useSaveCustomer } from './customer.queries';
import { useCustomerFields } from './useCustomerFields';
import { useCustomerWords } from './useCustomerWords';

/** The customer list with the company's own words and fields; undefined until they are read. */
export function useCustomerList() {
  const fields = useCustomFields('customer');
  const dictionaries = useCustomerWords();
  const inputs = useCustomerFields(false);
  const { mutateAsync: save } = useSaveCustomer();
  /** Only the filters want them: the list does not wait. */
  const { data: places } = useCustomerPlaces();
  return computed<ListDeclaration<Customer> | undefined>(() => {
    if (!fields.value || !inputs.value || !dictionaries.value) return undefined;
    const words = dictionaries.value;
    const found = places.value?.items ?? [];
    const chosen: Record<string, Option[]> = {
      ...words,
      province: optionsOf(found.map(({ province }) => province)),
      city: optionsOf(found.map(({ city }) => city)),
    };
    const column = (declared: ColumnDeclaration<Customer>): ColumnDeclaration<Customer> =>
      words[declared.key] ? { ...declared, kind: 'options', options: words[declared.key] } : declared;
    const filter = (declared: FilterDeclaration): FilterDeclaration => {
      const options = chosen[declared.param]?.map(({ value, text, tone }) => ({ value, text, tone }));
      const { param, title } = declared;
      return options ? { param, title, kind: 'options', options } : declared;
    };
    return {
      ...customerList,
      edit: { fields: inputs.value, save: (record, values) => save({ record, values: nestCustom(values) }) },
      bulk: {
        change: 'customer:change',
        remove: 'customer:delete',
        owner: 'ownerId',
        fields: inputs.value.filter(({ key }) => MANY.has(key) || key.startsWith('custom.')),
      },
      columns: [...customerList.columns.map(column), ...customColumns<Customer>(fields.value)],
      filters: [...(customerList.filters ?? []).map(filter), ...customFilters(fields.value)],
    };
  });
}

/** What many customers may have in common. */
const MANY = new Set([
  'ownerId',
  'territoryId',
  'class',
  'importance',
  'industry',
  'channel',
  'region',
  'lifeCycle',
  'nextFollowUpOn',
  'province',
  'city',
  'isDealer',
]);

const optionsOf = (names: readonly (string | null)[]): Option[] =>
  [...new Set(names)].flatMap((name) => (name ? [{ value: name, text: name }] : []));
