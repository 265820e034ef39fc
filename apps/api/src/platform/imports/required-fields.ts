import type { Participation } from './participation.js';

/** A mapped field as far as this rule needs to know it. */
export interface MappedField {
  /** `customer.name` */
  readonly path: string;
  readonly column: string;
  readonly isRequired: boolean;
}

/** What one resource needs of a row that gives it. */
export interface Requirement {
  /** Fields by which a row shows that it gives such a record; columns shared with other resources show nothing. */
  readonly own: readonly MappedField[];
  readonly needed: readonly MappedField[];
  /** Of each group at least one field. */
  readonly anyOf: readonly (readonly MappedField[])[];
  /** The only resource of the file: then every row must give it. */
  readonly isOnly: boolean;
}

export function requirementsOf(
  fields: readonly MappedField[],
  taking: readonly Participation[],
): Requirement[] {
  const creating = taking.filter(({ creates }) => creates);
  return creating.map(({ resource: { resource, anyOf = [] } }) => {
    const mine = fields.filter(({ path }) => path.startsWith(`${resource}.`));
    const isShared = (field: MappedField) =>
      fields.some((other) => other.column === field.column && fields.indexOf(other) < fields.indexOf(field));
    return {
      own: mine.filter((field) => !isShared(field)),
      needed: mine.filter(({ isRequired }) => isRequired),
      anyOf: anyOf.map((group) =>
        mine.filter(({ path }) => group.some((name) => path === `${resource}.${name}`)),
      ),
      isOnly: taking.length === 1,
    };
  });
}

/**
 * The fields that a row lacks. A row that says nothing of a resource (no sales territory, no contact) lacks nothing of it.
 * @param isBlank whether the row's cell for a field is empty
 */
export function lackingFields(
  requirements: readonly Requirement[],
  isBlank: (field: MappedField) => boolean,
): MappedField[] {
  return requirements.flatMap(({ own, needed, anyOf, isOnly }) => {
    if (!isOnly && own.every(isBlank)) return [];
    const groups = anyOf.filter((group) => group.length > 0 && group.every(isBlank)).map(([first]) => first!);
    return [...needed.filter(isBlank), ...groups];
  });
}
