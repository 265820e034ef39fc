import { computed } from 'vue';
import {
  customColumns,
  customFilters,
  customInputs,
  nestCustom,
} from '../../shared/custom-fields/custom-declarations';
import { useCustomFields } from '../../shared/custom-fields/custom-field.queries';
import type { ListDeclaration } from '../../shared/list/list-declaration';
import { contactFields } from './contact.form';
import { contactList } from './contact.list';
import { type Contact, type ContactValues, useSaveContact } from './contact.queries';

const MANY = new Set(['title', 'role', 'influence', 'department', 'preferredChannel']);

/** The list of contacts, with what can be changed where it stands and for many; undefined until the company's own fields are known. */
export function useContactList() {
  const own = useCustomFields('contact');
  const { mutateAsync: save } = useSaveContact();
  return computed<ListDeclaration<Contact> | undefined>(() => {
    if (!own.value) return undefined;
    const fields = [...contactFields({ isNew: false }), ...customInputs(own.value)];
    return {
      ...contactList,
      columns: [...contactList.columns, ...customColumns<Contact>(own.value)],
      filters: [...(contactList.filters ?? []), ...customFilters(own.value)],
      edit: {
        fields,
        save: (record, values) => save({ record, values: nestCustom(values) as Partial<ContactValues> }),
      },
      bulk: {
        change: 'customer:change',
        remove: 'customer:change',
        fields: fields.filter(({ key }) => MANY.has(key) || key.startsWith('custom.')),
      },
    };
  });
}
