import type { Actor } from '../auth/actor.js';
import type { Unit } from '../database/unit-of-work.js';
import { eachOfRow } from './each-of-row.js';

export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type ImportFieldType =
  'text' | 'date' | 'decimal' | 'integer' | 'rate' | 'boolean' | 'choice' | 'choices';

/** One field that a file may fill. */
export interface ImportField {
  readonly name: string;
  /** Column of the table; null when it only feeds a computed column. */
  readonly column: string | null;
  readonly type: ImportFieldType;
  readonly label: Label;
  /** Headers by which people call it; compared without case, spaces and punctuation. */
  readonly headers: readonly string[];
  /** Headers that others may mean as well: only for a column that no field calls its own, and whose cells it can read. */
  readonly looseHeaders?: readonly string[];
  /** Headers that mean this field where they bear the number of a record that a row gives several of (电话2 beside 联系人2). */
  readonly numberedHeaders?: readonly string[];
  /** Columns that hold more than this field (省市区), and how its part is found in a cell. */
  readonly part?: { readonly headers: readonly string[]; readonly take: (text: string) => string };
  readonly required?: boolean;
  /** The database makes a value when the file gives none (running numbers). */
  readonly isGenerated?: boolean;
  /** Given to new records only: when something was entered does not change with a later file. */
  readonly isOnlyForNew?: boolean;
  /** What a text must look like, after `lowerCase`. */
  readonly pattern?: RegExp;
  readonly lowerCase?: boolean;
  /** Most characters of a text. */
  readonly max?: number;
  /** Shown in part (138****8000) to some; a part is never taken for the whole. */
  readonly isCoverable?: boolean;
  /** Decimals kept of a number; what is beyond is rounded half up (float noise of other programs). */
  readonly scale?: number;
  /** Of a choice: stored value → words in files. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Of a choice: the dictionary whose values it takes, by code or label. */
  readonly dictionary?: string;
  /** Lies in the table's `custom` under this key, instead of in a column. */
  readonly custom?: { readonly code: string; readonly kind: string };
  /** A rule beyond the type; what it finds wrong, by stable code. */
  readonly check?: (value: string) => { code: string; params: Record<string, unknown> } | undefined;
  /** SQL literal stored when the cell is empty; default null. */
  readonly whenEmpty?: string;
  /**
   * Of a part of the key: SQL for what an empty cell stands for, so that such a row is recognised like one that says it.
   * `{name}` is the id of the record that the reference of that name found.
   */
  readonly emptyStandsFor?: string;
  /** Guessed from the column of another field when it has none of its own (brand: first word of the product name). */
  readonly otherwise?: { readonly field: string; readonly rule: 'as-is' | 'first-word' };
}

/** A link to the record that the same row gives for another resource. */
export interface ImportReference {
  readonly name: string;
  readonly resource: string;
  readonly column: string;
  /** Read permission whose data scope must cover the record referred to; without it any may be named. */
  readonly within?: `${string}:${string}`;
}

/** Rows that a resource does not take from this importer. */
export interface ImportRefusal {
  /** Said to the user, `import.beyond-own`. */
  readonly code: string;
  /** SQL over `f`, the working row, and `t`, the record that is there; placeholders from `$2`. */
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Fields that the SQL names; a file without one of them breaks no such rule. */
  readonly from?: readonly string[];
}

