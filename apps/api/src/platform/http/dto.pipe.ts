import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { refuseTooDeep } from './body-depth.js';
import { InvalidInputError } from '../errors/common.errors.js';
import type { FieldProblem } from '../errors/domain-error.js';

const BUILT_IN = new Set<unknown>([String, Boolean, Number, Array, Object, undefined]);

/** Escapes one step of a JSON pointer (RFC 6901). */
const step = (property: string): string => property.replace(/~/g, '~0').replace(/\//g, '~1');

function flatten(errors: readonly ValidationError[], path: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${step(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
      pointer,
      detail: rule === 'whitelistValidation' ? 'There is no such field.' : detail,
      rule: rule === 'whitelistValidation' ? 'unknown' : rule,
    }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

/** Turns a body into its DTO class and checks it; unknown fields are refused, every fault is pointed at. */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' || !metatype || BUILT_IN.has(metatype)) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InvalidInputError([
        { pointer: '', detail: 'The body must be a JSON object.', rule: 'isObject' },
      ]);
    }
    refuseTooDeep(value);
    const dto = plainToInstance(metatype, value) as object;
    const errors = validateSync(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    if (errors.length > 0) throw new InvalidInputError(flatten(errors, ''));
    return dto;
  }
}
