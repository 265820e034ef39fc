import type { DomainError } from '../errors/domain-error.js';
import type { Label } from '../imports/import-resource.js';

/** What a module declares so that its records go into the recycle bin instead of being lost. */
export interface Recyclable {
  /** Word of the records in events, audit log and addresses. */
  readonly resource: string;
  readonly label: Label;
  /** Table with `deleted_at`, `deleted_by`, `version`, `updated_at`. It is `r` in the expressions below. */
  readonly table: string;
  /** Condition over `r`: which rows of the table are meant, where records of several kinds share it. */
  readonly only?: string;
  /** Joins that owner and department need, `join customers c on c.id = r.customer_id`. */
  readonly joins?: string;
  /** Expressions by which a person recognises the record. */
  readonly title: string;
  readonly subtitle?: string;
  /** Needed to put one into the bin and to take it back; its data scope holds where there is an owner. */
  readonly permission: `${string}:${string}`;
  /** Needed to hear of it. */
  readonly readPermission: `${string}:${string}`;
  /** Expressions for owner (user id) and department (id); records without are everybody's who has the permission. */
  readonly owner?: string;
  readonly department?: string;
  /** The record it belongs to: it comes back only where that one is there. */
  readonly parent?: { readonly resource: string; readonly column: string };
  /** Column → SQL, set when it comes back (a main contact may have been replaced meanwhile). */
  readonly onRestore?: Readonly<Record<string, string>>;
  /** Rows that are nothing without the record and end with it. */
  readonly parts?: readonly { readonly table: string; readonly column: string }[];
}

/** Records of another table that need the record: as long as there are any, it does not go into the bin. */
export interface BinKeeper {
  readonly table: string;
  readonly column: string;
  /** SQL over the table: which of its rows count. */
  readonly condition: string;
  /** Says to a person what must be done first. */
  readonly refusal: (count: number) => DomainError;
}

/** The resources with a recycle bin; what belongs to others is declared before them. */
export class Recyclables {
  private readonly byName = new Map<string, Recyclable>();
  private readonly keepers = new Map<string, BinKeeper[]>();

  register(...recyclables: Recyclable[]): void {
    for (const recyclable of recyclables) this.byName.set(recyclable.resource, recyclable);
  }

  /** A module says of another's records that they stay while its own need them. */
  keepWhile(resource: string, keeper: BinKeeper): void {
    this.keepers.set(resource, [...this.keepersOf(resource), keeper]);
  }

  keepersOf(resource: string): readonly BinKeeper[] {
    return this.keepers.get(resource) ?? [];
  }

  find(resource: string): Recyclable | undefined {
    return this.byName.get(resource);
  }

  all(): Recyclable[] {
    return [...this.byName.values()];
  }
}
