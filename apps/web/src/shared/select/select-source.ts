/** One record as a selector shows it. */
export interface SelectItem {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | null;
}

/** Where a selector finds records: by typing on the server, never by loading a table. */
export interface SelectSource {
  /** Name under which recently chosen records are remembered, e.g. `users`. */
  readonly key: string;
  /** What may be chosen depends on another field: nothing is offered from memory. */
  readonly isLimited?: boolean;
  /** The best few for what was typed; for an empty query a useful first few. */
  find(q: string, signal: AbortSignal): Promise<SelectItem[]>;
  /** The record of an id that is already set, to show its name. */
  read?(id: string): Promise<SelectItem>;
}
