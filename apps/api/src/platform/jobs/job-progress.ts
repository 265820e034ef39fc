import { Injectable } from '@nestjs/common';
import { Rows } from '../database/rows.js';
import { JOB_COLUMNS, type JobDto } from './job.dto.js';

/** People cannot read faster, and each write is a transaction. */
const LEAST_INTERVAL_MS = 250;
/** NOTIFY carries 8,000 bytes; a larger result is read by the screen itself. */
const MOST_NOTIFIED = 7_000;

/** Stores progress on its own connection, so that it shows while the job's transaction is still open. */
@Injectable()
export class JobProgress {
  private readonly storedAt = new Map<string, number>();

  constructor(private readonly rows: Rows) {}

  async store(
    jobId: string,
    userId: string,
    progress: { done: number; total: number | null; note: string | null },
  ): Promise<void> {
    const now = Date.now();
    if (now - (this.storedAt.get(jobId) ?? 0) < LEAST_INTERVAL_MS) return;
    this.storedAt.set(jobId, now);
    await this.rows.all('update jobs set progress = $2 where id = $1', [jobId, JSON.stringify(progress)]);
    await this.announce(jobId, userId);
  }

  async announce(jobId: string, userId: string): Promise<void> {
    const job = await this.rows.one<JobDto>(`select ${JOB_COLUMNS} from jobs where id = $1`, [jobId]);
    if (!job) return;
    if (job.finishedAt) this.storedAt.delete(jobId);
    const small = JSON.stringify(job).length < MOST_NOTIFIED ? job : { ...job, result: null, error: null };
    const message = { name: 'job.changed', data: small, audience: { userId } };
    await this.rows.all(`select pg_notify('juke_live', $1)`, [JSON.stringify(message)]);
  }
}
