import { isUUID } from 'class-validator';
import { BigNumber } from 'bignumber.js';
import { isCalendarDate } from '../http/field-rules.js';
import type { FieldDefinition } from './custom-field.entity.js';

export type Checked =
  | { readonly value: unknown }
  | { readonly rule: string; readonly detail: string; readonly params?: Record<string, unknown> };

const MOST_CHARACTERS = 2_000;
const MOST_CHOICES = 50;
const MOST_FILES = 20;

const wrong = (rule: string, detail: string, params?: Record<string, unknown>): Checked => ({
  rule,
  detail,
  params,
});

/**
 * The stored form of a value, or what is wrong with it.
 * @param choices codes that may be chosen
 * @param kept what the record has now: a choice that was retired meanwhile may stay
 */
export function checkValue(
  field: FieldDefinition,
  value: unknown,
  choices: ReadonlySet<string>,
  kept?: unknown,
): Checked {
  switch (field.kind) {
    case 'text':
      return checkText(field, value);
    case 'number':
    case 'money':
      return checkNumber(field, value);
    case 'date':
      return isCalendarDate(value)
        ? { value }
        : wrong('isCalendarDate', 'This must be a date such as 2026-03-01.');
    case 'choice':
      if (typeof value === 'string' && (choices.has(value) || value === kept)) return { value };
      return wrong('choice', 'This is not one of the values to choose from.');
    case 'choices':
      return checkChoices(value, choices, Array.isArray(kept) ? kept : []);
    case 'link':
      return field.settings.target ? checkReference(value) : checkAddress(value);
    case 'attachment':
      return checkFiles(value);
    case 'formula':
      return wrong('formula', 'This is calculated; it cannot be entered.');
  }
}

function checkText({ settings }: FieldDefinition, value: unknown): Checked {
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed())
    return wrong('isString', 'This must be text.');
  const text = value.trim();
  const max = settings.maxLength ?? MOST_CHARACTERS;
  if ([...text].length > max) return wrong('maxLength', `At most ${max} characters.`, { max });
  if (settings.pattern && !new RegExp(`^(?:${settings.pattern})$`, 'u').test(text))
    return wrong('matches', 'This does not have the form that the field asks for.', {
      pattern: settings.pattern,
    });
  return { value: text };
}

function checkNumber({ kind, settings }: FieldDefinition, value: unknown): Checked {
  const text = typeof value === 'number' ? String(value) : value;
  const scale = kind === 'money' ? 2 : (settings.scale ?? 2);
  if (typeof text !== 'string' || !/^-?\d{1,16}(\.\d{1,10})?$/.test(text))
    return wrong('isDecimal', 'This must be a number such as 1234.50.');
  const number = new BigNumber(text);
  if ((number.decimalPlaces() ?? 0) > scale)
    return wrong('scale', `At most ${scale} digits after the point.`, { scale });
  const { minimum, maximum } = settings;
  if (minimum !== undefined && number.lt(minimum))
    return wrong('min', `At least ${minimum}.`, { min: minimum });
  if (maximum !== undefined && number.gt(maximum))
    return wrong('max', `At most ${maximum}.`, { max: maximum });
  return { value: number.toFixed(scale) };
}

function checkChoices(value: unknown, choices: ReadonlySet<string>, kept: readonly unknown[]): Checked {
  if (!Array.isArray(value) || value.length > MOST_CHOICES)
    return wrong('choice', 'This must be a list of values.');
  const unknown = value.find(
    (each) => typeof each !== 'string' || (!choices.has(each) && !kept.includes(each)),
  );
  if (unknown !== undefined) return wrong('choice', 'One of these is not a value to choose from.');
  return { value: [...new Set(value as string[])] };
}

const checkReference = (value: unknown): Checked =>
  isUUID(value)
    ? { value: String(value).toLowerCase() }
    : wrong('reference', 'This must be the id of a record.');

/** Only addresses that a browser may safely open on a click. */
function checkAddress(value: unknown): Checked {
  if (
    typeof value === 'string' &&
    value.length <= MOST_CHARACTERS &&
    /^https?:\/\//i.test(value.trim()) &&
    URL.canParse(value.trim())
  )
    return { value: value.trim() };
  return wrong('isUrl', 'This must be an address such as https://example.com.');
}

function checkFiles(value: unknown): Checked {
  const ids = Array.isArray(value)
    ? value.map((each) => (typeof each === 'object' && each !== null ? (each as { id?: unknown }).id : each))
    : undefined;
  if (!ids || ids.length > MOST_FILES || !ids.every((id) => isUUID(id)))
    return wrong('attachment', `This must be a list of at most ${MOST_FILES} uploaded files.`);
  return { value: [...new Set(ids as string[])] };
}
