import { computed } from 'vue';
import { customInputs } from '../shared/custom-fields/custom-declarations';
import { useCustomFields, useDictionaryOptions } from '../shared/custom-fields/custom-field.queries';
import type { FieldDeclaration } from '../shared/form/field-declaration';
import { customerFields, newCustomerFields } from './customer.form';

/** Inputs of a customer with the company's own words and fields; undefined until they are read. */
export function useCustomerFields(isNew: boolean) {
  const fields = useCustomFields('customer');
  const classes = useDictionaryOptions('customer-class');
  return computed<FieldDeclaration[] | undefined>(() => {
    if (!fields.value || !classes.value) return undefined;
    const options = classes.value;
    const declared = (isNew ? newCustomerFields : customerFields).map((field): FieldDeclaration => {
      const { key, title } = field;
      return key === 'class' ? { key, title, kind: 'options', options } : field;
    });
    return [...declared, ...customInputs(fields.value, 'kind')];
  });
}
