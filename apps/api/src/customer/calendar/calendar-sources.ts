import { Injectable } from '@nestjs/common';

/** What an entry can tell, and as what SQL has it; what a kind does not tell is null. */
export const ENTRY_COLUMNS = {
  what: 'text',
  title: 'text',
  customerId: 'uuid',
  customerName: 'text',
} as const;

interface Scope {
  readonly permission: string;
  readonly owner: string;
  readonly department: string;
}

/** A kind of entry, from the module that knows of it: rows of one table, read by owner and time. */
export interface CalendarSource {
  readonly kind: string;
  readonly columns: Readonly<Partial<Record<keyof typeof ENTRY_COLUMNS, string>>>;
  readonly from: string;
  readonly id: string;
  readonly version: string;
  /** Whose calendar it stands in: a user id, indexed together with the time. */
  readonly owner: string;
  /** A whole day, or from one instant to another; `longest` is the interval that none goes beyond. */
  readonly time:
    { readonly day: string } | { readonly starts: string; readonly ends: string; readonly longest: string };
  readonly where: string;
  /** Nothing is left to do. */
  readonly isDone: string;
  /** Who sees it. */
  readonly scope: Scope;
  /** Permission to move it, within the scope of the same record; none where it is what happened. */
  readonly movePermission?: string;
}

/** What the calendar shows; other modules register their kinds beside the customer's own. */
@Injectable()
export class CalendarSources {
  private readonly byKind = new Map<string, CalendarSource>();

  register(...sources: CalendarSource[]): void {
    for (const source of sources) this.byKind.set(source.kind, source);
  }

  kinds(): string[] {
    return [...this.byKind.keys()];
  }

  of(kinds: readonly string[]): CalendarSource[] {
    return [...this.byKind.values()].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }

  find(kind: string): CalendarSource | undefined {
    return this.byKind.get(kind);
  }
}
