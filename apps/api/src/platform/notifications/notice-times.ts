import { onCompanyClock } from '../clock/company-time.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** When digests go out, on the company's clock; weekly ones on Monday. */
const DIGEST_HOUR = 8;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The end of the quiet hours that this moment lies in; they may pass midnight. Undefined when it lies in none. */
export function quietUntil(now: Date, from: string | null, to: string | null): Date | undefined {
  if (!from || !to || from === to) return undefined;
  const at = minutesOf(onCompanyClock(now).slice(11));
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const isQuiet = start < end ? at >= start && at < end : at >= start || at < end;
  if (!isQuiet) return undefined;
  const wait = (end - at + 24 * 60) % (24 * 60);
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS + wait * MINUTE_MS);
}

/** Notices from before these moments belong into the mails that are due now. */
export function digestBounds(now: Date): { daily: Date; weekly: Date } {
  const wall = new Date(`${onCompanyClock(now)}Z`);
  const ahead = wall.getTime() - Math.floor(now.getTime() / 1000) * 1000;
  const today = new Date(wall);
  today.setUTCHours(DIGEST_HOUR, 0, 0, 0);
  const daily = today > wall ? new Date(today.getTime() - DAY_MS) : today;
  const sinceMonday = (daily.getUTCDay() + 6) % 7;
  return {
    daily: new Date(daily.getTime() - ahead),
    weekly: new Date(daily.getTime() - sinceMonday * DAY_MS - ahead),
  };
}
