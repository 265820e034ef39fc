import type { SalesFigure } from '../shared/api/contract';

/** A row of the statistics grouped by year. */
type YearRow = Pick<SalesFigure, 'keys' | 'salesAmount'>;

export interface SalesComparison {
  readonly year: string;
  readonly current: string;
  readonly previous: string | null;
  /** Change against the year before as a ratio; null without one to compare with. */
  readonly change: number | null;
}

/** The latest year with sales against the one before; null while there are none. */
export function compareLatestYears(rows: readonly YearRow[]): SalesComparison | null {
  const byYear = rows
    .filter((row) => Number(row.keys.year) > 0)
    .toSorted((a, b) => Number(b.keys.year) - Number(a.keys.year));
  const [latest, before] = byYear;
  if (!latest) return null;
  const isYearBefore = before && Number(before.keys.year) === Number(latest.keys.year) - 1;
  const previous = isYearBefore ? before.salesAmount : null;
  const base = Number(previous ?? 0);
  const change = base > 0 ? Number(latest.salesAmount) / base - 1 : null;
  return { year: String(latest.keys.year), current: latest.salesAmount, previous, change };
}
