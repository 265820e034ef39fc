import { computed } from 'vue';
import { customColumns, customFilters } from '../shared/custom-fields/custom-declarations';
import { useCustomFields, useDictionaryOptions } from '../shared/custom-fields/custom-field.queries';
import type {
  ColumnDeclaration,
  FilterDeclaration,
  ListDeclaration,
  Option,
} from '../shared/list/list-declaration';
import { customerList } from './customer.list';
import type { Customer } from './customer.queries';

/** The customer list with the company's own words and fields; undefined until they are read. */
export function useCustomerList() {
  const fields = useCustomFields('customer');
  const classes = useDictionaryOptions('customer-class');
  const sources = useDictionaryOptions('customer-source');
  return computed<ListDeclaration<Customer> | undefined>(() => {
    if (!fields.value || !classes.value || !sources.value) return undefined;
    const words: Record<string, Option[]> = { class: classes.value, source: sources.value };
    const column = (declared: ColumnDeclaration<Customer>): ColumnDeclaration<Customer> =>
      words[declared.key] ? { ...declared, kind: 'options', options: words[declared.key] } : declared;
    const filter = (declared: FilterDeclaration): FilterDeclaration => {
      const options = words[declared.param]?.map(({ value, text, tone }) => ({ value, text, tone }));
      const { param, title } = declared;
      return options ? { param, title, kind: 'options', options } : declared;
    };
    return {
      ...customerList,
      columns: [...customerList.columns.map(column), ...customColumns<Customer>(fields.value)],
      filters: [...(customerList.filters ?? []).map(filter), ...customFilters(fields.value)],
    };
  });
}
