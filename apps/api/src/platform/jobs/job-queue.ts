import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import type { Unit } from '../database/unit-of-work.js';
import { LiveHub } from '../events/live-hub.js';
import { QUEUE_SCHEMA } from './queue-schema.js';
import { JobRunner } from './job-runner.js';

const QUEUE = 'jobs';
/** A process that dies stops beating; its jobs start again elsewhere (or here, after a restart) soon after. */
const HEARTBEAT_SECONDS = 15;
/** How soon a lost job is noticed and queued again. */
const SUPERVISE_SECONDS = 5;
const PARALLEL = 2;

/** pg-boss hands out the work; the `jobs` row is what people see of it. */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobQueue.name);
  private readonly boss: PgBoss;
  private started: Promise<unknown> | undefined;
  private unwatch: (() => void) | undefined;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly runner: JobRunner,
    private readonly hub: LiveHub,
  ) {
    this.boss = new PgBoss({
      connectionString: config.databaseUrl,
      application_name: 'juke-jobs',
      max: 4,
      schema: QUEUE_SCHEMA,
      // Another user owns the tables then, and has made them.
      migrate: !config.hasOwnerApart,
      createSchema: !config.hasOwnerApart,
      supervise: config.runJobs,
      schedule: config.runJobs,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    });
    this.boss.on('error', (error: Error) => this.logger.warn(error.message));
  }

  async onApplicationBootstrap(): Promise<void> {
    this.started = this.start();
    await this.started;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unwatch?.();
    await this.runner.stop();
    await this.boss.stop({ graceful: true, timeout: 5_000 }).catch(() => undefined);
  }

  /** Queues a job in the caller's transaction. */
  async send(unit: Unit, jobId: string): Promise<void> {
    const executeSql = async (text: string, values?: unknown[]) => {
      const rows = await unit.query<Record<string, unknown>>(text, values);
      return { rows, rowCount: rows.length };
    };
    await this.boss.send(QUEUE, { jobId }, { db: { executeSql } as never });
  }

  async announceCancel(jobId: string): Promise<void> {
    const message = { name: 'job.cancel-requested', data: { id: jobId }, audience: {} };
    await this.rows.all(`select pg_notify('juke_live', $1)`, [JSON.stringify(message)]);
  }

  private async start(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(QUEUE, {
      retryLimit: 3,
      retryDelay: 1,
      expireInSeconds: 6 * 3600,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    } as never);
    if (!this.config.runJobs) return;
    this.unwatch = this.hub.watch(({ name, data }) => {
      if (name === 'job.cancel-requested') this.runner.cancel((data as { id: string }).id);
    });
    const options = {
      localConcurrency: PARALLEL,
      pollingIntervalSeconds: 0.5,
      heartbeatRefreshSeconds: 5,
    } as never;
    await this.boss.work<{ jobId: string }>(QUEUE, options, async ([job]) =>
      this.runner.run(job!.data.jobId),
    );
  }
}
