import type { FieldDeclaration, FormValues } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import type { CustomField } from '../../shared/custom-fields/custom-field.queries';
import ChoicesInput from './ChoicesInput.vue';

const KINDS = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'link',
  'attachment',
  'formula',
] as const;
export const KIND_OPTIONS: Option[] = KINDS.map((value) => ({
  value,
  title: `systemAdmin.customFields.kinds.${value}`,
}));

interface Surroundings {
  /** Types of records of the resource. */
  readonly types: readonly Option[];
  readonly dictionaries: readonly Option[];
  /** Resources that links may point at. */
  readonly targets: readonly Option[];
  readonly permissions: readonly Option[];
}

const title = (key: string) => `systemAdmin.customFields.fields.${key.split('.').at(-1)}`;
const of =
  (...kinds: readonly string[]) =>
  (values: FormValues) =>
    kinds.includes(String(values.kind));

/** Inputs of a field, new or there; what a kind has no use for is not shown. */
export function fieldsOf(
  isNew: boolean,
  { types, dictionaries, targets, permissions }: Surroundings,
): FieldDeclaration[] {
  const hint = (key: string) => `systemAdmin.customFields.${key}`;
  const text = (key: string, maxLength: number) => ({
    key,
    title: title(key),
    kind: 'text' as const,
    maxLength,
  });
  const decimal = (key: string) => ({ key, title: title(key), kind: 'decimal' as const });
  const options = (key: string, given: readonly Option[]) => ({
    key,
    title: title(key),
    kind: 'options' as const,
    options: given,
  });
  return [
    { ...text('labelZh', 60), isRequired: true },
    { ...text('labelEn', 60), isRequired: true },
    ...(isNew ? [{ ...text('code', 40), isRequired: true, hint: hint('codeHint') }] : []),
    { ...options('kind', KIND_OPTIONS), isRequired: true },
    {
      ...options('dictionary', dictionaries),
      hint: hint('dictionaryHint'),
      isShown: of('choice', 'choices'),
    },
    {
      key: 'settings.choices',
      title: title('choices'),
      kind: 'own',
      input: ChoicesInput,
      isWide: true,
      isShown: (values) => of('choice', 'choices')(values) && !values.dictionary,
    },
    {
      key: 'formula',
      title: title('formula'),
      hint: hint('functions'),
      kind: 'long-text',
      maxLength: 500,
      isShown: of('formula'),
    },
    { ...decimal('settings.minimum'), isShown: of('number', 'money') },
    { ...decimal('settings.maximum'), isShown: of('number', 'money') },
    { ...decimal('settings.scale'), isShown: of('number', 'formula') },
    { ...text('settings.currency', 3), isShown: of('money') },
    { ...decimal('settings.maxLength'), isShown: of('text') },
    { ...text('settings.pattern', 200), isShown: of('text') },
    { ...options('settings.target', targets), hint: hint('targetHint'), isShown: of('link') },
    ...(types.length > 0
      ? [{ ...options('appliesTo', types), isMultiple: true, hint: hint('appliesToHint') }]
      : []),
    text('section', 60),
    {
      key: 'isRequired',
      title: title('isRequired'),
      kind: 'flag',
      isShown: (values) => values.kind !== 'formula',
    },
    {
      key: 'isIndexed',
      title: title('isIndexed'),
      kind: 'flag',
      isShown: (values) => !of('attachment', 'choices')(values),
    },
    text('helpZh', 200),
    text('helpEn', 200),
    { ...options('readPermission', permissions), hint: hint('permissionHint') },
    { ...options('changePermission', permissions), hint: hint('permissionHint') },
  ];
}

/** `settings: { scale }` → `settings.scale`, as the form's inputs are called. */
export const flatField = (field: CustomField): FormValues => ({
  ...field,
  ...Object.fromEntries(Object.entries(field.settings).map(([key, value]) => [`settings.${key}`, value])),
});

const WHOLE = new Set(['scale', 'maxLength']);

/** The other way round. Settings are sent whole, so what the form did not touch comes from before. */
export function nestField(changes: FormValues, before: Readonly<Record<string, unknown>> = {}): FormValues {
  const settings: Record<string, unknown> = { ...before };
  const rest: FormValues = {};
  let isTouched = false;
  for (const [key, value] of Object.entries(changes)) {
    if (!key.startsWith('settings.')) {
      rest[key] = key === 'appliesTo' ? (value ?? []) : value;
      continue;
    }
    isTouched = true;
    const name = key.slice('settings.'.length);
    if (value === null) delete settings[name];
    else settings[name] = WHOLE.has(name) ? Number(value) : value;
  }
  return isTouched ? { ...rest, settings } : rest;
}

/** A code out of the English words, so that most people need not think of one. */
export function codeOf(label: string): string {
  const words = label.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const code = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase()))
    .join('');
  return /^[a-z]/.test(code) ? code.slice(0, 40) : '';
}
