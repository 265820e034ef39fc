import { SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import type { Parameters } from './list-sql.js';

/** Expressions for a record's owner (user id) and department (id). */
export interface ScopeColumns {
  readonly owner: string;
  readonly department: string;
}

/**
 * The condition by which a permission's data scope narrows rows; undefined when it reaches all. Without the permission no
 * row is left: closed, not open.
 */
export function scopeCondition(
  columns: ScopeColumns,
  permission: string,
  actor: Actor,
  parameters: Parameters,
): string | undefined {
  if (actor === SYSTEM_ACTOR) return undefined;
  switch (actor.permissions.get(permission)) {
    case 'all':
      return undefined;
    case 'department_and_below':
      return `(${columns.owner} = ${parameters.add(actor.id)}::uuid or ${columns.department} = any(${parameters.add(actor.departmentTree)}::uuid[]))`;
    case 'department':
      return `(${columns.owner} = ${parameters.add(actor.id)}::uuid or ${columns.department} = ${parameters.add(actor.departmentId)}::uuid)`;
    case 'own':
      return `${columns.owner} = ${parameters.add(actor.id)}::uuid`;
    default:
      return 'false';
  }
}

/** The same rule for a record already read. */
export function isWithinScope(
  record: { ownerId: string | null; departmentId: string | null },
  permission: string,
  actor: Actor,
): boolean {
  if (actor === SYSTEM_ACTOR) return true;
  const scope = actor.permissions.get(permission);
  if (scope === undefined) return false;
  if (scope === 'all' || record.ownerId === actor.id) return true;
  if (record.departmentId === null || scope === 'own') return false;
  return scope === 'department'
    ? record.departmentId === actor.departmentId
    : actor.departmentTree.includes(record.departmentId);
}
