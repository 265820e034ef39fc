import { cleanText, type TableFile, type TableRow } from '../spreadsheet/index.js';
import { readField } from './field-reading.js';
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

interface Slot extends MappedField {
  readonly index: number;
  readonly rule: MappingEntry['rule'];
  readonly field: ImportField;
  readonly aliases: ReadonlyMap<string, string>;
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
      // A map, since a cell may well say "constructor".
      const meant = new Map(Object.entries(aliases[entry.field] ?? {}));
      return [slotOf(entry, index, participation, found.field, meant)];
    });
    this.requirements = requirementsOf(this.slots, taking);
  }

  read(row: TableRow): ReadRow {
    const fields: Record<string, string | null> = {};
    // Nothing else is to be said of sums than that they are no record.
    if (row.problem?.code === 'total-row')
      return { line: row.line, fields, cells: row.cells, problems: [row.problem] };
    const problems: RowProblem[] = row.problem
      ? [{ code: row.problem.code, params: row.problem.params }]
      : [];
    const blank = new Set<MappedField>();
    for (const slot of this.slots) {
      const found = textOf(row.cells[slot.index] ?? '', slot);
      const text = slot.aliases.get(found) ?? found;
      if (text === '') blank.add(slot);
      const reading = readField(slot.field, text);
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
  aliases: ReadonlyMap<string, string>,
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

function textOf(cell: string, { rule, field }: Pick<Slot, 'rule' | 'field'>): string {
  const text = cleanText(cell);
  if (rule === 'first-word') return text.split(/\s/)[0] ?? '';
  return rule === 'part' && field.part ? field.part.take(text) : text;
}
