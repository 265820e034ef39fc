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
    /** What was called, where a refusal can be mended by calling again. */
    readonly request?: { readonly method: string; readonly path: string },
  ) {
    super(detail || code);
    this.name = 'ApiProblem';
  }

  static async fromResponse(response: Response, request?: Request): Promise<ApiProblem> {
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = isJson ? ((await response.json().catch(() => ({}))) as ProblemBody) : {};
    const detail = body.detail ?? body.title ?? '';
    return new ApiProblem(
      response.status,
      body.code ?? `http-${response.status}`,
      detail,
      body.params,
      body.errors,
      request && { method: request.method, path: new URL(request.url).pathname },
    );
  }

  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'network');
  }
}

/** Refused because the record was changed after it was read, and can be read again. */
export const isStale = (failure: unknown): failure is ApiProblem =>
  failure instanceof ApiProblem && failure.status === 412 && failure.request !== undefined;
