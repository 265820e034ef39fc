const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day Excel knows. */
const MAX_SERIAL = 2_958_465;

/**
 * Text of an Excel serial date: `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss`, or `HH:mm:ss` for a time without a day.
 * Undefined when the number is no date. In the 1900 system day 60 is the leap day that never was (ECMA-376-1, 18.17.4.1).
 */
export function serialDateText(serial: number, date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= MAX_SERIAL + 1) return undefined;
  const seconds = Math.round((serial % 1) * 86_400);
  let day = Math.floor(serial);
  if (day === 0 && !date1904) return clock(seconds);
  if (!date1904 && day === 60) return '1900-02-29';
  if (!date1904 && day < 60) day += 1;
  const moment = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + day * DAY_MS + seconds * 1000).toISOString();
  return moment.slice(11, 19) === '00:00:00' ? moment.slice(0, 10) : moment.slice(0, 19);
}

function clock(seconds: number): string | undefined {
  return seconds >= 86_400 ? undefined : new Date(seconds * 1000).toISOString().slice(11, 19);
}

const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
/** 1900-03-01: before it Excel's days are off by the leap day that never was. */
const FIRST_SAFE_SERIAL = 61;

/** Serial date (1900 system) of `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`; undefined when it is none or lies before March 1900. */
export function serialOfDateText(text: string): number | undefined {
  const match = DATE_TEXT.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = (Date.UTC(year, month - 1, day) - EPOCH_1900) / DAY_MS;
  if (days < FIRST_SAFE_SERIAL || days > MAX_SERIAL) return undefined;
  return days + (hour * 3600 + minute * 60 + second) / 86_400;
}
