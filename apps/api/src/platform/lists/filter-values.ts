import { isUUID } from 'class-validator';
import { isCalendarDate } from '../http/field-rules.js';
import type { ListFilter, SqlType } from './list-definition.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

const isInstant = (value: string): boolean => INSTANT.test(value) && !Number.isNaN(Date.parse(value));
const isInteger = (value: string): boolean => /^-?\d{1,9}$/.test(value);

const CHECKS: Record<SqlType, (value: string) => boolean> = {
  text: (value) => value.length <= 200 && !value.includes('\0') && value.isWellFormed(),
  uuid: (value) => isUUID(value),
  boolean: (value) => value === 'true' || value === 'false',
  integer: isInteger,
  bigint: (value) => /^-?\d{1,18}$/.test(value),
  numeric: (value) => /^-?\d{1,16}(\.\d{1,6})?$/.test(value),
  date: isCalendarDate,
  timestamptz: (value) => isCalendarDate(value) || isInstant(value),
};

/** The value if it fits the filter's type and closed set of words, else undefined. */
export function readFilterValue(filter: ListFilter, value: string): string | undefined {
  if (!CHECKS[filter.type](value)) return undefined;
  if (filter.kind === 'any-of' && filter.values && !filter.values.includes(value)) return undefined;
  return value;
}
