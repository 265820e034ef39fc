import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { CustomResources, tableOf } from './custom-resource.js';
import { CustomValues, type StoredValues } from './custom-values.js';

/** Rows calculated in one transaction. */
const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface StoredRow {
  readonly id: string;
  readonly custom: StoredValues;
}

/** Calculates formulas for many records at once: after an import, and after a formula was changed. */
@Injectable()
export class FormulaRuns implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly work: UnitOfWork,
    private readonly resources: CustomResources,
    private readonly values: CustomValues,
  ) {}

  onModuleInit(): void {
    this.handlers.register<{ resource: string }>({
      kind: 'custom-field.calculate',
      run: ({ resource }, context) => this.ofAll(resource, context),
    });
  }

  /** @param ids SQL that selects the records' ids as `id` */
  async ofSome(unit: Unit, resource: string, ids: string): Promise<void> {
    const table = tableOf(this.resources.find(resource)!);
    for (let after = FIRST; ;) {
      const rows = await unit.query<StoredRow>(
        `select t.id, t.custom from ${table} t where t.id > $1 and t.id in (${ids}) order by t.id limit ${BATCH}`,
        [after],
      );
      if (rows.length === 0) return;
      await this.store(unit, resource, table, rows);
      after = rows.at(-1)!.id;
    }
  }

  private async ofAll(resource: string, context: JobContext): Promise<{ changed: number }> {
    const table = tableOf(this.resources.find(resource)!);
    let changed = 0;
    let done = 0;
    for (let after = FIRST; ;) {
      await context.progress(done, null, 'calculate');
      const rows = await this.work.run(
        context.actor,
        'custom-field.calculate',
        async (unit) => {
          const batch = await unit.query<StoredRow>(
            `select id, custom from ${table} where id > $1 order by id limit ${BATCH} for update`,
            [after],
          );
          changed += await this.store(unit, resource, table, batch);
          return batch;
        },
        { jobId: context.jobId },
      );
      if (rows.length === 0) return { changed };
      done += rows.length;
      after = rows.at(-1)!.id;
    }
  }

  private async store(
    unit: Unit,
    resource: string,
    table: string,
    rows: readonly StoredRow[],
  ): Promise<number> {
    const fresh = rows
      .map(({ id, custom }) => ({ id, before: custom, custom: this.values.calculated(resource, custom) }))
      .filter(({ before, custom }) => !isSame(before, custom));
    if (fresh.length === 0) return 0;
    await unit.query(
      `update ${table} t set custom = d.custom, version = t.version + 1, updated_at = now()
         from jsonb_to_recordset($1::jsonb) as d(id uuid, custom jsonb) where t.id = d.id`,
      [JSON.stringify(fresh.map(({ id, custom }) => ({ id, custom })))],
    );
    return fresh.length;
  }
}

/** Keys of jsonb come back in an order of its own. */
const isSame = (a: StoredValues, b: StoredValues): boolean => {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  );
};
