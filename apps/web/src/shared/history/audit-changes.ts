import type { AuditEntry } from '../api/contract';

export interface FieldChange {
  /** Property name as the API's other resources have it, `ownerId`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns that change with every write, or follow from another one, and tell a reader nothing. */
const TECHNICAL = /^(id|version|updatedAt|createdAt|search.*|deletedAt|deletedBy|initials|departmentId)$/;

/** A column named after its own table, as `customer_class` is, is called `class` outside. */
const propertyOf = (column: string, resource: string): string =>
  column
    .replace(new RegExp(`^${resource}_`), '')
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Values of custom fields stand in one column; each is a change of its own. */
function flat(row: AuditEntry['before']): Record<string, unknown> {
  const { custom, ...columns } = row ?? {};
  const own = Object.entries((custom ?? {}) as Record<string, unknown>).filter(
    ([code]) => code !== '_problems',
  );
  return { ...columns, ...Object.fromEntries(own.map(([code, value]) => [`custom.${code}`, value])) };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What an audited change of one record did, field by field; a new record lists nothing. */
export function changesOf({
  operation,
  resource,
  before,
  after,
}: Pick<AuditEntry, 'operation' | 'resource' | 'before' | 'after'>): FieldChange[] {
  if (operation !== 'update') return [];
  const [old, fresh] = [flat(before), flat(after)];
  const columns = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...columns]
    .map((column) => ({
      field: propertyOf(column, resource),
      before: old[column] ?? null,
      after: fresh[column] ?? null,
    }))
    .filter(({ field, before: was, after: now }) => !TECHNICAL.test(field) && !isSame(was, now));
}
