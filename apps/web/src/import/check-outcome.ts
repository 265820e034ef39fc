import type { ImportSummary } from './import-types';

export interface CheckOutcome {
  /** Rows free of errors. */
  readonly good: number;
  readonly bad: number;
  /** There are errors, and the person wants nothing imported then. */
  readonly isStopped: boolean;
  readonly canRun: boolean;
}

/** What a check means for the run. */
export function outcomeOf(summary: ImportSummary | null, skipsProblemRows: boolean): CheckOutcome {
  const bad = summary?.withProblems ?? 0;
  const good = (summary?.rows ?? 0) - bad;
  const isStopped = bad > 0 && good > 0 && !skipsProblemRows;
  return { good, bad, isStopped, canRun: good > 0 && !isStopped };
}