/** What a module declares so that its records can come from files; wizard, template, help and API follow from it. */
export interface ImportResource {
  readonly resource: string;
  readonly label: Label;
  readonly table: string;
  /** Word of the table's records in the audit log. */
  readonly audited: string;
  /** Needed to bring such records in. */
  readonly permission: `${string}:${string}`;
  /** Fields and references that identify a record; the database holds them unique. */
  readonly key: readonly string[];
  /** Other fields by which a record can be recognised, where they are not ambiguous. */
  readonly otherKeys?: readonly (readonly string[])[];
  readonly fields: readonly ImportField[];
  readonly references?: readonly ImportReference[];
  /** Columns with a fixed SQL value that also narrow the match (`parent_id: 'null::uuid'`). */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Column → SQL over `f."field"`; for values made from several fields. */
  readonly computed?: Readonly<Record<string, { readonly sql: string; readonly from: readonly string[] }>>;
  /** Groups of fields of which a new record needs at least one (amount, or price). */
  readonly anyOf?: readonly (readonly string[])[];
  /** Column → what JavaScript makes of one field (pinyin initials of a name). */
  readonly derived?: Readonly<
    Record<string, { readonly from: string; readonly make: (value: string) => string }>
  >;
  /** Field that counts rows within a reference when no column gives it (line number within its order). */
  readonly counted?: { readonly field: string; readonly within: string };
  /** Resources of which this one's files only name records: they never make or change them. */
  readonly refersTo?: readonly string[];
  /** Enough to name such records in files about others; without it `permission` is needed for that too. */
  readonly lookUpPermission?: `${string}:${string}`;
  /** Records are only referred to, never made or changed. */
  readonly isLookUpOnly?: boolean;
  /** Records have owner_id and department_id; new ones are the importer's. */
  readonly owned?: boolean;
  /** Records have a recycle bin (deleted_at), whose content does not count as there. */
  readonly hasRecycleBin?: boolean;
  /** Guessed from headers only beside this resource: its words also stand in files about other things. */
  readonly guessedWith?: string;
  readonly refuses?: (actor: Actor) => readonly ImportRefusal[];
  /** Run in the same transaction once every resource is written; `first` is the working table of this one. */
  readonly settle?: (unit: Unit, first: string, fields: readonly string[]) => Promise<void>;
  /** How many such records one row may give, each in columns that bear its number (联系人1, 联系人2). */
  readonly perRow?: number;
  /** Of the second such record of a row: the resource it is one of. */
  readonly repeats?: string;
  /** Done after the records were written, in the same transaction. @param ids SQL that selects their ids */
  readonly afterWrite?: (unit: Unit, ids: string) => Promise<void>;
  /** Columns that a new record has unless the file says otherwise, SQL (`source: "'imported'"`). */
  readonly onCreate?: Readonly<Record<string, string>>;
}

/** Gives a resource with fields added or choices filled in; the same object when it has nothing to add. */
export type ResourceExtension = (resource: ImportResource) => ImportResource;

/** Every importable resource, in an order in which the ones referred to come first. */
export class ImportResources {
  private readonly byName = new Map<string, ImportResource>();
  private readonly extensions: ResourceExtension[] = [];

  /** Adds to every resource what the company has set up itself, as it is at the moment of asking. */
  extend(extension: ResourceExtension): void {
    this.extensions.push(extension);
  }

  register(...resources: ImportResource[]): void {
    for (const resource of resources)
      for (const one of eachOfRow(resource)) this.byName.set(one.resource, one);
  }

  get(name: string): ImportResource {
    const resource = this.byName.get(name);
    if (!resource) throw new Error(`No importable resource "${name}".`);
    return this.extended(resource);
  }

  /** Referred-to first, else in order of declaration. */
  all(): ImportResource[] {
    const sorted: ImportResource[] = [];
    const visit = (resource: ImportResource): void => {
      if (sorted.includes(resource)) return;
      for (const { resource: target } of resource.references ?? []) visit(this.byName.get(target)!);
      sorted.push(resource);
    };
    for (const resource of this.byName.values()) visit(resource);
    return sorted.map((resource) => this.extended(resource));
  }

  /** `customer.name` → its resource and field. */
  field(path: string): { resource: ImportResource; field: ImportField } | undefined {
    const [name = '', fieldName = ''] = path.split('.');
    const declared = this.byName.get(name);
    const resource = declared && this.extended(declared);
    const field = resource?.fields.find((candidate) => candidate.name === fieldName);
    return resource && field ? { resource, field } : undefined;
  }

  private extended(resource: ImportResource): ImportResource {
    return this.extensions.reduce((made, extension) => extension(made), resource);
  }
}
