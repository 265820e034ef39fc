import {
  applyDecorators,
  createParamDecorator,
  Param,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';

const uuidOr404: PipeTransform<string, string> = {
  transform(value) {
    if (!isUUID(value)) throw new RecordNotFoundError('record', value.slice(0, 60));
    return value;
  },
};

/** A record's id in the path; what is no id cannot be there, so the answer is 404. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, uuidOr404);

/** The version in `If-Match: "7"`; undefined when the caller does not insist. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version) return Number(version);
  throw new InvalidInputError([
    { pointer: 'If-Match', detail: 'If-Match holds an ETag such as "7".', rule: 'etag' },
  ]);
});

/** Documents a path id and, for changes, `If-Match`. */
export const HasIdParam = (name = 'id'): MethodDecorator =>
  applyDecorators(
    ApiParam({ name, schema: { type: 'string', format: 'uuid' }, description: 'Id of the record.' }),
  );

export const HasIfMatch = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      schema: { type: 'string' },
      description: 'ETag you read; a changed record answers 412.',
    }),
  );
