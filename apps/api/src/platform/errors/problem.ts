import { HttpException } from '@nestjs/common';
import { DatabaseAwayError, InvalidInputError } from './common.errors.js';
import { DomainError, type FieldProblem } from './domain-error.js';

/** RFC 9457 body, plus `code`, `params` and, for 422, `errors`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  params?: Record<string, unknown>;
  errors?: readonly FieldProblem[];
}

const HTTP_CODES: Record<number, string> = {
  400: 'request.malformed',
  401: 'auth.not-signed-in',
  403: 'auth.forbidden',
  404: 'request.no-such-route',
  405: 'request.method-not-allowed',
  413: 'request.too-large',
  414: 'request.too-long',
  415: 'request.unsupported-media-type',
  429: 'request.too-many',
};

/** SQLSTATE classes that mean "the database is not there", not "the statement is wrong". */
const AWAY = /^(08|57P|53300)|ECONNREFUSED|ECONNRESET|ENOENT|ETIMEDOUT|EPIPE/;

/** Bad values that reach PostgreSQL all the same (NUL bytes, numbers out of range) are bad input. */
const BAD_VALUE = /^(22)/;

function databaseCode(error: unknown): string {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? '');
}

export const isDatabaseAway = (error: unknown): boolean =>
  AWAY.test(databaseCode(error)) ||
  (error instanceof Error &&
    /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i.test(
      error.message,
    ));

function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (isDatabaseAway(error)) return new DatabaseAwayError();
  if (BAD_VALUE.test(databaseCode(error))) {
    return new InvalidInputError(
      [],
      'A value cannot be stored: it is out of range or holds a forbidden character.',
    );
  }
  return undefined;
}

function ofDomainError(error: DomainError, instance: string): ProblemBody {
  const { status, code, title } = error.problem;
  return {
    type: `urn:juke:problem:${code}`,
    title,
    status,
    detail: error.message,
    instance,
    code,
    ...(Object.keys(error.params).length > 0 && { params: error.params }),
    ...(error.errors.length > 0 && { errors: error.errors }),
  };
}

function ofStatus(status: number, detail: string, instance: string): ProblemBody {
  const code = HTTP_CODES[status] ?? (status < 500 ? 'request.malformed' : 'system.failure');
  return { type: `urn:juke:problem:${code}`, title: detail, status, detail, instance, code };
}

/** Turns anything thrown into a problem. What is not expected becomes a bare 500 without its message. */
export function toProblem(error: unknown, instance: string): ProblemBody {
  const domainError = asDomainError(error);
  if (domainError) return ofDomainError(domainError, instance);
  if (error instanceof HttpException) return ofStatus(error.getStatus(), error.message, instance);
  const status = (error as { statusCode?: unknown })?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return ofStatus(status, (error as Error).message, instance);
  }
  return ofStatus(
    500,
    'Something went wrong on our side. It has been logged under the request id.',
    instance,
  );
}
