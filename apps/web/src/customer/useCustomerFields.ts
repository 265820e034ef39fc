import { computed } from 'vue';
import { customInputs } from '../shared/custom-fields/custom-declarations';
import { useCustomFields } from '../shared/custom-fields/custom-field.queries';
import type { FieldDeclaration } from '../shared/form/field-declaration';
import { customerFields, newCustomerFields } from './customer.form';
import { useCustomerWords } from './useCustomerWords';

/** Inputs of a customer with the company's own words and fields; undefined until they are read. */
export function useCustomerFields(isNew: boolean) {
  const fields = useCustomFields('customer');
  const words = useCustomerWords();
  return computed<FieldDeclaration[] | undefined>(() => {
    if (!fields.value || !words.value) return undefined;
    const options = words.value;
    const declared = (isNew ? newCustomerFields : customerFields).map((field): FieldDeclaration => {
      const { key, title } = field;
      return options[key] ? { key, title, kind: 'options', options: options[key] } : field;
    });
    return [...declared, ...customInputs(fields.value, 'kind')];
  });
}
