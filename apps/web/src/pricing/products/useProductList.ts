import { computed } from 'vue';
import { customColumns, customFilters, customInputs } from '../../shared/custom-fields/custom-declarations';
import { useCustomFields } from '../../shared/custom-fields/custom-field.queries';
import type { ListDeclaration } from '../../shared/list/list-declaration';
import { useSession } from '../../shared/session/session.store';
import { productChanges, productFields, productValues } from './product.form';
import { productList } from './product.list';
import { type Product, useSaveProduct } from './product.queries';

/** What many products may have in common; a rate is typed as percent, which only the form knows. */
const MANY = new Set(['brandId', 'unit']);

/** The list of products with the company's own fields; undefined until they are read. */
export function useProductList() {
  const session = useSession();
  const custom = useCustomFields('product');
  const { mutateAsync: save } = useSaveProduct();
  return computed<ListDeclaration<Product> | undefined>(() => {
    if (!custom.value) return undefined;
    const fields = [...productFields, ...customInputs(custom.value)];
    return {
      ...productList,
      columns: [
        ...productList.columns.filter(({ key }) => key !== 'cost' || session.can('cost:read')),
        ...customColumns<Product>(custom.value),
      ],
      filters: [...(productList.filters ?? []), ...customFilters(custom.value)],
      edit: {
        fields,
        read: productValues,
        save: (record, changes) => save({ record, values: productChanges(changes) }),
      },
      bulk: {
        change: 'product:change',
        remove: 'product:change',
        fields: fields.filter(({ key }) => MANY.has(key) || key.startsWith('custom.')),
      },
    };
  });
}
