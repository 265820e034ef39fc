/** One input at fault, by JSON pointer into the request body (`/lines/0/quantity`) or query parameter name. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
  readonly rule?: string;
  readonly params?: Record<string, unknown>;
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly params?: Record<string, unknown>;
  readonly errors?: readonly FieldProblem[];
}

/** A refused or failed call, read from `application/problem+json` (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** Stable word such as `auth.wrong-credentials`; `errors.<code>` in the locale files. */
    readonly code: string,
    readonly detail = '',
    readonly params: Record<string, unknown> = {},
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail || code);
    this.name = 'ApiProblem';
  }

  static async fromResponse(response: Response): Promise<ApiProblem> {
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = isJson ? ((await response.json().catch(() => ({}))) as ProblemBody) : {};
    const detail = body.detail ?? body.title ?? '';
    return new ApiProblem(
      response.status,
      body.code ?? `http-${response.status}`,
      detail,
      body.params,
      body.errors,
    );
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'network');
  }
}
