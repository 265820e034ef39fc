import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import AudienceInput from './components/AudienceInput.vue';
import { WAYS } from './price-table.queries';

const title = (key: string) => `priceTables.fields.${key}`;

/** Kind and currency are given once: prices stand on them. */
export function priceTableFields(kinds: readonly Option[], isNew: boolean): FieldDeclaration[] {
  const once: FieldDeclaration[] = [
    {
      key: 'kind',
      title: title('kind'),
      kind: 'options',
      options: kinds,
      isRequired: true,
      hint: 'priceTables.kindHint',
    },
    { key: 'currency', title: title('currency'), kind: 'text', maxLength: 3, isRequired: true },
  ];
  return [
    { key: 'name', title: title('name'), kind: 'text', isRequired: true, maxLength: 80, isWide: true },
    ...(isNew ? once : []),
    { key: 'taxIncluded', title: title('taxIncludedLong'), kind: 'flag' },
    { key: 'priority', title: title('priority'), kind: 'decimal', hint: 'priceTables.priorityHint' },
    ...(isNew
      ? []
      : [
          {
            key: 'retiredOn',
            title: title('retiredOn'),
            kind: 'day',
            hint: 'priceTables.retiredHint',
          } as const,
        ]),
    { key: 'audiences', title: title('audiences'), kind: 'own', input: AudienceInput, isWide: true },
    { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
  ];
}

const WAY_OPTIONS: Option[] = WAYS.map((value) => ({ value, title: `pricing.ways.${value}` }));

export const kindFields = (isNew: boolean): FieldDeclaration[] => [
  ...(isNew
    ? [
        {
          key: 'code',
          title: 'priceTables.kinds.code',
          kind: 'text',
          isRequired: true,
          maxLength: 40,
          hint: 'priceTables.kinds.codeHint',
        } as const,
      ]
    : []),
  { key: 'labelZh', title: 'priceTables.kinds.labelZh', kind: 'text', isRequired: true, maxLength: 40 },
  { key: 'labelEn', title: 'priceTables.kinds.labelEn', kind: 'text', isRequired: true, maxLength: 40 },
  {
    key: 'defaultWays',
    title: 'priceTables.kinds.defaultWays',
    kind: 'options',
    options: WAY_OPTIONS,
    isMultiple: true,
    isWide: true,
    hint: 'priceTables.kinds.defaultHint',
  },
];
