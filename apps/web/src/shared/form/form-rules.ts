import type { ApiProblem, FieldProblem } from '../api/problem';
import type { FieldDeclaration, FormValues } from './field-declaration';

/** What is wrong with a field: a locale key of our own, or the server's words. */
export interface FieldError {
  readonly key?: string;
  readonly text?: string;
  readonly params?: Record<string, unknown>;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s()-]{5,}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const FORMATS: Partial<Record<FieldDeclaration['kind'], RegExp>> = {
  email: EMAIL,
  phone: PHONE,
  decimal: DECIMAL,
};

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two values are one to a person: empty is empty, and a list is its content. */
export const isSame = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

/** What differs from `before`, as the API takes it; null clears. */
export const changesFrom = (
  before: FormValues,
  values: FormValues,
  fields: readonly FieldDeclaration[],
): FormValues =>
  Object.fromEntries(
    fields
      .filter(({ key }) => !isSame(values[key], before[key]))
      .map(({ key }) => [key, isEmpty(values[key]) ? null : values[key]]),
  );

/** First hints before the server is asked; the server's word remains the rule. */
export function checkField(field: FieldDeclaration, value: unknown): FieldError | undefined {
  if (isEmpty(value)) return field.isRequired ? { key: 'shared.form.required' } : undefined;
  const format = FORMATS[field.kind];
  if (format && !format.test(String(value))) return { key: `shared.form.${field.kind}` };
  if ('maxLength' in field && field.maxLength && String(value).length > field.maxLength) {
    return { key: 'shared.form.tooLong', params: { max: field.maxLength } };
  }
  return undefined;
}

export function checkForm(
  fields: readonly FieldDeclaration[],
  values: FormValues,
): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const field of fields) {
    const error = field.isShown?.(values) === false ? undefined : checkField(field, values[field.key]);
    if (error) errors[field.key] = error;
  }
  return errors;
}

/** `/lines/0/quantity` → `lines.0.quantity`; unescapes as RFC 6901 says. */
export const fieldOfPointer = (pointer: string): string =>
  pointer
    .replace(/^\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/** Sorts a refusal into errors beside their fields and those that fit no field of this form. */
export function placeProblem(
  problem: ApiProblem,
  fields: readonly FieldDeclaration[],
): { errors: Record<string, FieldError>; others: readonly FieldProblem[] } {
  const errors: Record<string, FieldError> = {};
  const others: FieldProblem[] = [];
  for (const each of problem.errors) {
    const place = fieldOfPointer(each.pointer);
    const field = fields.find(({ key }) => place === key || place.startsWith(`${key}.`));
    if (!field) others.push(each);
    else
      errors[field.key] ??= {
        text: each.detail,
        key: each.rule && `shared.rules.${each.rule}`,
        params: each.params,
      };
  }
  return { errors, others };
}
