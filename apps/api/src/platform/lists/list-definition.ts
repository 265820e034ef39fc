/** SQL types a filter or sort value is cast to. */
export type SqlType = 'text' | 'uuid' | 'boolean' | 'integer' | 'bigint' | 'numeric' | 'date' | 'timestamptz';

interface Guarded {
  /** Permission without which this column, filter, sort or sum does not exist for the caller. */
  readonly permission?: string;
}

/** A column of the answer: SQL, SQL with a permission, or SQL made for what the caller may see. */
export type ListColumn =
  | string
  | (Guarded & {
      readonly sql: string;
      /** Shown to whoever lacks the permission; without it the column does not exist for her. */
      readonly masked?: string;
    })
  | { readonly sqlFor: (sees: (permission: string) => boolean) => string };

export type ListFilter = Guarded & { readonly describe: string } & (
    | {
        /** `name=a&name=b`: any of the values. `sql` is an expression compared by `= any`, or has a `?` for the array. */
        readonly kind: 'any-of';
        readonly sql: string;
        readonly type: SqlType;
        readonly values?: readonly string[];
      }
    | {
        /** `nameFrom=…&nameTo=…` (both included). */
        readonly kind: 'range';
        readonly sql: string;
        readonly type: 'date' | 'timestamptz' | 'numeric' | 'integer';
      }
  );

export type ListSort = Guarded & {
  /** Expression that is never null (wrap it in coalesce) and that an index serves together with the key. */
  readonly sql: string;
  readonly type: SqlType;
};

/** One declared list: everything a keyset page, its count, its sums, its export and its document need. */
export interface ListDefinition {
  /** Resource word, also the list's name in exports and saved views. */
  readonly resource: string;
  readonly permission: `${string}:${string}`;
  /** The bare table with alias, for counts and search, `customers c`. */
  readonly table: string;
  /** Joins that only columns need; left out of counts unless a filter is used that needs them. */
  readonly joins?: string;
  /** Unique key expression, `c.id`. */
  readonly key: string;
  readonly keyType?: 'uuid' | 'bigint';
  readonly columns: Readonly<Record<string, ListColumn>>;
  readonly filters: Readonly<Record<string, ListFilter>>;
  readonly sorts: Readonly<Record<string, ListSort>>;
  /** `-createdAt` style. */
  readonly defaultSort: string;
  /** Text column with lower-cased search text and a `ngram2` index; makes `q=` possible. */
  readonly search?: {
    readonly sql: string;
    readonly prefixSql: string;
    /**
     * Month of the rows (`month_of(c.created_at)`), where the search index has it as its second column: then a page sorted by
     * this sort, newest first, asks only for the last months when they hold enough hits.
     */
    readonly recent?: { readonly sql: string; readonly sort: string };
    /** For whoever lacks the permission a hit must also be one in this text, which has nothing of what she may not see. */
    readonly open?: { readonly permission: string; readonly sql: string };
  };
  readonly sums?: Readonly<Record<string, Guarded & { readonly sql: string }>>;
  /** Columns by which the caller's data scope narrows the rows. */
  readonly scope?: { readonly owner: string; readonly department: string };
  /** Expression of a user id: the list only ever shows the caller's own rows (jobs, notifications). */
  readonly mine?: string;
  /** Of what is the caller's own, the key that made it: a key is shown what it did, not all that its owner does. */
  readonly byKey?: string;
  /** Condition that always holds, `c.deleted_at is null`. */
  readonly where?: string;
}

const lists: ListDefinition[] = [];

/** Every declared list, for what must hold for all of them. */
export const allLists = (): readonly ListDefinition[] => lists;

export function defineList<const T extends ListDefinition>(definition: T): T {
  lists.push(definition);
  return definition;
}
