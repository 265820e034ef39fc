import { parseBoolean, parseDate, parseDecimal, parseInteger } from '../spreadsheet/index.js';
import type { ImportField } from './import-resource.js';

/** The value of a field as it is staged, or why there is none. */
export type Reading = { value: string | null } | { code: string; params: Record<string, unknown> };

/** 「客户 ID」, 「客户ID」 and 「客户id：」 are the same header. */
export const normalise = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Reads the text of a cell as a field, with the rules of its type and its own. */
export const readField = (field: ImportField, text: string): Reading => checked(field, ofType(field, text));

/** Whether a cell may hold this field. */
export const canRead = (field: ImportField, text: string): boolean => 'value' in readField(field, text);

/** With the field's own rule, where the type has nothing against the value. */
function checked(field: ImportField, reading: Reading): Reading {
  if ('code' in reading || reading.value === null) return reading;
  return field.check?.(reading.value) ?? reading;
}

function ofType(field: ImportField, text: string): Reading {
  if (text === '') return { value: null };
  switch (field.type) {
    case 'text':
      if (field.isCoverable && text.includes('***')) return { code: 'import.covered', params: {} };
      return readText(field.lowerCase ? text.toLowerCase() : text, field);
    case 'choice':
      return readChoice(text, field.choices ?? {});
    case 'choices':
      return readChoices(text, field.choices ?? {});
    case 'boolean': {
      const read = parseBoolean(text);
      return read.ok ? { value: String(read.value) } : read;
    }
    case 'date':
      return asReading(parseDate(text));
    case 'integer':
      return asReading(parseInteger(text));
    case 'rate':
      return asReading(
        parseDecimal(text, { maxScale: field.scale ?? 6, maxDigits: 9, round: true, percent: true }),
      );
    case 'decimal':
      return asReading(parseDecimal(text, { maxScale: field.scale ?? 2, maxDigits: 18, round: true }));
  }
}

type Parsed = { ok: true; value: string } | { ok: false; code: string; params: Record<string, unknown> };

const asReading = (read: Parsed): Reading =>
  read.ok ? { value: read.value } : { code: read.code, params: read.params };

function readText(text: string, { max = 200, pattern }: ImportField): Reading {
  if (text.includes('\u0000') || !text.isWellFormed())
    return { code: 'import.forbidden-character', params: {} };
  if ([...text].length > max) return { code: 'import.too-long', params: { max } };
  return !pattern || pattern.test(text) ? { value: text } : { code: 'import.wrong-form', params: {} };
}

function readChoice(text: string, choices: Readonly<Record<string, readonly string[]>>): Reading {
  const wanted = normalise(text);
  const found = Object.entries(choices).find(([value, words]) =>
    [value, ...words].some((word) => normalise(word) === wanted),
  );
  return found
    ? { value: found[0] }
    : { code: 'import.unknown-choice', params: { choices: Object.values(choices).map(([word]) => word) } };
}

/** Several values in one cell, divided as people do it; kept as JSON. */
function readChoices(text: string, choices: Readonly<Record<string, readonly string[]>>): Reading {
  const read = text
    .split(/[、,，;；|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => readChoice(part, choices));
  const refused = read.find((each) => 'code' in each);
  return (
    refused ?? { value: JSON.stringify([...new Set(read.map((each) => (each as { value: string }).value))]) }
  );
}
