import type { AuditEntry } from '../api/contract';

export interface FieldChange {
  /** Property name as the API's other resources have it, `ownerId`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns that change with every write, or follow from another one, and tell a reader nothing. */
const TECHNICAL = /^(id|version|updatedAt|createdAt|search.*|deletedAt|initials|departmentId)$/;

/** A column named after its own table, as `customer_class` is, is called `class` outside. */
const propertyOf = (column: string, resource: string): string =>
  column
    .replace(new RegExp(`^${resource}_`), '')
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What an audited change of one record did, field by field; a new record lists nothing. */
export function changesOf({ operation, resource, before, after }: AuditEntry): FieldChange[] {
  if (operation !== 'update') return [];
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...columns]
    .map((column) => ({
      field: propertyOf(column, resource),
      before: before?.[column] ?? null,
      after: after?.[column] ?? null,
    }))
    .filter(({ field, before: old, after: fresh }) => !TECHNICAL.test(field) && old !== fresh);
}
