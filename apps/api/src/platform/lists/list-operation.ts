import { applyDecorators, createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FlagField, IntegerField } from '../http/fields.js';
import { Operation, type OperationDeclaration } from '../http/operation.js';
import type { ListDefinition, ListFilter } from './list-definition.js';
import { chosenRows, DEFAULT_LIMIT, MAX_LIMIT, type RawQuery } from './list-request.js';

/** The raw query of a list request; `Lists` checks it against the declaration. */
export const ListQuery = createParamDecorator(
  (_: unknown, context: ExecutionContext): RawQuery =>
    context.switchToHttp().getRequest<FastifyRequest>().query as RawQuery,
);

export class ListCountDto {
  @IntegerField({ describe: 'Number of rows.', example: 793 }) readonly count!: number;
  @FlagField({ describe: 'False above 10,000: then it is an estimate.' }) readonly exact!: boolean;
}

const OPENAPI_FORMATS: Record<string, { type: string; format?: string }> = {
  text: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  bigint: { type: 'integer' },
  numeric: { type: 'string', format: 'decimal' },
  date: { type: 'string', format: 'date' },
  timestamptz: { type: 'string', format: 'date-time' },
};

function filterParameters(name: string, filter: ListFilter): (ClassDecorator & MethodDecorator)[] {
  const schema = OPENAPI_FORMATS[filter.type]!;
  if (filter.kind === 'range') {
    return (['From', 'To'] as const).map((end) =>
      ApiQuery({
        name: `${name}${end}`,
        required: false,
        schema,
        description: `${filter.describe} (${end === 'From' ? 'at least' : 'at most'})`,
      }),
    );
  }
  const items = { ...schema, ...(filter.values && { enum: [...filter.values] }) };
  return [
    ApiQuery({
      name,
      required: false,
      schema: { type: 'array', items },
      style: 'form',
      explode: true,
      description: `${filter.describe} Repeat for "any of".`,
    }),
  ];
}

function narrowing(list: ListDefinition): MethodDecorator[] {
  return [
    ...(list.search
      ? [
          ApiQuery({
            name: 'q',
            required: false,
            schema: { type: 'string', maxLength: 100 },
            description: 'Search text.',
          }),
        ]
      : []),
    ...Object.entries({ id: chosenRows(list), ...list.filters }).flatMap(([name, filter]) =>
      filterParameters(name, filter),
    ),
  ];
}

/** A keyset page of `row`s: parameters and answer are documented from the declaration. */
export function ListOperation(
  list: ListDefinition,
  row: Type,
  summary: string,
  options: Pick<OperationDeclaration, 'peopleOnly'> = {},
): MethodDecorator {
  const sorts = Object.keys(list.sorts).flatMap((name) => [name, `-${name}`]);
  const cursor = {
    type: ['string', 'null'],
    description: 'Pass it back as `cursor`; null at the end.',
  } as never;
  return applyDecorators(
    Operation({ summary, access: list.permission, ...options }),
    ApiExtraModels(row),
    ...narrowing(list),
    ApiQuery({
      name: 'sort',
      required: false,
      schema: { type: 'string', enum: sorts, default: list.defaultSort },
      description: 'Column to sort by.',
    }),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
      description: 'Rows per page.',
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      schema: { type: 'string' },
      description: 'From the page before.',
    }),
    ApiResponse({
      status: 200,
      description: 'One page.',
      schema: {
        type: 'object',
        required: ['items', 'nextCursor', 'prevCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(row) } },
          nextCursor: cursor,
          prevCursor: cursor,
        },
      },
    }),
  );
}

/** An answer of its own kind for what the list's filters leave. */
export function FilteredOperation(
  list: ListDefinition,
  answer: Type | readonly [Type],
  summary: string,
): MethodDecorator {
  return applyDecorators(
    Operation({ summary, access: list.permission, returns: answer }),
    ...narrowing(list),
  );
}

export const CountOperation = (list: ListDefinition, summary: string): MethodDecorator =>
  FilteredOperation(list, ListCountDto, summary);

/** Sums of the list's money columns for the filter, as decimal strings. */
export function SumsOperation(list: ListDefinition, summary: string): MethodDecorator {
  const properties = Object.fromEntries(
    Object.keys(list.sums ?? {}).map((name) => [
      name,
      { type: 'string', format: 'decimal', description: `Sum of ${name}.` },
    ]),
  );
  return applyDecorators(
    Operation({ summary, access: list.permission }),
    ...narrowing(list),
    ApiResponse({
      status: 200,
      description: 'Sums by column; columns you may not see are missing.',
      schema: { type: 'object', properties },
    }),
  );
}
