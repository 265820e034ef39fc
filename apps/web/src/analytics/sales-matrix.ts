import { type Angle, isTime } from './angles';
import type { SalesFigure } from './sales.queries';
import type { Measure } from './statistics-state';

/** Beyond these a chart says less, not more; the table has them all. */
const MOST_POINTS = 60;
const MOST_TIMES = 400;
const MOST_SERIES = 12;

export type Keys = Readonly<Record<string, string | null>>;

export interface SalesMatrix {
  /** Values of the first angle, along the axis. */
  readonly points: readonly (string | null)[];
  /** One per value of the further angles; a single one without. */
  readonly series: readonly { readonly keys: Keys; readonly values: readonly (number | null)[] }[];
  /** Some values are only in the table. */
  readonly isCut: boolean;
}

const idOf = (keys: Keys, angles: readonly Angle[]): string =>
  JSON.stringify(angles.map((angle) => keys[angle]));

/** Every month from the first to the last: one without sales is a gap in the line, not a slope across it. */
function withoutGaps(months: readonly (string | null)[]): (string | null)[] {
  const known = months.filter((month) => month !== null).toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [...months];
  const all: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) all.push(month);
  return all;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Figures for drawing: the first angle along the axis, the others as series. Floats do here, the table is exact. */
export function matrixOf(rows: readonly SalesFigure[], by: readonly Angle[], measure: Measure): SalesMatrix {
  const [first, ...others] = by;
  if (!first) return { points: [], series: [], isCut: false };
  const found = [...new Set(rows.map(({ keys }) => keys[first] ?? null))];
  const points = first === 'month' ? withoutGaps(found) : found;
  const most = isTime(first) ? MOST_TIMES : MOST_POINTS;
  const groups = new Map<string, SalesFigure[]>();
  for (const row of rows) {
    const id = idOf(row.keys, others);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  const shownPoints = points.slice(0, most);
  const place = new Map(shownPoints.map((point, index) => [point, index]));
  const weigh = (figures: readonly SalesFigure[]) =>
    figures.reduce((sum, figure) => sum + Math.abs(Number(figure.salesAmount)), 0);
  const ranked = [...groups.values()].toSorted((a, b) => weigh(b) - weigh(a));
  const series = ranked.slice(0, MOST_SERIES).map((figures) => {
    const values: (number | null)[] = shownPoints.map(() => null);
    for (const figure of figures) {
      const index = place.get(figure.keys[first] ?? null);
      const value = figure[measure];
      if (index !== undefined && value !== null && value !== undefined) values[index] = Number(value);
    }
    const keys = Object.fromEntries(others.map((angle) => [angle, figures[0]?.keys[angle] ?? null]));
    return { keys, values };
  });
  return { points: shownPoints, series, isCut: points.length > most || ranked.length > MOST_SERIES };
}
