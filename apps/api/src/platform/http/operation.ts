import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { PeopleOnly, Public, RequirePermission, SignedIn } from '../auth/access.js';
import { PeopleOnlyError } from '../auth/auth.errors.js';
import { ForbiddenActionError, InvalidInputError, NotSignedInError } from '../errors/common.errors.js';
import type { DomainError, ProblemKind } from '../errors/domain-error.js';
import { ProblemDto } from './problem.dto.js';

type ErrorClass = (new (...args: never[]) => DomainError) & { readonly problem: ProblemKind };

export interface OperationDeclaration {
  /** One imperative sentence for the API document. */
  readonly summary: string;
  readonly description?: string;
  /** A permission code, or who may call without one. Leaving it out is not possible. */
  readonly access: `${string}:${string}` | 'public' | 'signed-in';
  /** What belongs to a person's account and no API key may touch: passwords, second factor, sessions, keys. */
  readonly peopleOnly?: boolean;
  readonly returns?: Type | readonly [Type];
  readonly status?: number;
  /** Domain errors this operation can answer with; the common ones are added. */
  readonly errors?: readonly ErrorClass[];
  /** The answer is a file or a stream, not JSON. */
  readonly produces?: string;
}

function accessOf(access: OperationDeclaration['access']): MethodDecorator {
  if (access === 'public') return Public();
  return access === 'signed-in' ? SignedIn() : RequirePermission(access);
}

function problems(errors: readonly ErrorClass[]): MethodDecorator[] {
  const byStatus = Map.groupBy(errors, (error) => error.problem.status);
  return [...byStatus].map(([status, kinds]) =>
    ApiResponse({
      status,
      description: kinds.map(({ problem }) => `\`${problem.code}\`: ${problem.title}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    }),
  );
}

/** Everything a route declares, in one place: access, summary, answer, errors. */
export function Operation(declaration: OperationDeclaration): MethodDecorator {
  const {
    summary,
    description,
    access,
    peopleOnly = false,
    returns,
    status = 200,
    errors = [],
    produces,
  } = declaration;
  const isList = Array.isArray(returns);
  const type = (isList ? (returns as readonly [Type])[0] : returns) as Type | undefined;
  const signedIn = access === 'public' ? [] : [NotSignedInError, ForbiddenActionError];
  const common = peopleOnly ? [...signedIn, PeopleOnlyError] : signedIn;
  return applyDecorators(
    accessOf(access),
    HttpCode(status),
    ApiOperation({ summary, ...(description && { description }) }),
    ApiExtension('x-permission', access),
    ...(peopleOnly ? [PeopleOnly(), ApiExtension('x-people-only', true)] : []),
    ...(access === 'public' ? [] : [ApiBearerAuth(), ...(peopleOnly ? [] : [ApiBearerAuth('apiKey')])]),
    ApiResponse({
      status,
      description: 'Done.',
      ...(type && { type, isArray: isList }),
      ...(produces && { content: { [produces]: { schema: { type: 'string', format: 'binary' } } } }),
    }),
    ...problems([...common, InvalidInputError, ...errors] as unknown as ErrorClass[]),
  );
}

export { ProblemDto };
