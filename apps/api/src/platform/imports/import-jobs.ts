import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { Notifications } from '../notifications/notifications.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { ImportPlan } from './import-plan.js';
import { ImportResources } from './import-resource.js';
import { removeMade, restoreChanged, type UndoCounts } from './import-undo.js';
import { writeTable } from './import-writing.js';
import { ImportHasProblemsError, NothingToImportError } from './import.errors.js';
import { IMPORT_ACTIONS, type ImportAction } from './import.transitions.js';
import { ImportsService, type StoredImport } from './imports.service.js';
import { participations } from './participation.js';
import type { StagedCounts } from './staging.js';

interface JobInput {
  readonly importId: string;
  /** State to go back to when the job does not succeed. */
  readonly from: string;
}

/** From here on the plans of other people's questions depend on what came in. */
const MANY_ROWS = 1000;

/** The heavy steps of an import. Each is one transaction: whatever breaks it, nothing is half done. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly imports: ImportsService,
    private readonly plan: ImportPlan,
    private readonly resources: ImportResources,
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
    const staged = await this.plan.stage(stored, context);
    return this.work.run(context.actor, 'import.check', async (unit) => {
      const summary = await this.plan.summary(
        unit,
        stored,
        staged,
        await this.plan.match(unit, stored, context, true),
      );
      await this.conclude(unit, importId, 'check', summary);
      return summary;
    });
  }

  private async run({ importId }: JobInput, context: JobContext): Promise<unknown> {
    const stored = await this.imports.stored(importId, context.actor);
    // Committed before a crash, but the job did not get to say so.
    if (stored.state === 'done') return stored.summary;
    const staged = await this.plan.stage(stored, context);
    const write = (unit: Unit) => this.write(unit, stored, staged, context);
    const summary = await this.work.run(context.actor, 'import.run', write, { jobId: context.jobId });
    await this.rows.all('delete from import_rows where import_id = $1 and problems is null', [importId]);
    return summary;
  }

  private async write(
    unit: Unit,
    stored: StoredImport,
    staged: StagedCounts,
    context: JobContext,
  ): Promise<unknown> {
    const matched = await this.plan.match(unit, stored, context);
    const summary = await this.plan.summary(unit, stored, staged, matched);
    const withProblems = summary.withProblems as number;
    if (withProblems > 0 && stored.options.skipProblemRows === false)
      throw new ImportHasProblemsError(withProblems);
    if (matched.counts.every(({ rows }) => rows === 0)) throw new NothingToImportError();
    const written = [];
    for (const [index, table] of matched.tables.entries()) {
      await context.progress(index, matched.tables.length, `write.${table.resource.resource}`);
      written.push(await writeTable(unit, table));
      if (!table.resource.isLookUpOnly)
        await table.resource.afterWrite?.(unit, `select id from ${table.first}`);
    }
    if (staged.rows >= MANY_ROWS)
      await this.count(unit, new Set(matched.tables.map(({ resource }) => resource.table)));
    for (const { resource, first, fields } of matched.tables)
      await resource.settle?.(
        unit,
        first,
        fields.map(({ name }) => name),
      );
    const done = { ...summary, written };
    await this.conclude(unit, stored.id, 'run', done);
    await this.notifications.notify(unit, context.actor.id, {
      kind: 'import.done',
      params: { fileName: stored.fileName, rows: staged.rows, withProblems },
      link: `/imports/${stored.id}`,
    });
    context.signal.throwIfAborted();
    return done;
  }

  /**
   * Statistics of what was written, before anybody asks: the server counts by itself only some time after the commit, and a
   * count taken before it found nothing. A table that another import counts right now is left to that one.
   */
  private async count(unit: Unit, tables: Iterable<string>): Promise<void> {
    for (const table of tables) await unit.query(`analyze (skip_locked) ${table}`);
  }

  private async undo({ importId }: JobInput, context: JobContext): Promise<unknown> {
    const stored = await this.imports.stored(importId, context.actor);
    if (stored.state === 'undone') return stored.summary;
    const [run] = await this.rows.all<{ id: string }>(
      `select id from jobs where kind = 'import.run' and state = 'succeeded' and input->>'importId' = $1 order by id desc limit 1`,
      [importId],
    );
    const taking = participations(stored.mapping, this.resources.all(), stored.options.keys);
    // Several resources may share a table (category and sub-category); the log knows the table.
    const byTable = new Map(taking.map(({ resource }) => [resource.table, resource]));
    const undo = async (unit: Unit) => {
      const jobs = { done: run!.id, undoing: context.jobId };
      const undone: UndoCounts[] = [];
      // All values first: a department made by the import may name a leader made by it, and neither could go before the other.
      const restored = new Map<string, number>();
      for (const resource of byTable.values())
        restored.set(resource.table, await restoreChanged(unit, jobs, resource));
      for (const resource of [...byTable.values()].toReversed()) {
        await context.progress(undone.length, byTable.size, `undo.${resource.resource}`);
        undone.push(await removeMade(unit, jobs, resource, restored.get(resource.table)!));
      }
      const summary = { ...stored.summary, undone };
      await this.conclude(unit, importId, 'undo', summary);
      context.signal.throwIfAborted();
      return summary;
    };
    return this.work.run(context.actor, 'import.undo', undo, { jobId: context.jobId });
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

  /** Back to where it was before the step, so that the user can mend and try again. */
  private async leave({ importId, from }: JobInput, actor: Actor): Promise<void> {
    const text = `update imports set state = $2, version = version + 1, updated_at = now()
                   where id = $1 and state in ('checking', 'running', 'undoing')`;
    await this.work.run(actor, 'import.leave', (unit) => unit.query(text, [importId, from]));
  }
}
