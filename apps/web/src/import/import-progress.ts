import type { Job } from '../shared/api/contract';

/** Part of the whole at which each phase ends, by kind of job: reading the file, matching records, writing them. */
const PHASES: Readonly<Record<string, Readonly<Record<string, readonly [from: number, to: number]>>>> = {
  check: { read: [0, 60], match: [60, 100] },
  run: { read: [0, 35], match: [35, 60], write: [60, 100] },
  undo: { undo: [0, 100] },
};

export interface ImportProgress {
  /** 0 to 100; null before the first sign of life. */
  readonly percent: number | null;
  /** `read`, `match`, `write` or `undo`. */
  readonly phase: string | null;
  readonly resource: string | null;
}

/**
 * How far an import's job is as a whole. A job counts rows while it reads and resources afterwards, so its own figures
 * start anew with every phase.
 *
 * @param resources that the file feeds, in order of writing
 */
export function progressOf(job: Job, resources: readonly string[]): ImportProgress {
  const [phase = '', resource = null] = (job.progress?.note ?? '').split('.');
  const range = PHASES[job.kind.split('.')[1] ?? '']?.[phase];
  if (!range) return { percent: null, phase: null, resource: null };
  const order = phase === 'undo' ? resources.toReversed() : resources;
  const { done = 0, total = null } = job.progress ?? {};
  const part = resource ? Math.max(order.indexOf(resource), 0) / (order.length || 1) : done / (total || 1);
  const [from, to] = range;
  return { percent: Math.floor(from + (to - from) * Math.min(part, 1)), phase, resource };
}
