import {
  cleanText,
  parseBoolean,
  parseDate,
  parseDecimal,
  parseInteger,
  type TableFile,
  type TableRow,
} from '../spreadsheet/index.js';
import { normalise } from './header-names.js';
import { cityOf, provinceOf } from '../text/places.js';
import type { MappingEntry } from './import-mapping.js';
import type { ImportField, ImportResources } from './import-resource.js';
import type { Participation } from './participation.js';
import { lackingFields, requirementsOf, type MappedField, type Requirement } from './required-fields.js';

/** What is wrong with a row, by stable code; the screen has the sentence. */
export interface RowProblem {
  readonly code: string;
  /** Header of the column at fault. */
  readonly column?: string;
  readonly field?: string;
  readonly params: Record<string, unknown>;
}

/** Field → text in the file → what the user said is meant by it. */
export type Aliases = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ReadRow {
  readonly line: number;
  readonly fields: Record<string, string | null>;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

type Reading = { value: string | null } | { code: string; params: Record<string, unknown> };

interface Slot extends MappedField {
  readonly index: number;
  readonly rule: MappingEntry['rule'];
  readonly field: ImportField;
  readonly aliases: Readonly<Record<string, string>>;
  readonly derived: { path: string; make: (value: string) => string }[];
}

/** Turns rows of a table into values of fields; made once per file, so a row costs little. */
export class RowReader {
  private readonly slots: readonly Slot[];
  private readonly requirements: readonly Requirement[];

  constructor(
    table: Pick<TableFile, 'headers'>,
    mapping: readonly MappingEntry[],
    taking: readonly Participation[],
    resources: ImportResources,
    aliases: Aliases = {},
  ) {
    const byName = new Map(taking.map((one) => [one.resource.resource, one]));
    this.slots = mapping.flatMap((entry) => {
      const found = resources.field(entry.field);
      const index = table.headers.findIndex(({ id }) => id === entry.column);
      const participation = found && byName.get(found.resource.resource);
      if (!participation || index < 0) return [];
      return [slotOf(entry, index, participation, found.field, aliases[entry.field] ?? {})];
    });
    this.requirements = requirementsOf(this.slots, taking);
  }

  read(row: TableRow): ReadRow {
    const fields: Record<string, string | null> = {};
    const problems: RowProblem[] = row.problem
      ? [{ code: row.problem.code, params: row.problem.params }]
      : [];
    const blank = new Set<MappedField>();
    for (const slot of this.slots) {
      const found = textOf(row.cells[slot.index] ?? '', slot.rule);
      const text = slot.aliases[found] ?? found;
      if (text === '') blank.add(slot);
      const reading = checked(slot.field, readField(slot.field, text));
      if ('code' in reading) {
        problems.push({
          code: reading.code,
          column: slot.column,
          field: slot.path,
          params: { ...reading.params, text: text.slice(0, 100) },
        });
        continue;
      }
      fields[slot.path] = reading.value;
      for (const { path, make } of slot.derived)
        fields[path] = reading.value === null ? null : make(reading.value);
    }
    for (const { path, column } of lackingFields(this.requirements, (field) => blank.has(field))) {
      problems.push({ code: 'import.required', column, field: path, params: { text: '' } });
    }
    return { line: row.line, fields, cells: row.cells, problems };
  }
}

function slotOf(
  entry: MappingEntry,
  index: number,
  { resource, key, creates }: Participation,
  field: ImportField,
  aliases: Readonly<Record<string, string>>,
): Slot {
  const derived = Object.entries(resource.derived ?? {})
    .filter(([, { from }]) => from === field.name)
    .map(([column, { make }]) => ({ path: `${resource.resource}.~${column}`, make }));
  const isRequired =
    creates && !field.emptyStandsFor && (key.includes(field.name) || (field.required ?? false));
  return {
    path: entry.field,
    index,
    column: entry.column,
    rule: entry.rule,
    field,
    isRequired,
    derived,
    aliases,
  };
}

const RULES: Readonly<Record<MappingEntry['rule'], (text: string) => string>> = {
  'as-is': (text) => text,
  'first-word': (text) => text.split(/\s/)[0] ?? '',
  province: provinceOf,
  city: cityOf,
};

const textOf = (cell: string, rule: MappingEntry['rule']): string => {
  const text = cleanText(cell);
  return RULES[rule](text);
};

/** With the field's own rule, where the type has nothing against the value. */
function checked(field: ImportField, reading: Reading): Reading {
  if ('code' in reading || reading.value === null) return reading;
  return field.check?.(reading.value) ?? reading;
}

function readField(field: ImportField, text: string): Reading {
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
