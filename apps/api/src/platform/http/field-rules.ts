import { ValidateBy, type ValidationOptions } from 'class-validator';

/** True for a date that the calendar knows (2026-02-30 is not one). Years 1000 to 9999. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCalendarDate',
      validator: {
        validate: isCalendarDate,
        defaultMessage: () => '$property must be a date such as 2026-03-01',
      },
    },
    options,
  );
}

// PostgreSQL text holds neither NUL nor half a surrogate pair.
const isStorable = (value: unknown): boolean =>
  typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();

export function IsStorableText(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isStorableText',
      validator: {
        validate: isStorable,
        defaultMessage: () => '$property holds a character that cannot be stored',
      },
    },
    options,
  );
}
