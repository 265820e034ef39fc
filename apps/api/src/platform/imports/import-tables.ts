import type { ImportField, ImportReference, ImportResource } from './import-resource.js';
import type { Participation } from './participation.js';
import type { MappingEntry } from './import-mapping.js';

/** SQL type a staged text is cast to. */
const SQL_TYPES: Record<ImportField['type'], string> = {
  text: 'text',
  choice: 'text',
  choices: 'jsonb',
  date: 'date',
  decimal: 'numeric',
  rate: 'numeric',
  integer: 'int',
  boolean: 'boolean',
};

export const IMPORT_MODES = ['create', 'update', 'create-and-update'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface WriteOptions {
  readonly mode: ImportMode;
  /** What an empty cell does to a record that is there. */
  readonly empty: 'leave' | 'clear';
}

/** One resource of one import: the names of its working tables and what the file gives of it. */
export class ImportedTable {
  readonly stage: string;
  readonly first: string;
  readonly link: string;
  readonly fields: readonly ImportField[];
  readonly references: readonly ImportReference[];

  /** Header of the column that fills a field, by the field's path. */
  readonly headers: ReadonlyMap<string, string>;

  readonly resource: ImportResource;
  readonly key: readonly string[];
  /** False when the file only refers to such records. */
  readonly creates: boolean;

  constructor(
    { resource, key, creates }: Participation,
    mapping: readonly MappingEntry[],
    taking: readonly Participation[],
    readonly options: WriteOptions,
  ) {
    this.resource = resource;
    this.key = key;
    this.creates = creates && options.mode !== 'update';
    const word = resource.resource.replaceAll('-', '_');
    this.stage = `stage_${word}`;
    this.first = `first_${word}`;
    this.link = `link_${word}`;
    this.headers = new Map(mapping.map(({ field, column }) => [field, column]));
    this.fields = resource.fields.filter(({ name }) => this.headers.has(`${resource.resource}.${name}`));
    const given = (resource.references ?? []).filter((reference) =>
      taking.some((one) => one.resource.resource === reference.resource),
    );
    // Of two references for one column the later, more special one counts.
    this.references = given.filter(
      ({ column }, index) => !given.slice(index + 1).some((later) => later.column === column),
    );
  }

  get hasOwnerReference(): boolean {
    return this.references.some(({ name }) => name === 'owner');
  }

  /** References without which a record of this file cannot be. */
  requiredReferences(): ImportReference[] {
    return this.creates ? this.references.filter(({ name }) => this.key.includes(name)) : [];
  }

  /** Parts of the key that the file gives in a column of their own. */
  ownKeyFields(): string[] {
    return this.key.filter((part) => this.fields.some(({ name }) => name === part));
  }

  /** Whether several records may have this key; the own key is unique in the database. */
  get mayBeAmbiguous(): boolean {
    return this.key !== this.resource.key;
  }

  /** Column of the table for a part of the key. */
  columnOf(part: string): string {
    const reference = this.resource.references?.find(({ name }) => name === part);
    return reference?.column ?? this.resource.fields.find(({ name }) => name === part)!.column!;
  }

  /** Counted here because no column of the file gives it. */
  get countedField(): ImportField | undefined {
    const { counted } = this.resource;
    if (!counted || this.fields.some(({ name }) => name === counted.field)) return undefined;
    return this.resource.fields.find(({ name }) => name === counted.field);
  }

  /**
   * `"field"` columns of the stage, from the staged JSON.
   * @param idOf SQL for the id that a reference of the row found
   */
  stagedFields(idOf: (reference: string) => string): string[] {
    const { resource } = this.resource;
    const own = this.fields.map(({ name, type, emptyStandsFor }) => {
      const given = `(r.fields->>'${resource}.${name}')::${SQL_TYPES[type]}`;
      const otherwise = emptyStandsFor?.replaceAll(/\{(\w+)\}/g, (_, reference: string) => idOf(reference));
      return `${otherwise ? `coalesce(${given}, ${otherwise})` : given} as "${name}"`;
    });
    const derived = this.derivedColumns().map(
      (column) => `r.fields->>'${resource}.~${column}' as "~${column}"`,
    );
    return [...own, ...derived];
  }

  derivedColumns(): string[] {
    const names = new Set(this.fields.map(({ name }) => name));
    return Object.entries(this.resource.derived ?? {})
      .filter(([, { from }]) => names.has(from))
      .map(([column]) => column);
  }

  /** Column → SQL over the working table `f`, for what a new record gets from the file. */
  values(): [column: string, sql: string][] {
    const all = this.countedField ? [...this.fields, this.countedField] : this.fields;
    const names = new Set(all.map(({ name }) => name));
    const own = all
      .filter((field) => field.column !== null)
      .map((field): [string, string] => [
        field.column!,
        field.whenEmpty ? `coalesce(f."${field.name}", ${field.whenEmpty})` : `f."${field.name}"`,
      ]);
    const computed = Object.entries(this.resource.computed ?? {})
      .filter(([, { from }]) => from.some((name) => names.has(name)))
      .map(([column, { sql }]): [string, string] => [column, this.overGivenFields(sql, names)]);
    const overridden = new Set(computed.map(([column]) => column));
    return [
      ...own.filter(([column]) => !overridden.has(column)),
      ...this.references.map(({ name, column }): [string, string] => [column, `f."${name}"`]),
      ...this.derivedColumns().map((column): [string, string] => [column, `coalesce(f."~${column}", '')`]),
      ...computed,
    ];
  }

  /** Values of custom fields that the file gives, as one JSON object; undefined when it gives none. */
  customValues(): { readonly sql: string; readonly codes: readonly string[] } | undefined {
    const given = this.fields.flatMap((field) =>
      field.custom ? [{ ...field, code: field.custom.code }] : [],
    );
    if (given.length === 0) return undefined;
    const pairs = given.map(({ name, type, code, scale = 2 }) => {
      if (type === 'choices') return `'${code}', f."${name}"`;
      return `'${code}', ${type === 'decimal' ? `round(f."${name}", ${scale})` : `f."${name}"`}::text`;
    });
    return {
      sql: `jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))`,
      codes: given.map(({ code }) => code),
    };
  }

  /** A computed column may name fields that this file does not have; they count as empty. */
  private overGivenFields(sql: string, names: ReadonlySet<string>): string {
    return sql.replace(/f\."(\w+)"/g, (text, name: string) => (names.has(name) ? text : 'null::numeric'));
  }

  /** Columns that may not be cleared: required ones, references, and what is made from other fields. */
  isRequired(column: string): boolean {
    const field = this.resource.fields.find((candidate) => candidate.column === column);
    return !field || Boolean(field.required || field.isGenerated || field.whenEmpty);
  }

  isOnlyForNew(column: string): boolean {
    return this.fields.some((field) => field.column === column && field.isOnlyForNew);
  }

  fixed(): [column: string, sql: string][] {
    return Object.entries(this.resource.fixed ?? {});
  }
}
