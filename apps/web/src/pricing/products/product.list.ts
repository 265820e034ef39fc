import type { ListDeclaration } from '../../shared/list/list-declaration';
import { brandSource, categorySource } from '../catalogue.queries';
import CategorySelect from '../CategorySelect.vue';
import { type Product, productListSource } from './product.queries';

const title = (key: string) => `products.fields.${key}`;

export const productList: ListDeclaration<Product> = {
  source: productListSource,
  resource: 'product',
  exports: 'product',
  create: { permission: 'product:change', title: 'products.create', opens: 'product' },
  defaultSort: '-createdAt',
  searchHint: 'products.searchHint',
  pageOf: ({ id }) => ({ name: 'product', params: { id } }),
  columns: [
    { key: 'name', edits: 'name', title: title('name'), isTitle: true, isSortable: true, width: 240 },
    { key: 'code', edits: 'code', title: title('code'), isSortable: true, width: 150, onCard: true },
    {
      key: 'categoryName',
      edits: 'categoryId',
      title: title('categoryId'),
      width: 170,
      onCard: true,
      text: ({ parentCategoryName, categoryName }) =>
        parentCategoryName ? `${parentCategoryName} / ${categoryName}` : categoryName,
    },
    { key: 'brandName', edits: 'brandId', title: title('brandId'), width: 110, onCard: true },
    { key: 'specification', edits: 'specification', title: title('specification'), width: 130 },
    { key: 'unit', edits: 'unit', title: title('unit'), width: 70 },
    { key: 'taxRate', edits: 'taxRate', title: title('taxRate'), kind: 'rate', width: 85 },
    { key: 'cost', title: title('cost'), kind: 'money', width: 110, isHidden: true },
    { key: 'withdrawnOn', title: title('withdrawnOn'), kind: 'day', width: 115 },
    {
      key: 'createdAt',
      title: title('createdAt'),
      kind: 'instant',
      isSortable: true,
      width: 150,
      isHidden: true,
    },
  ],
  filters: [
    {
      kind: 'select',
      param: 'categoryId',
      title: title('categoryId'),
      source: categorySource,
      input: CategorySelect,
    },
    { kind: 'select', param: 'brandId', title: title('brandId'), source: brandSource },
    { kind: 'flag', param: 'isWithdrawn', title: title('isWithdrawn') },
    { kind: 'text', param: 'code', title: title('code') },
  ],
};
