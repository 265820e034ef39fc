import { onCompanyClock } from '../../platform/clock/company-time.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { isCalendarDate } from '../../platform/http/field-rules.js';
import type { RawQuery } from '../../platform/lists/list-request.js';

const DAY_MS = 86_400_000;
const FIRST_DAY = '2000-01-01';
const MOST_DAYS = 92;

/** The day on the company's calendar. */
export const companyDay = (instant: Date): string => onCompanyClock(instant).slice(0, 10);

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Monday of the day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

export interface Period {
  readonly from: string;
  readonly to: string;
}

const wrong = (pointer: string, rule: string, detail: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, detail }]);

function readDay(query: RawQuery, name: string, otherwise: string, last: string): string {
  const value = query[name] ?? otherwise;
  if (typeof value !== 'string' || !isCalendarDate(value))
    throw wrong(name, 'date', `This is not a valid date for ${name}.`);
  if (value < FIRST_DAY || value > last)
    throw wrong(name, 'inFuture', `${name} is a day from ${FIRST_DAY} to ${last}.`);
  return value;
}

function refuseOthers(query: RawQuery, names: readonly string[]): void {
  const unknown = Object.keys(query).find((name) => !names.includes(name));
  if (unknown !== undefined) throw wrong(unknown, 'unknown', 'There is no such parameter.');
}

/** `day` of a query, today where left out. @throws InvalidInputError for days to come */
export function readReportDay(query: RawQuery, today: string): string {
  refuseOthers(query, ['day']);
  return readDay(query, 'day', today, today);
}

/** `from` and `to` of a query, this week where left out. @throws InvalidInputError beyond a quarter, or backwards */
export function readPeriod(query: RawQuery, today: string): Period {
  refuseOthers(query, ['from', 'to']);
  const monday = mondayOf(today);
  const last = addDays(today, 366);
  const from = readDay(query, 'from', monday, last);
  const to = readDay(query, 'to', query.from === undefined ? addDays(monday, 6) : from, last);
  if (to < from) throw wrong('to', 'afterFrom', 'to is not before from.');
  if (daysBetween(from, to) >= MOST_DAYS) throw wrong('to', 'period', `At most ${MOST_DAYS} days.`);
  return { from, to };
}
