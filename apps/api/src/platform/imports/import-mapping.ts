import { namesOf, normalise } from './header-names.js';
import type { ImportField, ImportResource } from './import-resource.js';
import { participations } from './participation.js';

/** How a cell becomes the text of a field. */
export const MAPPING_RULES = ['as-is', 'first-word', 'province', 'city'] as const;
export type MappingRule = (typeof MAPPING_RULES)[number];

/** One field and the column (header id) that fills it. A column may fill several fields; a field has one column. */
export interface MappingEntry {
  /** `customer.name` */
  readonly field: string;
  readonly column: string;
  readonly rule: MappingRule;
}

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
  const fields = fieldsOf(resources);
  const names = new Map(headers.map((header) => [header, namesOf(header)]));
  const column = new Map<ImportField, string>();
  const taken = new Set<string>();
  // The fullest names of all headers first: what is called exactly so is meant before what is called nearly so.
  const steps = Math.max(0, ...[...names.values()].map(({ length }) => length));
  for (let step = 0; step < steps; step += 1) {
    const byName = new Map(
      headers.filter((header) => !taken.has(header)).map((header) => [names.get(header)![step], header]),
    );
    for (const { field } of fields) {
      if (column.has(field)) continue;
      const found = [...field.headers, field.label.zh, field.label.en]
        .map((name) => byName.get(normalise(name)))
        .find((header) => header !== undefined && !taken.has(header));
      if (found === undefined) continue;
      taken.add(found);
      column.set(field, found);
    }
  }
  const entries = fields.flatMap(({ resource, field }): MappingEntry[] => {
    const found = column.get(field);
    return found === undefined
      ? []
      : [{ field: `${resource.resource}.${field.name}`, column: found, rule: 'as-is' }];
  });
  const parts = partsOf(headers, entries, resources);
  return [...entries, ...parts, ...otherwise([...entries, ...parts], resources)];
}

const fieldsOf = (resources: readonly ImportResource[]): { resource: ImportResource; field: ImportField }[] =>
  resources.flatMap((resource) => resource.fields.map((field) => ({ resource, field })));

/** Fields without a column of their own, from one that holds several together. */
function partsOf(
  headers: readonly string[],
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
): MappingEntry[] {
  return fieldsOf(resources).flatMap(({ resource, field: { name, partOf } }) => {
    const path = `${resource.resource}.${name}`;
    if (!partOf || entries.some(({ field }) => field === path)) return [];
    const whole = new Set(partOf.headers.map(normalise));
    const column = headers.find((header) => namesOf(header).some((called) => whole.has(called)));
    return column === undefined || entries.some((entry) => entry.column === column)
      ? []
      : [{ field: path, column, rule: partOf.rule }];
  });
}

/** What only names a record says nothing of its parts: the first word of a product in a list of deals is no new brand. */
function otherwise(entries: readonly MappingEntry[], resources: readonly ImportResource[]): MappingEntry[] {
  const named = participations(entries, resources).flatMap(({ resource }) => resource.refersTo ?? []);
  return fieldsOf(resources).flatMap(({ resource, field }) => {
    const path = `${resource.resource}.${field.name}`;
    const { field: other, beside } = field.otherwise ?? {};
    const isMapped = (name: string) => entries.some((entry) => entry.field === name);
    const source = entries.find((entry) => entry.field === other);
    const isMissing = !isMapped(path) && (beside === undefined || isMapped(beside));
    const isOfNamed = named.some((name) => other?.startsWith(`${name}.`));
    return source && isMissing && !isOfNamed
      ? [{ field: path, column: source.column, rule: field.otherwise!.rule }]
      : [];
  });
}
