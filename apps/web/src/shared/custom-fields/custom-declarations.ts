import { formatQuantity } from '../format/numbers';
import { currentLocale } from '../i18n/i18n';
import type { FieldDeclaration, FormValues } from '../form/field-declaration';
import type { ColumnDeclaration, FilterDeclaration, Option } from '../list/list-declaration';
import { recordSource } from '../select/record.queries';
import AttachmentInput from './AttachmentInput.vue';
import { type CustomField, labelOf } from './custom-field.queries';

/** A record with values of custom fields. */
export interface WithCustom {
  readonly custom: Record<string, unknown>;
}

export const keyOf = ({ code }: CustomField): string => `custom.${code}`;
export const helpOf = ({ helpZh, helpEn }: CustomField): string | undefined =>
  (currentLocale() === 'en' ? (helpEn ?? helpZh) : helpZh) || undefined;

const optionsOf = ({ choices }: CustomField): Option[] =>
  choices.map((choice) => ({ value: choice.code, text: labelOf(choice), isRetired: choice.isRetired }));

/** A value as people read it; a formula without one says nothing here. */
export function textOf(field: CustomField, custom: Record<string, unknown>): string {
  const value = custom[field.code];
  if (value === undefined || value === null) return '';
  const word = (code: unknown) =>
    optionsOf(field).find((option) => option.value === code)?.text ?? String(code);
  if (field.kind === 'choice') return word(value);
  if (field.kind === 'choices') return (value as unknown[]).map(word).join('、');
  if (field.kind === 'attachment') return (value as { name: string }[]).map(({ name }) => name).join('、');
  if (field.kind === 'number' || field.kind === 'formula') return formatQuantity(value as string);
  return String(value);
}

const CELLS = { money: 'money', date: 'day', number: 'quantity', formula: 'quantity' } as const;

export function customColumns<Row extends WithCustom>(
  fields: readonly CustomField[],
): ColumnDeclaration<Row>[] {
  return fields.map((field) => {
    const kind = CELLS[field.kind as keyof typeof CELLS];
    return {
      key: keyOf(field),
      title: labelOf(field),
      ...(field.kind !== 'attachment' && { edits: keyOf(field) }),
      // Of a linked record the list knows only the id.
      isHidden: field.retiredAt !== null || field.settings.target !== undefined,
      isSortable: field.kind !== 'choices' && field.kind !== 'attachment',
      width: 120,
      ...(kind && { kind }),
      text: ({ custom }: Row) => (kind ? (custom[field.code] as string | undefined) : textOf(field, custom)),
    };
  });
}

export function customFilters(fields: readonly CustomField[]): FilterDeclaration[] {
  return fields.flatMap((field): FilterDeclaration[] => {
    const common = { param: keyOf(field), title: labelOf(field) };
    switch (field.kind) {
      case 'choice':
      case 'choices':
        return [
          {
            ...common,
            kind: 'options',
            options: optionsOf(field).map(({ value, text }) => ({ value, text })),
          },
        ];
      case 'number':
      case 'money':
      case 'formula':
        return [{ ...common, kind: 'numbers' }];
      case 'date':
        return [{ ...common, kind: 'days' }];
      case 'link':
        return field.settings.target
          ? [{ ...common, kind: 'select', source: recordSource(field.settings.target) }]
          : [{ ...common, kind: 'text' }];
      case 'attachment':
        return [];
      default:
        return [{ ...common, kind: 'text' }];
    }
  });
}

/** Inputs of a form; formulas are calculated, and retired fields only read. */
export function customInputs(fields: readonly CustomField[], typeKey?: string): FieldDeclaration[] {
  return fields.filter((field) => field.isWritable).map((field) => inputOf(field, typeKey));
}

export function inputOf(field: CustomField, typeKey?: string): FieldDeclaration {
  const { appliesTo, isRequired, settings } = field;
  const common = {
    key: keyOf(field),
    title: labelOf(field),
    hint: helpOf(field),
    isRequired,
    ...(typeKey &&
      appliesTo.length > 0 && {
        isShown: (values: FormValues) => appliesTo.includes(String(values[typeKey])),
      }),
  };
  switch (field.kind) {
    case 'number':
    case 'money':
      return { ...common, kind: 'decimal' };
    case 'date':
      return { ...common, kind: 'day' };
    case 'choice':
      return { ...common, kind: 'options', options: optionsOf(field) };
    case 'choices':
      return { ...common, kind: 'options', options: optionsOf(field), isMultiple: true };
    case 'link':
      return settings.target
        ? { ...common, kind: 'select', source: recordSource(settings.target) }
        : { ...common, kind: 'text', maxLength: 2000 };
    case 'attachment':
      return { ...common, kind: 'own', input: AttachmentInput, isWide: true };
    default:
      return {
        ...common,
        kind: (settings.maxLength ?? 0) > 200 ? 'long-text' : 'text',
        maxLength: settings.maxLength,
      };
  }
}

/** `custom: { grade }` → `custom.grade`, as the form's inputs are called. */
export const flatCustom = (record: WithCustom | undefined): FormValues =>
  Object.fromEntries(Object.entries(record?.custom ?? {}).map(([code, value]) => [`custom.${code}`, value]));

/** The other way round, for what the form changed. */
export function nestCustom(changes: FormValues): FormValues {
  const entries = Object.entries(changes);
  const custom = entries
    .filter(([key]) => key.startsWith('custom.'))
    .map(([key, value]) => [key.slice(7), value]);
  const rest = Object.fromEntries(entries.filter(([key]) => !key.startsWith('custom.')));
  return custom.length > 0 ? { ...rest, custom: Object.fromEntries(custom) } : rest;
}
