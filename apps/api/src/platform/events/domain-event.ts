/** Who may hear of an event; several conditions must all hold. An empty audience is for the system's own listeners only. */
export interface Audience {
  readonly userId?: string;
  readonly permission?: string;
  /** With `permission`: the record's owner and department, so that the listener's data scope applies. */
  readonly ownerId?: string | null;
  readonly departmentId?: string | null;
}

/** Something that happened, `contract.approved`. Stored in the transaction that made it true. */
export interface DomainEvent {
  readonly name: string;
  readonly resource: string;
  readonly recordId?: string;
  readonly payload?: Record<string, unknown>;
  readonly audience?: Audience;
}
