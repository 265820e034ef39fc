import { type FunctionalComponent, h } from 'vue';
import CategorySelect from './CategorySelect.vue';

/** The tree of categories for a form's field that takes several. */
export const ManyCategories: FunctionalComponent = (_, { attrs }) =>
  h(CategorySelect, { ...attrs, isMultiple: true } as never);
ManyCategories.inheritAttrs = false;
