import type { MappingEntry } from './import-mapping.js';
import type { ImportResource } from './import-resource.js';

/** One resource in one import: by which fields it is recognised, and whether the file gives enough to make new ones. */
export interface Participation {
  readonly resource: ImportResource;
  /** Fields and references that identify a record in this file. */
  readonly key: readonly string[];
  /** False when the file only refers to such records (an order list with customer numbers). */
  readonly creates: boolean;
}

/** Resource word → name of the key the user chose, its parts joined by `+`. */
export type ChosenKeys = Readonly<Record<string, string>>;

export const keyName = (key: readonly string[]): string => key.join('+');

export const keysOf = ({ key, otherKeys = [] }: ImportResource): readonly (readonly string[])[] => [
  key,
  ...otherKeys,
];

/**
 * The resources that the mapping feeds, referred-to first. Of several possible keys the chosen one counts, else the first
 * whose parts are all there.
 */
export function participations(
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
  chosen: ChosenKeys = {},
): Participation[] {
  const mapped = new Set(entries.map(({ field }) => field));
  const taking: Participation[] = [];
  for (const resource of resources) {
    const isGiven = (part: string): boolean => {
      const reference = resource.references?.find(({ name }) => name === part);
      if (reference) return taking.some(({ resource: { resource: name } }) => name === reference.resource);
      return mapped.has(`${resource.resource}.${part}`) || resource.counted?.field === part;
    };
    // A pure link (user and role) has no column of its own: it is there when both its ends are.
    const isLink = resource.fields.length === 0;
    if (!isLink && ![...mapped].some((field) => field.startsWith(`${resource.resource}.`))) continue;
    const possible = keysOf(resource).filter((key) => key.every(isGiven));
    const key = possible.find((candidate) => keyName(candidate) === chosen[resource.resource]) ?? possible[0];
    if (key) taking.push({ resource, key, creates: canCreate(resource, isGiven) });
  }
  // What a file about deals names is not made by it.
  const named = new Set(taking.flatMap(({ resource }) => resource.refersTo ?? []));
  const onlyNamed = ({ resource, key }: Participation): Participation => ({
    resource: { ...resource, isLookUpOnly: true },
    key,
    creates: false,
  });
  return taking.map((one) => (named.has(one.resource.resource) ? onlyNamed(one) : one));
}

function canCreate(resource: ImportResource, isGiven: (part: string) => boolean): boolean {
  if (resource.isLookUpOnly) return false;
  const generated = new Set(resource.fields.filter((field) => field.isGenerated).map(({ name }) => name));
  const needed = [
    ...resource.key,
    ...resource.fields.filter((field) => field.required).map(({ name }) => name),
  ];
  const alternatives = (resource.anyOf ?? []).every((group) => group.some(isGiven));
  return alternatives && needed.every((part) => generated.has(part) || isGiven(part));
}

/** Fields still needed before the columns mapped to a resource are of any use; for the message to the user. */
export function missingFields(
  entries: readonly MappingEntry[],
  resources: readonly ImportResource[],
): string[] {
  const mapped = new Set(entries.map(({ field }) => field));
  const taking = participations(entries, resources);
  const left = resources.filter(
    (resource) =>
      !taking.some((one) => one.resource.resource === resource.resource) &&
      [...mapped].some((field) => field.startsWith(`${resource.resource}.`)),
  );
  return left.flatMap((resource) =>
    resource.key
      .filter((part) => resource.counted?.field !== part)
      .flatMap((part) => lacking(resource, part, mapped, taking)),
  );
}

function lacking(
  resource: ImportResource,
  part: string,
  mapped: ReadonlySet<string>,
  taking: readonly Participation[],
): string[] {
  const reference = resource.references?.find(({ name }) => name === part);
  if (!reference) return mapped.has(`${resource.resource}.${part}`) ? [] : [`${resource.resource}.${part}`];
  return taking.some(({ resource: { resource: name } }) => name === reference.resource)
    ? []
    : [`${reference.resource}.*`];
}
