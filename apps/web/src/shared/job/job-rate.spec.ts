import { describe, expect, it } from 'vitest';
import type { Job } from './job.queries';
import { paceOf } from './job-rate';

const job = (part: Partial<Job>): Job => ({
  id: 'j',
  kind: 'import',
  state: 'running',
  progress: { done: 4_000, total: 10_000, note: null },
  result: null,
  error: null,
  createdAt: '2026-03-01T00:00:00Z',
  startedAt: '2026-03-01T00:00:00Z',
  finishedAt: null,
  ...part,
});
const after = (seconds: number) => Date.parse('2026-03-01T00:00:00Z') + seconds * 1000;

describe('Job pace', () => {
  it('tells how far, how fast and how long still', () => {
    expect(paceOf(job({}), after(4))).toEqual({ percent: 40, rate: 1000, remaining: 6 });
  });

  it('keeps the rate of a finished job as it was', () => {
    const finished = job({
      state: 'succeeded',
      progress: { done: 10_000, total: 10_000, note: null },
      finishedAt: '2026-03-01T00:00:10Z',
    });
    expect(paceOf(finished, after(999))).toEqual({ percent: 100, rate: 1000, remaining: null });
  });

  it('claims nothing before anything is known', () => {
    expect(
      paceOf(
        job({ state: 'queued', progress: { done: 0, total: null, note: null }, startedAt: null }),
        after(4),
      ),
    ).toEqual({
      percent: null,
      rate: null,
      remaining: null,
    });
  });
});
