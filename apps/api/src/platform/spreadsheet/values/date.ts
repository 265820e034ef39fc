import { serialDateText } from '../workbook/serial-date.js';
import { type CellValue, invalid, valid } from './cell-value.js';
import { cleanCode } from './text.js';

/**
 * `date.unknown-format`; `date.impossible` (2017-02-30, 25:00); `date.two-digit-year` and `date.ambiguous-order`
 * (`03/04/2017`: day or month first?) are refused since a guess would be wrong half of the time.
 */
export type DateProblem =
  'empty' | 'date.unknown-format' | 'date.impossible' | 'date.two-digit-year' | 'date.ambiguous-order';

export interface DateOptions {
  /** Also reads a bare number as an Excel serial date of this system. */
  readonly serial?: '1900' | '1904';
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const CLOCK =
  /^(?:T|\s*)(上午|下午|AM|PM)?\s*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})?(?:\.\d+)?秒?)?\s*(AM|PM)?Z?$/i;
const WEEKDAY = /^\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/;

/** A calendar day, `YYYY-MM-DD`; a time of day after it is checked and left out. */
export function parseDate(text: string, options: DateOptions = {}): CellValue<string, DateProblem> {
  const moment = parseDateTime(text, options);
  return moment.ok ? valid(moment.value.slice(0, 10)) : moment;
}

/**
 * A moment on the clock of whoever wrote it, `YYYY-MM-DDTHH:mm:ss`, midnight when no time is given. Reads `2017/4/27`,
 * `2017-04-27`, `2017.4.27`, `2017年4月27日`, `20170427`, each also with `8:05`, `08:05:30`, `下午3:05`, `3:05 PM`.
 */
export function parseDateTime(text: string, options: DateOptions = {}): CellValue<string, DateProblem> {
  const cleaned = cleanCode(text);
  if (cleaned === '') return invalid('empty', {});
  if (options.serial && /^\d{1,7}(\.\d+)?$/.test(cleaned)) return fromSerial(cleaned, options.serial);
  const spaced = cleaned.replace(/\s*([年月日/])\s*/g, '$1');
  const day = dayOf(spaced);
  if (!day) return invalid(refusal(cleaned), { text });
  const time = timeOf(day.rest);
  if (!time) return invalid('date.unknown-format', { text });
  const [year, month, date] = day.parts;
  const [hour, minute, second] = time;
  if (!exists(year, month, date) || hour > 23 || minute > 59 || second > 59) {
    return invalid('date.impossible', { text });
  }
  const calendar = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  return valid(`${calendar}T${two(hour)}:${two(minute)}:${two(second)}`);
}

function dayOf(text: string): { parts: [number, number, number]; rest: string } | undefined {
  const separated = YEAR_FIRST.exec(text);
  if (separated) return result(text, separated, [separated[1], separated[3], separated[4]]);
  const match = CHINESE.exec(text) ?? COMPACT.exec(text);
  return match ? result(text, match, [match[1], match[2], match[3]]) : undefined;
}

function result(text: string, match: RegExpExecArray, parts: (string | undefined)[]) {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const rest = text.slice(match[0].length).replace(WEEKDAY, '');
  return { parts: [year, month, day] as [number, number, number], rest };
}

/** Undefined when what follows the day is no time. */
function timeOf(rest: string): [number, number, number] | undefined {
  if (rest.trim() === '') return [0, 0, 0];
  const match = CLOCK.exec(rest);
  if (!match) return undefined;
  const half = (match[1] ?? match[5] ?? '').toLowerCase();
  let hour = Number(match[2]);
  if ((half === '下午' || half === 'pm') && hour < 12) hour += 12;
  if ((half === '上午' || half === 'am') && hour === 12) hour = 0;
  return [hour, Number(match[3]), Number(match[4] ?? 0)];
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1;
}

function refusal(text: string): DateProblem {
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text)) return 'date.ambiguous-order';
  if (/^\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(text)) return 'date.two-digit-year';
  return 'date.unknown-format';
}

function fromSerial(text: string, system: '1900' | '1904'): CellValue<string, DateProblem> {
  const found = serialDateText(Number(text), system === '1904');
  if (!found || found.length === 8) return invalid('date.impossible', { text });
  if (found === '1900-02-29') return invalid('date.impossible', { text });
  return valid(found.length === 10 ? `${found}T00:00:00` : found);
}

const two = (value: number): string => String(value).padStart(2, '0');
