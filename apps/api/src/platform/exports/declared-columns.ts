import { ImportResources, type ImportField } from '../imports/import-resource.js';
import type { ExportColumn } from './export-source.js';

/**
 * A column of an exported list: the name of a field that the resource's import declares too (its label and type come from
 * there, so that what goes out comes in again), another resource's field shown under a name of the list, or one of its own.
 */
export type DeclaredColumn = string | { readonly key: string; readonly field: string } | ExportColumn;

export const YES_NO = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

const TYPES: Readonly<Record<ImportField['type'], Pick<ExportColumn, 'type' | 'words' | 'scale'>>> = {
  text: { type: 'text' },
  choice: { type: 'text' },
  choices: { type: 'text' },
  date: { type: 'date' },
  decimal: { type: 'decimal', scale: 2 },
  rate: { type: 'decimal', scale: 4 },
  integer: { type: 'integer' },
  boolean: { type: 'text', words: YES_NO },
};

/** The first word of a choice is how people say it; English keeps the stored one, spaced. */
const wordsOf = ({ choices = {} }: ImportField): ExportColumn['words'] =>
  Object.fromEntries(Object.entries(choices).map(([value, [zh = value, en = value]]) => [value, { zh, en }]));

/** @throws Error when a field is not declared: a slip in the program, seen at the first start */
export function resolveColumn(
  column: DeclaredColumn,
  resource: string,
  resources: ImportResources,
): ExportColumn {
  if (typeof column !== 'string' && 'label' in column) return column;
  const { key, field: path } =
    typeof column === 'string' ? { key: column, field: `${resource}.${column}` } : column;
  const found = resources.field(path);
  if (!found)
    throw new Error(`The export of "${resource}" names the field "${path}", which no import declares.`);
  const { field } = found;
  const shape = TYPES[field.type];
  return {
    key,
    label: field.label,
    ...shape,
    ...(field.dictionary && { dictionary: field.dictionary }),
    ...(field.choices && { words: wordsOf(field) }),
    ...(shape.type === 'decimal' && field.scale !== undefined && { scale: field.scale }),
  };
}
