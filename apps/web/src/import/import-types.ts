import type { Schema } from '@juke/api-client';

export type MappingEntry = Schema<'MappingEntryDto'>;
/** Field → text in the file → what is meant by it. */
export type Aliases = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type ImportOptions = Omit<Schema<'ImportOptionsDto'>, 'keys' | 'aliases'> & {
  /** Resource → key by which its records are recognised. */
  keys?: Record<string, string>;
  aliases?: Aliases;
};
export type ImportChoices = Schema<'ImportChoicesDto'>;
export type ImportableResource = Schema<'ImportableResourceDto'>;

/** A remark by stable code; its sentence is in the locale files. */
export interface Remark {
  readonly code: string;
  readonly params: Record<string, unknown>;
}

export interface Header {
  readonly id: string;
  readonly label: string;
  /** 0-based position in the file, before empty columns were left out. */
  readonly column: number;
}

/** How the file was read, and its first rows. */
export interface ImportSource {
  readonly format: 'csv' | 'xlsx' | 'xls' | 'ods' | 'jsonl';
  readonly encoding?: {
    readonly name: string;
    /** 0 to 1. */
    readonly confidence: number;
    readonly alternatives: readonly { readonly name: string; readonly confidence: number }[];
  };
  readonly delimiter?: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows?: number }[];
  readonly sheet?: string;
  readonly headerRow: number | 'none';
  readonly headers: readonly Header[];
  readonly notes: readonly Remark[];
  readonly estimatedRows?: number;
  /** Bytes. */
  readonly size: number;
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface ResourceCounts {
  readonly resource: string;
  readonly rows: number;
  readonly created: number;
  readonly existing: number;
  /** Field → records for which the file gives different values. */
  readonly conflicts: Readonly<Record<string, number>>;
  /** New records that are called nearly like one already there, or like one further up in the file. */
  readonly duplicates?: readonly {
    readonly line: number;
    readonly name: string;
    readonly existingId: string | null;
    readonly existingName: string;
    /** What makes it the same record. */
    readonly alias: { readonly field: string; readonly text: string; readonly meant: string } | null;
  }[];
}

export interface Suggestion {
  /** `product.code` */
  readonly field: string;
  /** As the file has it. */
  readonly text: string;
  readonly rows: number;
  readonly candidates: readonly string[];
  /** Whether such rows can be taken with nothing in its place. */
  readonly mayBeBlank: boolean;
  /** Code of the dictionary whose value it could become. */
  readonly dictionary?: string;
}

/** An earlier import. */
export interface Earlier {
  readonly fileName: string;
  readonly doneAt: string;
  readonly doneBy: string;
}

/** What the last check, run or undo found. */
export interface ImportSummary {
  readonly rows: number;
  readonly withProblems: number;
  readonly counts: readonly ResourceCounts[];
  readonly problems: readonly {
    readonly code: string;
    readonly column: string | null;
    readonly count: number;
  }[];
  /** For texts that refer to nothing: what they may have meant, nearest first. */
  readonly suggestions?: readonly Suggestion[];
  readonly written?: readonly {
    readonly resource: string;
    readonly created: number;
    readonly updated: number;
  }[];
  readonly undone?: readonly {
    readonly resource: string;
    readonly removed: number;
    readonly restored: number;
    readonly kept: number;
  }[];
}

export type Import = Omit<
  Schema<'ImportDto'>,
  'source' | 'summary' | 'choices' | 'options' | 'remembered' | 'sameFile'
> & {
  source: ImportSource;
  summary: ImportSummary | null;
  choices: ImportChoices;
  options: ImportOptions;
  /** Whose columns the mapping was taken from. */
  remembered: Earlier | null;
  /** The very same file, imported before. */
  sameFile: Earlier | null;
};
export type ImportState = Import['state'];

export interface RowProblem extends Remark {
  /** Header id of the column at fault, or its letter. */
  readonly column?: string;
  readonly field?: string;
}

export interface ImportRow {
  readonly line: number;
  readonly cells: readonly string[] | null;
  readonly problems: readonly RowProblem[] | null;
}
