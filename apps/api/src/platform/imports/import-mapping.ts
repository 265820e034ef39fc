import type { ImportField, ImportResource } from './import-resource.js';

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

/** Guesses from headers alone; a person looks at it before anything is done with it. */
export function guessMapping(
  headers: readonly string[],
  resources: readonly ImportResource[],
): MappingEntry[] {
  const byName = new Map(headers.map((header) => [normalise(header), header]));
  const taken = new Set<string>();
  const entries: MappingEntry[] = [];
  for (const { resource, field } of fieldsOf(resources)) {
    const column = field.headers
      .map((name) => byName.get(normalise(name)))
      .find((found) => found !== undefined && !taken.has(found));
    if (column === undefined) continue;
    taken.add(column);
    entries.push({ field: `${resource.resource}.${field.name}`, column, rule: 'as-is' });
  }
  return withoutIncomplete([...entries, ...otherwise(entries, resources)], resources);
}

const fieldsOf = (resources: readonly ImportResource[]): { resource: ImportResource; field: ImportField }[] =>
  resources.flatMap((resource) => resource.fields.map((field) => ({ resource, field })));

function otherwise(entries: readonly MappingEntry[], resources: readonly ImportResource[]): MappingEntry[] {
  return fieldsOf(resources).flatMap(({ resource, field }) => {
    const path = `${resource.resource}.${field.name}`;
    const source = field.otherwise && entries.find((entry) => entry.field === field.otherwise!.field);
    const isMissing = !entries.some((entry) => entry.field === path);
    return source && isMissing ? [{ field: path, column: source.column, rule: field.otherwise!.rule }] : [];
  });
}

/** A resource takes part only when its whole key is there; fields of one that cannot are not guessed. */
function withoutIncomplete(
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
): MappingEntry[] {
  const taking = new Set(takingPart(entries, resources).map(({ resource }) => resource));
  return entries.filter(({ field }) => taking.has(field.split('.')[0]!));
}

/** The resources whose key the mapping fills (references to resources that take part included), in order of writing. */
export function takingPart(
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
): ImportResource[] {
  const mapped = new Set(entries.map(({ field }) => field));
  const taking: ImportResource[] = [];
  for (const resource of resources) {
    const isGiven = (part: string): boolean => {
      const reference = resource.references?.find(({ name }) => name === part);
      if (reference) return taking.some(({ resource: name }) => name === reference.resource);
      return mapped.has(`${resource.resource}.${part}`) || resource.counted?.field === part;
    };
    const required = resource.fields.filter((field) => field.required).map(({ name }) => name);
    const ownFields = [...mapped].some((field) => field.startsWith(`${resource.resource}.`));
    if (ownFields && [...resource.key, ...required].every(isGiven)) taking.push(resource);
  }
  return taking;
}

/** Fields that keep a resource from taking part although some of its fields are mapped; for the message to the user. */
export function missingFields(
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
): string[] {
  const mapped = new Set(entries.map(({ field }) => field));
  const taking = new Set(takingPart(entries, resources));
  return resources
    .filter(
      (resource) =>
        !taking.has(resource) && [...mapped].some((field) => field.startsWith(`${resource.resource}.`)),
    )
    .flatMap((resource) => {
      const needed = new Set([
        ...resource.key,
        ...resource.fields.filter((field) => field.required).map(({ name }) => name),
      ]);
      return [...needed]
        .filter((part) => resource.counted?.field !== part)
        .flatMap((part) => {
          const reference = resource.references?.find(({ name }) => name === part);
          if (reference)
            return [...taking].some(({ resource: name }) => name === reference.resource)
              ? []
              : [`${reference.resource}.*`];
          return mapped.has(`${resource.resource}.${part}`) ? [] : [`${resource.resource}.${part}`];
        });
    });
}
