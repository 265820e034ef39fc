import { currentLocale } from '../i18n/i18n';

/** Making a format costs more than writing with it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function kept<F extends Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  kind: string,
  make: (locale: string) => F,
): F {
  const locale = currentLocale();
  const key = `${kind} ${locale}`;
  const format = (formats.get(key) as F | undefined) ?? make(locale);
  formats.set(key, format);
  return format;
}

const DAYS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const dayFormat = () =>
  kept('day', (locale) => new Intl.DateTimeFormat(locale, { ...DAYS, timeZone: 'UTC' }));
const instantFormat = () =>
  kept(
    'instant',
    (locale) =>
      new Intl.DateTimeFormat(locale, { ...DAYS, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  );
const agoFormat = () => kept('ago', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day `2026-03-01` in the reader's form; never shifted by a time zone. */
export function formatDay(day: string | null | undefined): string {
  if (!day || !DAY.test(day)) return '';
  return dayFormat().format(new Date(`${day}T00:00:00Z`));
}

/** An instant (RFC 3339) as local day and time. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return instantFormat().format(at);
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 minutes ago", for up to a week; older instants are written out. */
export function formatAgo(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return formatInstant(instant);
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return agoFormat().format(Math.trunc(seconds / length), unit);
}
