import type { SalesFigure } from '../shared/api/contract';

/** A row of the statistics grouped by month. */
type MonthRow = Pick<SalesFigure, 'keys' | 'salesAmount'>;

export interface SalesComparison {
  readonly year: number;
  /** Last month with sales in that year, 1 to 12: the comparison goes from January to there in both years. */
  readonly untilMonth: number;
  readonly current: string;
  readonly previous: string;
  /** Change against the same months of the year before as a ratio; null without any to compare with. */
  readonly change: number | null;
  /** Sales month by month, January first; null where there are none (yet). */
  readonly months: { readonly current: (string | null)[]; readonly previous: (string | null)[] };
}

/** Adds amounts with at most two decimals exactly. */
export function sumMoney(amounts: readonly (string | null)[]): string {
  const fen = amounts.reduce(
    (sum, amount) => sum + (amount === null ? 0n : BigInt(amount.replace('.', ''))),
    0n,
  );
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The latest year with sales against the same months of the year before: a year under way is not set against a whole one. */
export function compareSamePeriod(rows: readonly MonthRow[]): SalesComparison | null {
  const byMonth = new Map(
    rows.flatMap(({ keys, salesAmount }) => (keys.month ? [[String(keys.month), salesAmount] as const] : [])),
  );
  const latest = [...byMonth.keys()].sort().at(-1);
  if (!latest) return null;
  const [year, untilMonth] = latest.split('-').map(Number) as [number, number];
  const monthsOf = (of: number) =>
    Array.from(
      { length: 12 },
      (_, index) => byMonth.get(`${of}-${String(index + 1).padStart(2, '0')}`) ?? null,
    );
  const months = { current: monthsOf(year), previous: monthsOf(year - 1) };
  const [current, previous] = [months.current, months.previous].map((all) =>
    sumMoney(all.slice(0, untilMonth)),
  ) as [string, string];
  const base = Number(previous);
  return {
    year,
    untilMonth,
    current,
    previous,
    change: base > 0 ? Number(current) / base - 1 : null,
    months,
  };
}
