/** The clock on the wall of the company's offices; it knows no summer time. */
const COMPANY_ZONE = 'Asia/Shanghai';
const OFFSET = '+08:00';

const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: COMPANY_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as that clock shows it: `2026-03-02T10:00:00`. */
export const toWall = (instant: string | Date): string =>
  WALL_CLOCK.format(new Date(instant)).replace(' ', 'T');

/** The instant at which that clock shows it. */
export const fromWall = (wall: string): string => new Date(`${wall.slice(0, 19)}${OFFSET}`).toISOString();

export const dayOf = (instant: string | Date): string => toWall(instant).slice(0, 10);

const DAY_MS = 86_400_000;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const addMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The next half hour, for what is planned without saying when. */
export function nextHalfHour(now = Date.now()): string {
  const step = 30 * 60_000;
  return new Date(Math.ceil(now / step) * step).toISOString();
}
