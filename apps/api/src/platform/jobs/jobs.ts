import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import type { Unit } from '../database/unit-of-work.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { JOB_COLUMNS, type JobDto } from './job.dto.js';
import { JobOverError } from './job.errors.js';
import { JobHandlers } from './job-handler.js';
import { JobQueue } from './job-queue.js';

const CANCEL = `update jobs set cancel_requested = true,
    state = case when state = 'queued' then 'cancelled' else state end,
    finished_at = case when state = 'queued' then now() end
  where id = $1 and state in ('queued', 'running') returning ${JOB_COLUMNS}, input`;

/** What users see and do of jobs; the work itself is the queue's. */
@Injectable()
export class Jobs {
  constructor(
    private readonly rows: Rows,
    private readonly queue: JobQueue,
    private readonly handlers: JobHandlers,
  ) {}

  /** Asks for long work inside the caller's transaction: if that rolls back, the job was never there. */
  async request(unit: Unit, kind: string, input: Record<string, unknown>): Promise<JobDto> {
    const [job] = await unit.query<JobDto>(
      `insert into jobs (kind, input, requested_by, api_key_id) values ($1, $2, $3, $4) returning ${JOB_COLUMNS}`,
      [kind, JSON.stringify(input), unit.actor.id, unit.actor.origin?.apiKeyId ?? null],
    );
    await this.queue.send(unit, job!.id);
    return job!;
  }

  /** @throws RecordNotFoundError when it is not there, another user's, or was not asked for by the key that asks now. */
  async read(id: string, actor: Actor): Promise<JobDto> {
    const job = await this.rows.one<JobDto>(
      `select ${JOB_COLUMNS} from jobs where id = $1 and requested_by = $2 and ($3::uuid is null or api_key_id = $3)`,
      [id, actor.id, actor.origin?.apiKeyId ?? null],
    );
    if (!job) throw new RecordNotFoundError('job', id);
    return job;
  }

  /** A queued job ends at once; a running one is told and undoes what it did. */
  async cancel(id: string, actor: Actor): Promise<JobDto> {
    const job = await this.read(id, actor);
    const cancelled = await this.rows.one<JobDto & { input: unknown }>(CANCEL, [id]);
    if (!cancelled) throw new JobOverError(job.state);
    const { input, ...told } = cancelled;
    // Nobody will run it any more, so what its request changed is put back here.
    if (told.state === 'cancelled') await this.handlers.of(told.kind).failed?.(input, 'cancelled', actor);
    else await this.queue.announceCancel(id);
    return told;
  }
}
