import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import { onCompanyClock } from '../clock/company-time.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import type { JobDto } from '../jobs/job.dto.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { Jobs } from '../jobs/jobs.js';
import { NotYetPurgeableError, StillReferredToError, type ReferenceCount } from './recycle-bin.errors.js';
import { Recyclables, type Recyclable } from './recyclable.js';

const DAY_MS = 86_400_000;
/** Removed in one transaction; small enough that nobody waits for it. */
const BATCH = 200;

/** Foreign keys that point at a table: a new module's reference protects its record without being named here. */
const REFERENCES = `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = $1::regclass`;

export interface PurgeResult {
  readonly removed: number;
  /** Still referred to by other records. */
  readonly kept: number;
}

/** Removing for good: by a person who may, after the retention period, never what others refer to. */
@Injectable()
export class BinPurge implements OnModuleInit {
  readonly days: number;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly recyclables: Recyclables,
    private readonly work: UnitOfWork,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.days = config.recycleBinDays;
  }

  onModuleInit(): void {
    this.handlers.register<object>({ kind: 'recycle-bin.purge', run: (_, context) => this.purge(context) });
  }

  request(actor: Actor): Promise<JobDto> {
    return this.work.run(actor, 'recycle-bin.purge', (unit) =>
      this.jobs.request(unit, 'recycle-bin.purge', {}),
    );
  }

  /** @throws RecordNotFoundError, NotYetPurgeableError, StillReferredToError */
  async remove(resource: string, id: string, actor: Actor): Promise<void> {
    const recyclable = this.recyclables.find(resource);
    if (!recyclable) throw new RecordNotFoundError(resource.slice(0, 60), id);
    await this.work.run(actor, `${resource}.purge`, async (unit) => {
      const [record] = await unit.query<{ deletedAt: Date }>(
        `select deleted_at as "deletedAt" from ${recyclable.table} r where id = $1 and deleted_at is not null and ${recyclable.only ?? true} for update`,
        [id],
      );
      if (!record) throw new RecordNotFoundError(resource, id);
      const due = new Date(record.deletedAt.getTime() + this.days * DAY_MS);
      if (due > this.clock.now()) throw new NotYetPurgeableError(onCompanyClock(due).slice(0, 10), this.days);
      const references = await this.referencesOf(unit, recyclable, id);
      if (references.length > 0) throw new StillReferredToError(references);
      await removeRows(unit, recyclable, [id]);
    });
  }

  private async purge(context: JobContext): Promise<PurgeResult> {
    const result = { removed: 0, kept: 0 };
    for (const recyclable of this.recyclables.all().toReversed()) {
      let after = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        await context.progress(result.removed, null, `purge.${recyclable.resource}`);
        const batch = await this.purgeBatch(recyclable, after, context);
        if (batch.seen === 0) break;
        result.removed += batch.removed;
        result.kept += batch.seen - batch.removed;
        after = batch.last;
      }
    }
    return result;
  }

  private purgeBatch(
    recyclable: Recyclable,
    after: string,
    { actor, jobId }: JobContext,
  ): Promise<{ seen: number; removed: number; last: string }> {
    const before = new Date(this.clock.now().getTime() - this.days * DAY_MS);
    return this.work.run(
      actor,
      `${recyclable.resource}.purge`,
      async (unit) => {
        const due = await unit.query<{ id: string }>(
          `select id from ${recyclable.table} r where deleted_at <= $1 and id > $2 and ${recyclable.only ?? true} order by id limit ${BATCH} for update skip locked`,
          [before, after],
        );
        const ids = due.map(({ id }) => id);
        if (ids.length === 0) return { seen: 0, removed: 0, last: after };
        const free = await this.unreferenced(unit, recyclable, ids);
        await removeRows(unit, recyclable, free);
        return { seen: ids.length, removed: free.length, last: ids.at(-1)! };
      },
      { jobId },
    );
  }

  private async unreferenced(unit: Unit, recyclable: Recyclable, ids: readonly string[]): Promise<string[]> {
    const sources = await referring(unit, recyclable);
    const free = sources.map(
      (from) => `and not exists (select 1 from ${from.table} x where x.${from.column} = t.id)`,
    );
    const rows = await unit.query<{ id: string }>(
      `select t.id from unnest($1::uuid[]) as t(id) where true ${free.join(' ')}`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  private async referencesOf(unit: Unit, recyclable: Recyclable, id: string): Promise<ReferenceCount[]> {
    const words = new Map(this.recyclables.all().map(({ table, resource }) => [table, resource]));
    const counts: ReferenceCount[] = [];
    for (const { table, column } of await referring(unit, recyclable)) {
      const [row] = await unit.query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${column} = $1`,
        [id],
      );
      if (row!.count > 0) counts.push({ resource: words.get(table) ?? table, count: row!.count });
    }
    return counts;
  }
}

/** Columns that refer to a resource, without those of its own parts. */
async function referring(
  unit: Unit,
  { table, parts = [] }: Recyclable,
): Promise<{ table: string; column: string }[]> {
  const all = await unit.query<{ table: string; column: string }>(REFERENCES, [table]);
  return all.filter(
    (from) => !parts.some((part) => part.table === from.table && part.column === from.column),
  );
}

async function removeRows(
  unit: Unit,
  { table, parts = [] }: Recyclable,
  ids: readonly string[],
): Promise<void> {
  for (const part of parts)
    await unit.query(`delete from ${part.table} where ${part.column} = any($1::uuid[])`, [ids]);
  await unit.query(`delete from ${table} where id = any($1::uuid[])`, [ids]);
}
