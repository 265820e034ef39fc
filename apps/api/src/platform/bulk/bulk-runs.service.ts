import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { ForbiddenActionError, InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import { pointedAt } from '../errors/domain-error.js';
import { DtoPipe } from '../http/dto.pipe.js';
import type { JobDto } from '../jobs/job.dto.js';
import { Jobs } from '../jobs/jobs.js';
import { Lists } from '../lists/lists.js';
import { BULK_RUN, type BulkInput } from './bulk-job.js';
import { BulkResources, RESTORE, type BulkAction, type BulkResource } from './bulk-resource.js';
import { queryOf, selectionStatement, type ChosenRow } from './bulk-selection.js';
import type { BulkRunDto, CreateBulkRunDto } from './bulk.dto.js';
import { BulkCountChangedError, BulkNothingError, BulkTooManyError, MOST_ROWS } from './bulk.errors.js';

const INSERT = `
  insert into bulk_rows (job_id, position, record_id, version, title, outcome, problem)
  select $1, r.ordinality, (r.row ->> 'recordId')::uuid, (r.row ->> 'version')::int, r.row ->> 'title',
         coalesce(r.row ->> 'outcome', 'waiting'), r.row -> 'problem'
    from jsonb_array_elements($2::jsonb) with ordinality as r(row, ordinality)`;
const READ = `
  select j.id, j.input ->> 'resource' as resource, j.input ->> 'action' as action, count(b.id)::int as total,
         count(*) filter (where b.outcome = 'done')::int as done, count(*) filter (where b.outcome = 'refused')::int as refused,
         count(*) filter (where b.outcome = 'waiting')::int as waiting,
         j.input ->> 'action' = 'delete' and j.finished_at is not null and count(*) filter (where b.outcome = 'done') > 0 as "canUndo"
    from jobs j left join bulk_rows b on b.job_id = j.id where j.id = $1 and j.requested_by = $2 and ($3::uuid is null or j.api_key_id = $3) and j.kind = '${BULK_RUN}' group by j.id`;
const DONE = `select record_id as "recordId", null as version, title from bulk_rows where job_id = $1 and outcome = 'done' order by position`;

/** Actions on many records: asked for and looked at; the work itself is the job's. */
@Injectable()
export class BulkRunsService {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly resources: BulkResources,
  ) {}

  /**
   * Fixes which rows are meant, in which version, and begins.
   * @throws ForbiddenActionError, InvalidInputError, BulkTooManyError, BulkNothingError, BulkCountChangedError
   */
  async request(dto: CreateBulkRunDto, actor: Actor): Promise<JobDto> {
    const resource = this.resources.find(dto.resource);
    const action = resource && dto.action !== RESTORE && this.resources.action(resource, dto.action);
    if (!resource || !action) throw unknown(resource ? 'action' : 'resource');
    refuseForbidden(resource, action, actor);
    const values = this.checked(action, dto.values);
    const list = this.lists.definition(resource.list, actor);
    const { text, values: parameters } = selectionStatement(list, queryOf(dto), resource.title, actor);
    const chosen = await this.rows.all<ChosenRow>(text, parameters);
    if (chosen.length > MOST_ROWS) throw new BulkTooManyError();
    if (chosen.length === 0) throw new BulkNothingError();
    const rows = [...chosen, ...notThere(dto, chosen)] as ChosenRow[];
    if (dto.expected !== undefined && dto.expected !== rows.length)
      throw new BulkCountChangedError(dto.expected, rows.length);
    return this.begin({ resource: dto.resource, action: dto.action, values }, rows, actor);
  }

  /** @throws RecordNotFoundError when it is not there or another's. */
  async read(id: string, actor: Actor): Promise<BulkRunDto> {
    const run = await this.rows.one<BulkRunDto>(READ, [id, actor.id, actor.origin?.apiKeyId ?? null]);
    if (!run) throw new RecordNotFoundError('bulk-run', id);
    return run;
  }

  /** Takes back what was deleted, as one more action on the same records. */
  async undo(id: string, actor: Actor): Promise<JobDto> {
    const run = await this.read(id, actor);
    const resource = this.resources.find(run.resource);
    const action = resource && this.resources.action(resource, RESTORE);
    if (!run.canUndo || !action) throw new BulkNothingError();
    refuseForbidden(resource, action, actor);
    const rows = await this.rows.all<ChosenRow>(DONE, [id]);
    return this.begin({ resource: run.resource, action: RESTORE, values: {} }, rows, actor);
  }

  private begin(input: BulkInput, rows: readonly ChosenRow[], actor: Actor): Promise<JobDto> {
    return this.work.run(actor, 'bulk.request', async (unit: Unit) => {
      const job = await this.jobs.request(unit, BULK_RUN, { ...input });
      await unit.query(INSERT, [job.id, JSON.stringify(rows)]);
      return job;
    });
  }

  /** What one change takes, narrowed to what many may be given. */
  private checked({ values: taken }: BulkAction, given: Record<string, unknown> = {}): object {
    const names = Object.keys(given);
    const fields = taken?.fields ?? [];
    const foreign = names.filter((name) => !fields.includes(name));
    const detail = 'This cannot be changed for many at once.';
    if (foreign.length > 0)
      throw new InvalidInputError(
        foreign.map((name) => ({ pointer: `/values/${name}`, rule: 'unknown', detail })),
      );
    if (!taken) return {};
    if (names.length === 0)
      throw new InvalidInputError([
        { pointer: '/values', rule: 'required', detail: 'Say what is to change.' },
      ]);
    try {
      return this.pipe.transform(given, { type: 'body', metatype: taken.type }) as object;
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      throw new InvalidInputError(error.errors.map((each) => pointedAt(`/values${each.pointer}`, each)));
    }
  }
}

function refuseForbidden({ list }: BulkResource, { permission }: BulkAction, actor: Actor): void {
  const missing = [list.permission, permission].find((needed) => !may(actor, needed));
  if (missing) throw new ForbiddenActionError(missing);
}

const unknown = (name: string) =>
  new InvalidInputError([{ pointer: `/${name}`, rule: 'unknown', detail: 'There is nothing of this name.' }]);

/** Chosen ids that are not there or not hers to see: told as that, by nothing but the id she gave. */
function notThere({ ids = [], resource }: CreateBulkRunDto, chosen: readonly ChosenRow[]): object[] {
  const seen = new Set(chosen.map(({ recordId }) => recordId));
  return [...new Set(ids.map((id) => id.toLowerCase()))]
    .filter((id) => !seen.has(id))
    .map((recordId) => {
      const { message, params, problem } = new RecordNotFoundError(resource, recordId);
      return { recordId, outcome: 'refused', problem: { code: problem.code, detail: message, params } };
    });
}
