import { flatCustom, nestCustom } from '../../shared/custom-fields/custom-declarations';
import type { FieldDeclaration, FormValues } from '../../shared/form/field-declaration';
import { brandSource } from '../catalogue.queries';
import type { Product, ProductChanges } from './product.queries';
import CategorySelect from '../CategorySelect.vue';

const title = (key: string) => `products.fields.${key}`;

export const productFields: FieldDeclaration[] = [
  { key: 'name', title: title('name'), kind: 'text', isRequired: true, maxLength: 200, isWide: true },
  { key: 'code', title: title('code'), kind: 'text', maxLength: 80, hint: 'products.codeHint' },
  { key: 'specification', title: title('specification'), kind: 'text', maxLength: 200 },
  { key: 'categoryId', title: title('categoryId'), kind: 'own', input: CategorySelect },
  { key: 'brandId', title: title('brandId'), kind: 'select', source: brandSource },
  { key: 'unit', title: title('unit'), kind: 'text', maxLength: 20, hint: 'products.unitHint' },
  { key: 'taxRate', title: title('taxRate'), kind: 'decimal', hint: 'products.taxRateHint' },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
];

export const costFields: FieldDeclaration[] = [
  { key: 'cost', title: title('cost'), kind: 'decimal', isRequired: true, hint: 'products.costHint' },
  {
    key: 'validFrom',
    title: 'products.costs.validFrom',
    kind: 'day',
    isRequired: true,
    hint: 'products.costs.dayHint',
  },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 500 },
];

export const competitorPriceFields: FieldDeclaration[] = [
  { key: 'competitor', title: 'products.rivals.competitor', kind: 'text', isRequired: true, maxLength: 120 },
  { key: 'price', title: 'products.rivals.price', kind: 'decimal', isRequired: true },
  { key: 'observedOn', title: 'products.rivals.observedOn', kind: 'day', isRequired: true },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 500 },
];

/** As a rate in the API, as percent on the screen. */
export const percentOf = (rate: string | null | undefined): string | null =>
  rate ? String(Math.round(Number(rate) * 1_000_000) / 10_000) : null;
export const rateOf = (percent: string | null | undefined): string | null =>
  percent ? String(Math.round(Number(percent) * 10_000) / 1_000_000) : null;

/** A product as its form shows it. */
export const productValues = (product: Product): FormValues => ({
  ...product,
  taxRate: percentOf(product.taxRate),
  ...flatCustom(product),
});

/** What was changed in the form, as the API takes it; a code cannot be emptied. */
export function productChanges(changes: FormValues): ProductChanges {
  const { taxRate, code, ...others } = nestCustom(changes) as FormValues;
  return {
    ...others,
    ...(code ? { code: code as string } : {}),
    ...(taxRate !== undefined && { taxRate: rateOf(taxRate as string) ?? '0' }),
  };
}
