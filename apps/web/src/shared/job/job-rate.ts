import type { Job } from './job.queries';

export interface JobPace {
  /** 0 to 100, or null while the total is unknown. */
  readonly percent: number | null;
  /** Steps per second since the start. */
  readonly rate: number | null;
  /** Seconds. */
  readonly remaining: number | null;
}

/** How far and how fast a job is. */
export function paceOf(job: Job, now: number): JobPace {
  const { done = 0, total = null } = job.progress ?? {};
  const percent = total ? Math.min(100, Math.floor((done / total) * 100)) : null;
  const end = job.finishedAt ? Date.parse(job.finishedAt) : now;
  const seconds = job.startedAt ? (end - Date.parse(job.startedAt)) / 1000 : 0;
  const rate = seconds > 0 && done > 0 ? done / seconds : null;
  const isRunning = job.state === 'running';
  return { percent, rate, remaining: isRunning && rate && total ? Math.ceil((total - done) / rate) : null };
}
