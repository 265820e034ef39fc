import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';

const title = (key: string) => `opportunities.fields.${key}`;

/** The day on the reader's calendar. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

export const winFields = (currency: string): FieldDeclaration[] => [
  {
    key: 'closeValue',
    title: title('closeValue'),
    kind: 'decimal',
    isRequired: true,
    ...(currency !== 'CNY' && { hint: currency }),
  },
  { key: 'closedOn', title: title('closedOn'), kind: 'day' },
  { key: 'note', title: title('stepNote'), kind: 'long-text', maxLength: 500 },
];

export const loseFields = (
  reasons: readonly Option[],
  competitors: readonly Option[],
): FieldDeclaration[] => [
  {
    key: 'lossReason',
    title: title('lossReason'),
    kind: 'options',
    options: reasons.filter(({ isRetired }) => !isRetired),
    isRequired: true,
  },
  {
    key: 'competitors',
    title: title('competitors'),
    kind: 'options',
    options: competitors,
    isMultiple: true,
  },
  { key: 'closedOn', title: title('closedOn'), kind: 'day' },
  { key: 'lossNote', title: title('lossNote'), kind: 'long-text', maxLength: 500 },
];

export const reopenFields: FieldDeclaration[] = [
  { key: 'reason', title: title('reopenReason'), kind: 'long-text', isRequired: true, maxLength: 500 },
];
