import type { TimeUnit } from '../flows/flow-definition.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The company's clock is eight hours ahead the whole year: China knows no summer time. */
const OFFSET_MS = 8 * HOUR_MS;
const OPENS = 9 * HOUR_MS;
const CLOSES = 18 * HOUR_MS;

/** The instant so much time after `from`; working time is Monday to Friday, 09:00 to 18:00. Never negative. */
export function after(from: Date, amount: number, unit: TimeUnit): Date {
  if (unit === 'hours') return new Date(from.getTime() + amount * HOUR_MS);
  if (unit === 'days') return new Date(from.getTime() + amount * DAY_MS);
  const working = amount * (unit === 'working-hours' ? HOUR_MS : CLOSES - OPENS);
  return new Date(afterWorking(from.getTime() + OFFSET_MS, working) - OFFSET_MS);
}

/** @param local milliseconds on the company's clock */
function afterWorking(local: number, left: number): number {
  let day = Math.floor(local / DAY_MS) * DAY_MS;
  let time = Math.min(Math.max(local - day, OPENS), CLOSES);
  for (let rest = left; ;) {
    const today = isWorkday(day) ? CLOSES - time : 0;
    if (rest <= today && isWorkday(day)) return day + time + rest;
    rest -= today;
    day += DAY_MS;
    time = OPENS;
  }
}

/** 1970-01-01 was a Thursday. */
const isWorkday = (day: number): boolean => ![0, 6].includes((day / DAY_MS + 4) % 7);
