import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { latestChanges } from '../audit/latest-changes.js';
import { isWithinScope } from '../lists/scope.js';
import type { BaseEntity } from './base.entity.js';
import type { Unit } from './unit-of-work.js';

interface Expected {
  /** From `If-Match`; undefined when the caller does not insist. */
  readonly version?: number;
  /** Permission whose data scope must cover the record's owner and department. */
  readonly permission?: string;
}

type Owned = { ownerId: string | null; departmentId: string | null };

/**
 * Reads one record for a change and keeps others off it until the commit.
 * @throws RecordNotFoundError when it is not there, in the recycle bin, or outside the caller's scope; StaleVersionError.
 */
export async function lockRecord<T extends BaseEntity>(
  unit: Unit,
  entity: EntityTarget<T>,
  resource: string,
  id: string,
  { version, permission }: Expected = {},
): Promise<T> {
  const where = { id } as FindOptionsWhere<T>;
  const record = await unit.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  const isThere = record && !(record as { deletedAt?: Date | null }).deletedAt;
  if (!isThere || (permission && !isWithinScope(record as unknown as Owned, permission, unit.actor))) {
    throw new RecordNotFoundError(resource, id);
  }
  if (version !== undefined && version !== record.version) {
    const behind = record.version - version;
    throw new StaleVersionError(record.version, await latestChanges(unit, resource, id, behind));
  }
  return record;
}
