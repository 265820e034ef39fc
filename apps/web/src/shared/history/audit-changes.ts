import type { AuditEntry } from '../api/contract';

export interface FieldChange {
  /** Property name as the API's other resources have it, `ownerId`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns that change with every write and tell a reader nothing. */
const TECHNICAL = /^(id|version|updatedAt|createdAt|search.*|deletedAt)$/;

const propertyOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What an audited change of one record did, field by field; a new record lists nothing. */
export function changesOf({ operation, before, after }: AuditEntry): FieldChange[] {
  if (operation !== 'update') return [];
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...columns]
    .map((column) => ({
      field: propertyOf(column),
      before: before?.[column] ?? null,
      after: after?.[column] ?? null,
    }))
    .filter(({ field, before: old, after: fresh }) => !TECHNICAL.test(field) && old !== fresh);
}
