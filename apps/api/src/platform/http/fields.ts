import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, IsStorableText } from './field-rules.js';

/**
 * One decorator per DTO field: it validates on the way in and documents in the OpenAPI schema. Response DTOs use the same
 * ones; nothing is validated on the way out.
 */
interface FieldOptions {
  readonly describe: string;
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null (cleared). */
  readonly nullable?: boolean;
  readonly example?: unknown;
  readonly many?: boolean;
}

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { describe, optional = false, nullable = false, example } = options;
  const presence: PropertyDecorator[] = [];
  if (optional && nullable) presence.push(IsOptional());
  else if (optional) presence.push(ValidateIf((_, value) => value !== undefined));
  else if (nullable) presence.push(ValidateIf((_, value) => value !== null));
  const documented = {
    ...schema,
    description: describe,
    required: !optional,
    ...(nullable && { nullable }),
    ...(example !== undefined && { example }),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(documented), ...presence, ...rules);
}

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** Text, trimmed; at most `max` characters (default 200), at least `min` (default 1). */
export function TextField(
  options: FieldOptions & { max?: number; min?: number; pattern?: RegExp; keepSpaces?: boolean },
): PropertyDecorator {
  const { max = 200, min = options.nullable ? 0 : 1, pattern } = options;
  const rules = [IsString(), IsStorableText(), MinLength(min), MaxLength(max)];
  if (pattern) rules.push(Matches(pattern));
  if (!options.keepSpaces) rules.unshift(trimmed);
  const schema = {
    type: 'string',
    minLength: min,
    maxLength: max,
    ...(pattern && { pattern: pattern.source }),
  };
  return field(options, schema as ApiPropertyOptions, ...rules);
}

/** A UUID (version 7 where we made it). */
export function IdField(options: FieldOptions): PropertyDecorator {
  const each = { each: options.many ?? false };
  const rules = [IsUUID(undefined, each), ...(options.many ? [IsArray(), ArrayMaxSize(500)] : [])];
  const schema = { type: 'string', format: 'uuid' };
  const example = options.example ?? (options.many ? undefined : '0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11');
  return field(
    { ...options, example },
    (options.many ? { type: 'array', items: schema } : schema) as ApiPropertyOptions,
    ...rules,
  );
}

/** Money as a decimal string, at most two digits after the point; never a float. */
export function MoneyField(options: FieldOptions): PropertyDecorator {
  return decimalField({ example: '1234.50', ...options }, 16, 2);
}

/** The price or factor of one unit as a decimal string: a screw costs less than a fen, so up to six digits after the point. */
export function PriceField(options: FieldOptions): PropertyDecorator {
  return decimalField({ example: '680.00', ...options }, 14, 6);
}

/** A quantity as a decimal string, at most three digits after the point. */
export function QuantityField(options: FieldOptions): PropertyDecorator {
  return decimalField({ example: '12.000', ...options }, 15, 3);
}

/** A ratio or rate as a decimal string (`0.2500` is 25 %). */
export function RateField(options: FieldOptions): PropertyDecorator {
  return decimalField({ example: '0.1337', ...options }, 6, 6);
}

function decimalField(options: FieldOptions, digits: number, scale: number): PropertyDecorator {
  const pattern = new RegExp(`^-?\\d{1,${digits}}(\\.\\d{1,${scale}})?$`);
  return field(
    options,
    { type: 'string', format: 'decimal', pattern: pattern.source },
    IsString(),
    Matches(pattern),
  );
}

/** A calendar date, `2026-03-01`. */
export function DateField(options: FieldOptions): PropertyDecorator {
  return field({ example: '2026-03-01', ...options }, { type: 'string', format: 'date' }, IsCalendarDate());
}

/** An instant, RFC 3339 in UTC. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  const rule = Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/);
  return field(
    { example: '2026-03-01T08:30:00.000Z', ...options },
    { type: 'string', format: 'date-time' },
    rule,
  );
}

export function IntegerField(options: FieldOptions & { least?: number; most?: number }): PropertyDecorator {
  const { least = 0, most = 2_147_483_647 } = options;
  return field(options, { type: 'integer', minimum: least, maximum: most }, IsInt(), Min(least), Max(most));
}

export function FlagField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, IsBoolean());
}

/** One of a closed set of words. */
export function EnumField(options: FieldOptions & { values: readonly string[] }): PropertyDecorator {
  const each = { each: options.many ?? false };
  const rules = [IsIn(options.values, each), ...(options.many ? [IsArray(), ArrayMaxSize(100)] : [])];
  const schema = { type: 'string', enum: [...options.values] };
  return field(
    options,
    (options.many ? { type: 'array', items: schema } : schema) as ApiPropertyOptions,
    ...rules,
  );
}

export function EmailField(options: FieldOptions): PropertyDecorator {
  return field(
    { example: 'li.na@example.com', ...options },
    { type: 'string', format: 'email', maxLength: 254 },
    trimmed,
    IsEmail(),
  );
}

/** A list of texts. */
export function TextListField(options: FieldOptions & { max?: number; most?: number }): PropertyDecorator {
  const { max = 200, most = 200 } = options;
  const schema = {
    type: 'array',
    items: { type: 'string', maxLength: max },
    maxItems: most,
  } as ApiPropertyOptions;
  return field(
    options,
    schema,
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(max, { each: true }),
  );
}

/** A DTO inside a DTO, or a list of them with `many`. */
export function NestedField(
  type: () => new () => object,
  options: FieldOptions & { most?: number },
): PropertyDecorator {
  const { many = false, most = 1000 } = options;
  const rules = [
    Type(type),
    ValidateNested({ each: many }),
    ...(many ? [IsArray(), ArrayMaxSize(most)] : []),
  ];
  // The document's generator tells a lazy type from a class by the function's name, which must be `type`.
  return field(options, { type: () => type(), isArray: many } as ApiPropertyOptions, ...rules);
}

/** Free-form JSON object, for what is data by nature (settings of a view, result of a job). */
export function JsonField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'object', additionalProperties: true } as ApiPropertyOptions, IsObject());
}
