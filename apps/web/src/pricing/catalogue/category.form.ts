import type { FieldDeclaration } from '../../shared/form/field-declaration';
import CategorySelect from '../CategorySelect.vue';

export const categoryFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'products.catalogue.categoryName',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
    isWide: true,
  },
  { key: 'parentId', title: 'products.catalogue.parent', kind: 'own', input: CategorySelect, isWide: true },
];

export const brandFields: FieldDeclaration[] = [
  {
    key: 'name',
    title: 'products.fields.brandId',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
    isWide: true,
  },
];
