import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { ForbiddenActionError, RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { isWithinScope } from '../lists/scope.js';
import { ParentInBinError } from './recycle-bin.errors.js';
import { Recyclables, type Recyclable } from './recyclable.js';

interface LockedRecord {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly deletedAt: Date | null;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/** Deleting and taking back, the same for every resource: nothing is lost by a slip. */
@Injectable()
export class RecycleBin {
  constructor(
    private readonly recyclables: Recyclables,
    private readonly work: UnitOfWork,
  ) {}

  /**
   * Into the bin: gone from lists, search, sums, exports and look-ups, and kept.
   * @throws RecordNotFoundError, StaleVersionError
   */
  async put(resource: string, id: string, version: number | undefined, actor: Actor): Promise<void> {
    const recyclable = this.get(resource, id);
    await this.work.run(actor, `${resource}.delete`, async (unit) => {
      const record = await lock(unit, recyclable, id, 'there');
      if (version !== undefined && version !== record.version) throw new StaleVersionError(record.version);
      await this.refuseNeeded(unit, resource, id);
      await unit.query(
        `update ${recyclable.table} set deleted_at = now(), deleted_by = $2, version = version + 1, updated_at = now() where id = $1`,
        [id, actor.id],
      );
      announce(unit, `${resource}.deleted`, recyclable, record);
    });
  }

  /**
   * Out of the bin, as it was. What was taken meanwhile (its number) is told as the conflict it is.
   * @throws RecordNotFoundError, ForbiddenActionError, ParentInBinError, DuplicateRecordError
   */
  async restore(resource: string, id: string, actor: Actor): Promise<void> {
    const recyclable = this.get(resource, id);
    if (!may(actor, recyclable.permission)) throw new ForbiddenActionError(recyclable.permission);
    await this.work.run(actor, `${resource}.restore`, async (unit) => {
      const record = await lock(unit, recyclable, id, 'in the bin');
      await this.refuseOrphan(unit, recyclable, id);
      const also = Object.entries(recyclable.onRestore ?? {}).map(([column, sql]) => `, ${column} = ${sql}`);
      await unit.query(
        `update ${recyclable.table} r set deleted_at = null, deleted_by = null, version = version + 1, updated_at = now()${also.join('')} where id = $1`,
        [id],
      );
      announce(unit, `${resource}.restored`, recyclable, record);
    });
  }

  private async refuseNeeded(unit: Unit, resource: string, id: string): Promise<void> {
    for (const { table, column, condition, refusal } of this.recyclables.keepersOf(resource)) {
      const [needed] = await unit.query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${column} = $1 and ${condition}`,
        [id],
      );
      if (needed!.count > 0) throw refusal(needed!.count);
    }
  }

  private async refuseOrphan(unit: Unit, { resource, table, parent }: Recyclable, id: string): Promise<void> {
    const above = parent && this.recyclables.find(parent.resource);
    if (!above) return;
    const [gone] = await unit.query<{ title: string }>(
      `select ${above.title} as title from ${above.table} r where r.id = (select x.${parent.column} from ${table} x where x.id = $1) and r.deleted_at is not null for share`,
      [id],
    );
    if (gone) throw new ParentInBinError(resource, parent.resource, gone.title);
  }

  private get(resource: string, id: string): Recyclable {
    const recyclable = this.recyclables.find(resource);
    if (!recyclable) throw new RecordNotFoundError(resource.slice(0, 60), id);
    return recyclable;
  }
}

async function lock(
  unit: Unit,
  recyclable: Recyclable,
  id: string,
  where: 'there' | 'in the bin',
): Promise<LockedRecord> {
  const {
    table,
    only = 'true',
    joins = '',
    title,
    owner = 'null::uuid',
    department = 'null::uuid',
    resource,
    permission,
  } = recyclable;
  const [record] = await unit.query<LockedRecord>(
    `select r.id, r.version, ${title} as title, r.deleted_at as "deletedAt", ${owner} as "ownerId", ${department} as "departmentId"
       from ${table} r ${joins} where r.id = $1 and ${only} for update of r`,
    [id],
  );
  const isWhere = record && (record.deletedAt === null) === (where === 'there');
  const isReached = record && (!recyclable.owner || isWithinScope(record, permission, unit.actor));
  if (!isWhere || !isReached) throw new RecordNotFoundError(resource, id);
  return record;
}

function announce(
  unit: Unit,
  name: string,
  { resource, readPermission, owner }: Recyclable,
  record: LockedRecord,
): void {
  const { ownerId, departmentId } = record;
  unit.emit({
    name,
    resource,
    recordId: record.id,
    audience: { permission: readPermission, ...(owner && { ownerId, departmentId }) },
  });
}
