/** What a problem looks like to a client; see RFC 9457. */
export interface ProblemKind {
  readonly status: number;
  /** Stable and machine-readable, `<module>.<what>`. */
  readonly code: string;
  /** Short English sentence, the same for every occurrence. */
  readonly title: string;
}

/** Points at the input that is at fault, by JSON pointer (`/lines/0/quantity`) or query parameter name. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
  /** Stable word for the broken rule, so that a screen can say it in its own language. */
  readonly rule?: string;
  readonly params?: Record<string, unknown>;
}

/** The same fault, where it lies in a larger input. */
export const pointedAt = (pointer: string, { detail, rule, params }: FieldProblem): FieldProblem => ({
  pointer,
  detail,
  rule,
  params,
});

/**
 * An expected failure in the words of the business. It knows no transport: the one filter in
 * `problem.filter.ts` turns it into `application/problem+json`.
 */
export abstract class DomainError extends Error {
  static readonly problem: ProblemKind;

  constructor(
    detail: string,
    /** Values a screen may put into its own sentence; also sent to the client. */
    readonly params: Record<string, unknown> = {},
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail);
    this.name = new.target.name;
  }

  get problem(): ProblemKind {
    return (this.constructor as typeof DomainError).problem;
  }
}
