import { describe, expect, it } from 'vitest';
import { outcomeOf } from './check-outcome';
import type { ImportSummary } from './import-types';

const summary = (rows: number, withProblems: number): ImportSummary => ({
  rows,
  withProblems,
  counts: [],
  problems: [],
});

describe('Outcome of a check', () => {
  it.each([
    [summary(10, 0), false, { good: 10, bad: 0, isStopped: false, canRun: true }],
    [summary(10, 3), true, { good: 7, bad: 3, isStopped: false, canRun: true }],
    [summary(10, 3), false, { good: 7, bad: 3, isStopped: true, canRun: false }],
    [summary(3, 3), true, { good: 0, bad: 3, isStopped: false, canRun: false }],
    [null, true, { good: 0, bad: 0, isStopped: false, canRun: false }],
  ])('of %j with rows left out: %s', (found, skips, outcome) => {
    expect(outcomeOf(found, skips)).toEqual(outcome);
  });
});
