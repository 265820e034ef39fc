import type { SalesFigures } from '../shared/api/contract';

type YearRow = SalesFigures & { readonly keys: Record<string, string | null> };

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
    .filter((row) => row.keys.year)
    .toSorted((a, b) => Number(b.keys.year) - Number(a.keys.year));
  const [latest, before] = byYear;
  if (!latest?.keys.year) return null;
  const isYearBefore = before && Number(before.keys.year) === Number(latest.keys.year) - 1;
  const previous = isYearBefore ? before.salesAmount : null;
  const base = Number(previous ?? 0);
  const change = base > 0 ? Number(latest.salesAmount) / base - 1 : null;
  return { year: latest.keys.year, current: latest.salesAmount, previous, change };
}
