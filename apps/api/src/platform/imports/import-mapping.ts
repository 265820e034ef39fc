import type { ImportField, ImportResource } from './import-resource.js';
import { canRead, normalise } from './field-reading.js';
import { participations } from './participation.js';
import { cleanText } from '../spreadsheet/index.js';

/** How a cell becomes the text of a field. */
export const MAPPING_RULES = ['as-is', 'first-word', 'part'] as const;
export type MappingRule = (typeof MAPPING_RULES)[number];

/** One field and the column (header id) that fills it. A column may fill several fields; a field has one column. */
export interface MappingEntry {
  /** `customer.name` */
  readonly field: string;
  readonly column: string;
  readonly rule: MappingRule;
}

/** Column → its first cells; what they hold tells apart fields that people call alike. */
export type Samples = ReadonlyMap<string, readonly string[]>;

/**
 * Guesses from headers and first cells; a person looks at it before anything is done with it. A resource that cannot take
 * part with what it was given leaves its columns to the others: 「电话」 is a user's only in a file of users.
 */
export function guessMapping(
  headers: readonly string[],
  resources: readonly ImportResource[],
  samples: Samples = new Map(),
): MappingEntry[] {
  const entries = guessAmong(headers, resources, samples);
  const taking = new Set(participations(entries, resources).map(({ resource }) => resource.resource));
  const fit = resources.filter(
    ({ resource, guessedWith }) =>
      !entries.some(({ field }) => field.startsWith(`${resource}.`)) ||
      (taking.has(resource) && (!guessedWith || taking.has(guessedWith))),
  );
  return fit.length < resources.length ? guessMapping(headers, fit, samples) : entries;
}

/** Nearly all of a column's first cells can be read as this field; true where there are none. */
const READABLE = 0.9;

function guessAmong(
  headers: readonly string[],
  resources: readonly ImportResource[],
  samples: Samples,
): MappingEntry[] {
  const byName = namesOf(headers);
  const taken = new Set<string>();
  const entries: MappingEntry[] = [];
  const all = fieldsOf(resources).map(({ resource, field }) => ({
    path: `${resource.resource}.${field.name}`,
    field,
  }));
  const holds = (column: string, field: ImportField): boolean => {
    const cells = (samples.get(column) ?? []).map(cleanText).filter(Boolean);
    return cells.filter((cell) => canRead(field, cell)).length >= cells.length * READABLE;
  };
  const take = (
    wordsOf: (field: ImportField) => readonly string[],
    rule: MappingRule,
    suits: (column: string, field: ImportField) => boolean,
  ): void => {
    const found = all.flatMap(({ path, field }) => {
      if (entries.some((entry) => entry.field === path)) return [];
      const column = wordsOf(field)
        .map((name) => byName.get(normalise(name)))
        .find((name) => name !== undefined && !taken.has(name) && suits(name, field));
      if (column === undefined) return [];
      if (rule !== 'part') taken.add(column);
      return [{ field: path, column, rule }];
    });
    for (const { column } of found) taken.add(column);
    entries.push(...found);
  };
  const own = ({ headers: words, label }: ImportField) => [...words, label.zh, label.en];
  take(own, 'as-is', holds);
  take(own, 'as-is', () => true);
  take(({ looseHeaders = [] }) => looseHeaders, 'as-is', holds);
  take(
    ({ part }) => part?.headers ?? [],
    'part',
    () => true,
  );
  return [...entries, ...otherwise(entries, resources)];
}

const NUMERALS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3' };

/**
 * By what names a column goes: its header, the header without what stands in brackets (金额（元）, 客户名称(必填)), and with a
 * plain number for a Chinese one (联系人二). What a header says in full counts before what it says in part.
 */
function namesOf(headers: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const spellings = [
    (header: string) => header,
    (header: string) => header.normalize('NFKC').replace(/[([【][^)\]】]*[)\]】]/g, ''),
    (header: string) => header.replace(/[一二三]\s*$/, (numeral) => NUMERALS[numeral.trim()]!),
  ];
  for (const spelling of spellings)
    for (const header of headers) {
      const name = normalise(spelling(header));
      if (name !== '' && !names.has(name)) names.set(name, header);
    }
  return names;
}

const fieldsOf = (resources: readonly ImportResource[]): { resource: ImportResource; field: ImportField }[] =>
  resources.flatMap((resource) => resource.fields.map((field) => ({ resource, field })));

/** What only names a record says nothing of its parts: the first word of a product in a list of deals is no new brand. */
function otherwise(entries: readonly MappingEntry[], resources: readonly ImportResource[]): MappingEntry[] {
  const named = participations(entries, resources).flatMap(({ resource }) => resource.refersTo ?? []);
  return fieldsOf(resources).flatMap(({ resource, field }) => {
    const path = `${resource.resource}.${field.name}`;
    const source = field.otherwise && entries.find((entry) => entry.field === field.otherwise!.field);
    const isMissing = !entries.some((entry) => entry.field === path);
    const isOfNamed = named.some((name) => field.otherwise?.field.startsWith(`${name}.`));
    return source && isMissing && !isOfNamed
      ? [{ field: path, column: source.column, rule: field.otherwise!.rule }]
      : [];
  });
}
