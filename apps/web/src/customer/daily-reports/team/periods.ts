import type { LocationQuery } from 'vue-router';

export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof PRESETS)[number];

/** The day on the company's calendar, wherever the reader is. */
export const companyToday = (now = new Date()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);

const DAY_MS = 86_400_000;
const asTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const addDays = (day: string, count: number): string => asDay(asTime(day) + count * DAY_MS);

const mondayOf = (day: string): string => addDays(day, -((new Date(asTime(day)).getUTCDay() + 6) % 7));

/** The month that lies `back` months before the day's. */
function monthOf(day: string, back: number): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return {
    from: asDay(Date.UTC(year, month - 1 - back, 1)),
    to: asDay(Date.UTC(year, month - back, 0)),
  };
}

export function periodOf(preset: Preset, today: string): Period {
  const monday = mondayOf(today);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'thisWeek':
      return { from: monday, to: addDays(monday, 6) };
    case 'lastWeek':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case 'thisMonth':
      return monthOf(today, 0);
    case 'lastMonth':
      return monthOf(today, 1);
  }
}

export const presetOf = ({ from, to }: Period, today: string): Preset | undefined =>
  PRESETS.find((preset) => {
    const period = periodOf(preset, today);
    return period.from === from && period.to === to;
  });

const DAY = /^\d{4}-\d\d-\d\d$/;
const dayIn = (value: LocationQuery[string] | undefined): string | undefined =>
  typeof value === 'string' && DAY.test(value) ? value : undefined;

/** The period in the address; this week where there is none. */
export function periodInQuery(query: LocationQuery, today: string): Period {
  const from = dayIn(query.from);
  const to = dayIn(query.to);
  return from && to && from <= to ? { from, to } : periodOf('thisWeek', today);
}
