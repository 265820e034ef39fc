import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ForbiddenActionError } from '../errors/common.errors.js';
import { isDatabaseAway, toProblem } from '../errors/problem.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { Notifications } from '../notifications/notifications.js';
import { BulkResources, type BulkAction } from './bulk-resource.js';

export const BULK_RUN = 'bulk.run';

export interface BulkInput {
  readonly resource: string;
  readonly action: string;
  readonly values: object;
}

interface WaitingRow {
  readonly id: string;
  readonly recordId: string;
  readonly version: number | null;
}

const BATCH = 100;
/** A process that died may have changed a record and not have noted it: the audit log knows. */
const RECOVER = `
  update bulk_rows b set outcome = 'done' where b.job_id = $1 and b.outcome = 'waiting'
     and exists (select 1 from audit_entries a where a.job_id = $1 and a.record_id = b.record_id and a.resource = $2)`;
const COUNTS = `
  select count(*)::int as total, count(*) filter (where outcome = 'done')::int as done,
         count(*) filter (where outcome = 'refused')::int as refused from bulk_rows where job_id = $1`;
const WAITING = `
  select id, record_id as "recordId", version from bulk_rows
   where job_id = $1 and outcome = 'waiting' order by position limit ${BATCH}`;
const NOTE = `update bulk_rows set outcome = $2, problem = $3 where id = $1`;

/** Does one action to many records, each in a transaction of its own; a refused one stops none of the others. */
@Injectable()
export class BulkJob implements OnModuleInit {
  private readonly logger = new Logger(BulkJob.name);

  constructor(
    private readonly handlers: JobHandlers,
    private readonly resources: BulkResources,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.handlers.register<BulkInput>({
      kind: BULK_RUN,
      run: (input, context) => this.run(input, context),
    });
  }

  private async run(input: BulkInput, { actor: asked, jobId, ...context }: JobContext): Promise<object> {
    const resource = this.resources.find(input.resource)!;
    const action = this.resources.action(resource, input.action)!;
    // Rights may have gone since it was asked for.
    if (!may(asked, action.permission)) throw new ForbiddenActionError(action.permission);
    const actor: Actor = { ...asked, origin: { requestId: '', ip: '', ...asked.origin, jobId } };
    await this.rows.all(RECOVER, [jobId, input.resource]);
    const counts = (await this.rows.one<{ total: number; done: number; refused: number }>(COUNTS, [jobId]))!;
    for (;;) {
      const waiting = await this.rows.all<WaitingRow>(WAITING, [jobId]);
      for (const row of waiting) {
        await context.progress(counts.done + counts.refused, counts.total, 'write');
        counts[await this.attempt(row, action, input.values, actor)] += 1;
      }
      if (waiting.length < BATCH) break;
    }
    await this.tell(input, counts, asked);
    return { resource: input.resource, action: input.action, ...counts };
  }

  private async attempt(
    { id, recordId, version }: WaitingRow,
    action: BulkAction,
    values: object,
    actor: Actor,
  ): Promise<'done' | 'refused'> {
    try {
      await action.run(recordId, values, version ?? undefined, actor);
      await this.rows.all(NOTE, [id, 'done', null]);
      return 'done';
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      const { code, detail, params, errors, status } = toProblem(error, `/bulk-rows/${id}`);
      if (status >= 500)
        this.logger.error(`Row ${id}: ${error instanceof Error ? error.stack : String(error)}`);
      await this.rows.all(NOTE, [id, 'refused', JSON.stringify({ code, detail, params, errors })]);
      return 'refused';
    }
  }

  private async tell(
    { resource }: BulkInput,
    { done, refused }: { done: number; refused: number },
    actor: Actor,
  ): Promise<void> {
    const { zh, en } = this.resources.find(resource)!.label;
    const params = { done, refused, labelZh: zh, labelEn: en };
    await this.work.run(actor, 'bulk.done', (unit) =>
      this.notifications.notify(unit, actor.id, { kind: 'bulk.done', params }),
    );
  }
}
