import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { Notifications } from '../events/notifications.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { takingPart, type MappingEntry } from './import-mapping.js';
import { dropWorkingTables, matchAll, refuseBeyondScope, type MatchCounts } from './import-matching.js';
import { ImportResources } from './import-resource.js';
import { ImportSource } from './import-source.js';
import { ImportedTable } from './import-tables.js';
import { undoResource } from './import-undo.js';
import { writeTable, type ImportMode } from './import-writing.js';
import { ImportHasProblemsError, NothingToImportError } from './import.errors.js';
import { IMPORT_ACTIONS, type ImportAction } from './import.transitions.js';
import { ImportsService, type StoredImport } from './imports.service.js';
import { RowReader } from './row-reader.js';
import { Staging } from './staging.js';

interface JobInput {
  readonly importId: string;
  /** State to go back to when the job does not succeed. */
  readonly from: string;
}

const PROBLEM_CODES = `select p->>'code' as code, p->>'column' as column, count(*)::int as count
  from import_rows r cross join jsonb_array_elements(r.problems) p where r.import_id = $1 group by 1, 2 order by 3 desc limit 50`;

/** The heavy steps of an import. Each is one transaction: whatever breaks it, nothing is half done. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly imports: ImportsService,
    private readonly source: ImportSource,
    private readonly resources: ImportResources,
    private readonly staging: Staging,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    const failed = (input: JobInput, _: string, actor: Actor) => this.leave(input, actor);
    this.handlers.register<JobInput>({
      kind: 'import.check',
      run: (input, context) => this.check(input, context),
      failed,
    });
    this.handlers.register<JobInput>({
      kind: 'import.run',
      run: (input, context) => this.run(input, context),
      failed,
    });
    this.handlers.register<JobInput>({
      kind: 'import.undo',
      run: (input, context) => this.undo(input, context),
      failed,
    });
  }

  private async check({ importId }: JobInput, context: JobContext): Promise<unknown> {
    const stored = await this.imports.stored(importId, context.actor);
    const staged = await this.stage(stored, context);
    return this.work.run(context.actor, 'import.check', async (unit) => {
      const { counts } = await this.match(unit, stored, context);
      const summary = { ...staged, counts, problems: await unit.query(PROBLEM_CODES, [importId]) };
      await this.conclude(unit, importId, 'check', summary);
      return summary;
    });
  }

  private async run({ importId }: JobInput, context: JobContext): Promise<unknown> {
    const stored = await this.imports.stored(importId, context.actor);
    if (stored.state === 'done') return stored.summary;
    const staged = await this.stage(stored, context);
    const { mode = 'create-and-update', skipProblemRows = true } = stored.options;
    if (staged.withProblems > 0 && !skipProblemRows) throw new ImportHasProblemsError(staged.withProblems);
    const summary = await this.work.run(
      context.actor,
      'import.run',
      (unit) => this.write(unit, stored, mode, staged, context),
      { jobId: context.jobId },
    );
    await this.rows.all('delete from import_rows where import_id = $1 and problems is null', [importId]);
    return summary;
  }

  private async write(
    unit: Unit,
    stored: StoredImport,
    mode: ImportMode,
    staged: { rows: number; withProblems: number },
    context: JobContext,
  ): Promise<unknown> {
    const { tables, counts, refused } = await this.match(unit, stored, context);
    if (counts.every(({ rows }) => rows === 0)) throw new NothingToImportError();
    const written = [];
    for (const [index, table] of tables.entries()) {
      await context.progress(index, tables.length, `write.${table.resource.resource}`);
      written.push(await writeTable(unit, table, mode));
    }
    const withProblems = staged.withProblems + refused;
    const summary = {
      rows: staged.rows,
      withProblems,
      counts,
      written,
      problems: await unit.query(PROBLEM_CODES, [stored.id]),
    };
    await this.conclude(unit, stored.id, 'run', summary);
    await this.notifications.notify(unit, context.actor.id, {
      kind: 'import.done',
      params: { fileName: stored.fileName, rows: staged.rows, withProblems },
      link: `/imports/${stored.id}`,
    });
    context.signal.throwIfAborted();
    return summary;
  }

  private async undo({ importId }: JobInput, context: JobContext): Promise<unknown> {
    const stored = await this.imports.stored(importId, context.actor);
    const [run] = await this.rows.all<{ id: string }>(
      `select id from jobs where kind = 'import.run' and state = 'succeeded' and input->>'importId' = $1 order by id desc limit 1`,
      [importId],
    );
    // Several resources may share a table (category and sub-category); the log knows the table.
    const byTable = new Map(
      takingPart(stored.mapping as MappingEntry[], this.resources.all()).map((resource) => [
        resource.table,
        resource,
      ]),
    );
    return this.work.run(
      context.actor,
      'import.undo',
      async (unit) => {
        const undone = [];
        for (const resource of [...byTable.values()].toReversed()) {
          await context.progress(undone.length, byTable.size, `undo.${resource.resource}`);
          undone.push(await undoResource(unit, run!.id, resource));
        }
        const summary = { ...stored.summary, undone };
        await this.conclude(unit, importId, 'undo', summary);
        context.signal.throwIfAborted();
        return summary;
      },
      { jobId: context.jobId },
    );
  }

  private async stage(
    stored: StoredImport,
    context: JobContext,
  ): Promise<{ rows: number; withProblems: number }> {
    const table = await this.source.open(stored.fileId, stored.fileName, stored.choices);
    const mapping = stored.mapping as MappingEntry[];
    const taking = takingPart(mapping, this.imports.permitted(context.actor));
    const reader = new RowReader(table, mapping, taking, this.resources);
    return this.staging.fill(stored.id, table, reader, (done) =>
      context.progress(done, Math.max(table.estimatedRows ?? 0, done), 'read'),
    );
  }

  private async match(
    unit: Unit,
    stored: StoredImport,
    context: JobContext,
  ): Promise<{ tables: ImportedTable[]; counts: MatchCounts[]; refused: number }> {
    const mapping = stored.mapping as MappingEntry[];
    const taking = takingPart(mapping, this.imports.permitted(context.actor));
    const tables = taking.map((resource) => new ImportedTable(resource, mapping, taking));
    // Two imports at once would both find a record missing and both make it.
    await unit.query(`select pg_advisory_xact_lock(hashtext('import'))`);
    const step = (resource: string) => context.progress(0, tables.length, `match.${resource}`);
    const counts = await matchAll(unit, stored.id, tables, step);
    const refused = await refuseBeyondScope(unit, stored.id, tables);
    if (refused === 0) return { tables, counts, refused };
    await dropWorkingTables(unit, tables);
    return { tables, counts: await matchAll(unit, stored.id, tables, step), refused };
  }

  private async conclude(
    unit: Unit,
    importId: string,
    action: ImportAction,
    summary: unknown,
  ): Promise<void> {
    await unit.query(
      `update imports set state = $2, summary = $3, version = version + 1, updated_at = now(),
              done_at = case when $2 = 'done' then now() else done_at end where id = $1`,
      [importId, IMPORT_ACTIONS[action].to, JSON.stringify(summary)],
    );
  }

  private async leave({ importId, from }: JobInput, actor: Actor): Promise<void> {
    await this.work.run(actor, 'import.leave', (unit) =>
      unit.query(
        `update imports set state = $2, version = version + 1, updated_at = now() where id = $1 and state in ('checking', 'running', 'undoing')`,
        [importId, from],
      ),
    );
  }
}
