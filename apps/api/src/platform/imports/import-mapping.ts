import type { ImportField, ImportResource } from './import-resource.js';
import { participations } from './participation.js';

/** How a cell becomes the text of a field. */
export const MAPPING_RULES = ['as-is', 'first-word'] as const;
export type MappingRule = (typeof MAPPING_RULES)[number];

/** One field and the column (header id) that fills it. A column may fill several fields; a field has one column. */
export interface MappingEntry {
  /** `customer.name` */
  readonly field: string;
  readonly column: string;
  readonly rule: MappingRule;
}

/** 「客户 ID」, 「客户ID」 and 「客户id：」 are the same header. */
export const normalise = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/**
 * Guesses from headers alone; a person looks at it before anything is done with it. A resource that cannot take part with
 * what it was given leaves its columns to the others: 「电话」 is a user's only in a file of users.
 */
export function guessMapping(
  headers: readonly string[],
  resources: readonly ImportResource[],
): MappingEntry[] {
  const entries = guessAmong(headers, resources);
  const taking = new Set(participations(entries, resources).map(({ resource }) => resource.resource));
  const fit = resources.filter(
    ({ resource, guessedWith }) =>
      !entries.some(({ field }) => field.startsWith(`${resource}.`)) ||
      (taking.has(resource) && (!guessedWith || taking.has(guessedWith))),
  );
  return fit.length < resources.length ? guessMapping(headers, fit) : entries;
}

function guessAmong(headers: readonly string[], resources: readonly ImportResource[]): MappingEntry[] {
  const byName = new Map(headers.map((header) => [normalise(header), header]));
  const taken = new Set<string>();
  const entries: MappingEntry[] = [];
  for (const { resource, field } of fieldsOf(resources)) {
    const column = [...field.headers, field.label.zh, field.label.en]
      .map((name) => byName.get(normalise(name)))
      .find((found) => found !== undefined && !taken.has(found));
    if (column === undefined) continue;
    taken.add(column);
    entries.push({ field: `${resource.resource}.${field.name}`, column, rule: 'as-is' });
  }
  return [...entries, ...otherwise(entries, resources)];
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
