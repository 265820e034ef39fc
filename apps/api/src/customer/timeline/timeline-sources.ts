import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';

/** What an entry can tell, and as what SQL has it; what a kind does not tell is null. */
export const ENTRY_COLUMNS = {
  recordId: 'uuid',
  what: 'text',
  title: 'text',
  text: 'text',
  with: 'text',
  amount: 'text',
  nextOn: 'date',
  files: 'jsonb',
  before: 'jsonb',
  after: 'jsonb',
  /** Id of the user who did it. */
  person: 'uuid',
} as const;

/** Whether another record, with this owner and department, is the caller's to see by the permission; as SQL. */
export type IsSeen = (permission: string, owner: string, department: string) => string;

/** One walk down one index, newest first, as far as the page reaches. The customer's id is `$1`. */
export interface TimelineBranch {
  readonly columns: Readonly<
    Partial<Record<keyof typeof ENTRY_COLUMNS, string | ((isSeen: IsSeen) => string)>>
  > & {
    readonly recordId: string;
  };
  readonly from: string;
  /** The indexed column by which the rows are read. */
  readonly at: string;
  /** Unique id of the entry, a uuid; it orders what happened at one instant. */
  readonly id: string;
  readonly where: string;
  /** Days instead of instants: the day begins at midnight of the company's clock. */
  readonly isDay?: boolean;
  readonly scope?: { readonly permission: string; readonly owner: string; readonly department: string };
}

/** A kind of entry, from the module that knows of it. */
export interface TimelineSource {
  readonly kind: string;
  /** More than one where the kind stands in more than one table. */
  readonly branches: (actor: Actor) => readonly TimelineBranch[];
}

/** What a customer's timeline tells of; other modules register their kinds beside the customer's own. */
@Injectable()
export class TimelineSources {
  private readonly byKind = new Map<string, TimelineSource>();

  register(...sources: TimelineSource[]): void {
    for (const source of sources) this.byKind.set(source.kind, source);
  }

  kinds(): string[] {
    return [...this.byKind.keys()];
  }

  of(kinds: readonly string[]): TimelineSource[] {
    return [...this.byKind.values()].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }
}
