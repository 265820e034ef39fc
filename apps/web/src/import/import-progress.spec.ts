import { describe, expect, it } from 'vitest';
import type { Job } from '../shared/api/contract';
import { progressOf } from './import-progress';

const job = (kind: string, note: string | null, done = 0, total: number | null = null): Job => ({
  id: 'j',
  kind,
  state: 'running',
  progress: { done, total, note },
  result: null,
  error: null,
  createdAt: '2026-03-01T00:00:00Z',
  startedAt: '2026-03-01T00:00:00Z',
  finishedAt: null,
});
const resources = ['customer', 'order', 'order-line', 'product'];

describe('Import progress', () => {
  it('never goes back when a phase begins to count anew', () => {
    const percents = [
      job('import.run', 'read', 5_000, 10_000),
      job('import.run', 'read', 10_000, 10_000),
      job('import.run', 'match.customer'),
      job('import.run', 'match.product'),
      job('import.run', 'write.customer'),
      job('import.run', 'write.order-line'),
    ].map((each) => progressOf(each, resources).percent!);
    expect(percents).toEqual([17, 35, 35, 53, 60, 80]);
  });

  it('goes through the resources from the last when it undoes', () => {
    expect(progressOf(job('import.undo', 'undo.product'), resources).percent).toBe(0);
    expect(progressOf(job('import.undo', 'undo.customer'), resources)).toEqual({
      percent: 75,
      phase: 'undo',
      resource: 'customer',
    });
  });

  it('claims nothing before the job says something', () => {
    expect(progressOf(job('import.check', null), resources).percent).toBeNull();
  });
});
