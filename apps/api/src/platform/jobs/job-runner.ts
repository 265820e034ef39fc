import { Injectable, Logger } from '@nestjs/common';
import { ActorSource } from '../auth/actor-source.js';
import { SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { isDatabaseAway, toProblem } from '../errors/problem.js';
import { JobHandlers, type JobContext } from './job-handler.js';
import { JobCancelledError, JobRequesterGoneError } from './job.errors.js';
import { JobProgress } from './job-progress.js';

interface JobRow {
  id: string;
  kind: string;
  input: unknown;
  requested_by: string;
  api_key_id: string | null;
  cancel_requested: boolean;
}

const START = `update jobs set state = 'running', started_at = coalesce(started_at, now()), attempts = attempts + 1
  where id = $1 and state in ('queued', 'running') returning id, kind, input, requested_by, api_key_id, cancel_requested`;
/** What succeeded was done whole, also where the last steps came too quickly to be told. */
const FINISH = `update jobs set state = $2, result = $3, error = $4, finished_at = now(),
    progress = case when $2 = 'succeeded' and jsonb_typeof(progress -> 'total') = 'number'
      then progress || jsonb_build_object('done', progress -> 'total') else progress end
  where id = $1`;

/** Runs one job from its row: in the requester's name, with progress, cancel and outcome. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly running = new Map<string, AbortController>();
  private stopping = false;

  constructor(
    private readonly rows: Rows,
    private readonly handlers: JobHandlers,
    private readonly actors: ActorSource,
    private readonly progress: JobProgress,
  ) {}

  cancel(jobId: string): void {
    this.running.get(jobId)?.abort(new JobCancelledError());
  }

  /** The process ends: running jobs give back what they hold and start again in the next process. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const controller of this.running.values()) controller.abort(new Error('The process stops.'));
    for (let waited = 0; this.running.size > 0 && waited < 5_000; waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async run(jobId: string): Promise<void> {
    const job = await this.rows.one<JobRow>(START, [jobId]);
    if (!job) return;
    const controller = new AbortController();
    this.running.set(jobId, controller);
    if (job.cancel_requested) controller.abort(new JobCancelledError());
    try {
      await this.attempt(job, controller.signal);
    } finally {
      this.running.delete(jobId);
    }
  }

  private async attempt(job: JobRow, signal: AbortSignal): Promise<void> {
    const handler = this.handlers.of(job.kind);
    const owner = await this.ownerOf(job);
    const context: Omit<JobContext, 'actor'> = {
      jobId: job.id,
      signal,
      progress: async (done, total, note) => {
        signal.throwIfAborted();
        await this.progress.store(job.id, job.requested_by, { done, total, note: note ?? null });
      },
    };
    try {
      signal.throwIfAborted();
      // Whoever asked and is gone meanwhile, person or key: it is not done with more rights instead.
      const actor = job.api_key_id ? await this.actors.byApiKeyId(job.api_key_id) : owner;
      if (!actor) throw new JobRequesterGoneError();
      const result = await handler.run(job.input, { ...context, actor });
      await this.finish(job, 'succeeded', result, null);
    } catch (error) {
      await this.endBadly(job, owner ?? SYSTEM_ACTOR, signal.aborted ? signal.reason : error);
    }
  }

  /** Undefined when the person who asked may not sign in any more. */
  private async ownerOf({ requested_by: id }: JobRow): Promise<Actor | undefined> {
    return id === SYSTEM_ACTOR.id ? SYSTEM_ACTOR : this.actors.byUser(id);
  }

  private async endBadly(job: JobRow, actor: Actor, reason: unknown): Promise<void> {
    const cancelled = reason instanceof JobCancelledError;
    // Thrown on to the queue, which starts the job again: nothing about the job itself was wrong.
    if (!cancelled && (this.stopping || isDatabaseAway(reason))) throw reason;
    const outcome = cancelled ? 'cancelled' : 'failed';
    const { code, detail, params, errors, status } = toProblem(reason, `/jobs/${job.id}`);
    if (status >= 500)
      this.logger.error(
        `Job ${job.id} (${job.kind}): ${reason instanceof Error ? reason.stack : String(reason)}`,
      );
    await this.handlers.of(job.kind).failed?.(job.input, outcome, actor);
    await this.finish(job, outcome, null, { code, detail, params, errors });
  }

  private async finish(job: JobRow, state: string, result: unknown, error: unknown): Promise<void> {
    const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));
    await this.rows.all(FINISH, [job.id, state, json(result), json(error)]);
    await this.progress.announce(job.id, job.requested_by);
  }
}
