import { may, type Actor } from '../auth/actor.js';
import { InvalidInputError } from '../errors/common.errors.js';
import type { FieldProblem } from '../errors/domain-error.js';
import { decodeCursor, type Cursor } from './cursor.js';
import { readFilterValue } from './filter-values.js';
import type { ListDefinition, ListFilter } from './list-definition.js';

export const MAX_LIMIT = 200;
export const DEFAULT_LIMIT = 50;
const MAX_QUERY_LENGTH = 100;
const MAX_VALUES = 500;

export interface AppliedFilter {
  readonly filter: ListFilter;
  readonly operator: 'any-of' | 'from' | 'to';
  readonly values: readonly string[];
}

/** A list query after every parameter was checked against the declaration. */
export interface ListRequest {
  readonly q: string;
  readonly filters: readonly AppliedFilter[];
  readonly sort: string;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
}

export type RawQuery = Readonly<Record<string, unknown>>;

/** @throws InvalidInputError pointing at every parameter that is unknown or wrong. */
export function readListRequest(list: ListDefinition, query: RawQuery, actor: Actor): ListRequest {
  const problems: FieldProblem[] = [];
  const filters: AppliedFilter[] = [];
  let q = '';
  let sort = list.defaultSort;
  let limit = DEFAULT_LIMIT;
  let cursorText: string | undefined;

  for (const [name, raw] of Object.entries(query)) {
    const given: unknown[] = Array.isArray(raw) ? raw : [raw];
    // A query that comes as JSON can hold anything; an object may not even have a text.
    if (given.some((each) => typeof each === 'object')) {
      problems.push({ pointer: name, detail: 'Filters are texts or lists of texts.', rule: 'text' });
      continue;
    }
    const values = given.map(String);
    const value = values[0] ?? '';
    if (name === 'q' && list.search) q = readSearch(value, problems);
    else if (name === 'sort') sort = readSort(list, value, actor, problems);
    else if (name === 'limit') limit = readLimit(value, problems);
    else if (name === 'cursor') cursorText = value;
    else readFilter(list, name, values, actor, filters, problems);
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { q, filters, sort, limit, cursor: cursorText ? decodeCursor(cursorText, sort) : undefined };
}

function readSearch(value: string, problems: FieldProblem[]): string {
  if (value.length <= MAX_QUERY_LENGTH && !value.includes('\0') && value.isWellFormed())
    return value.trim().toLowerCase();
  problems.push({
    pointer: 'q',
    detail: `Search for at most ${MAX_QUERY_LENGTH} characters.`,
    rule: 'maxLength',
  });
  return '';
}

function readLimit(value: string, problems: FieldProblem[]): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  problems.push({
    pointer: 'limit',
    detail: `limit is a whole number from 1 to ${MAX_LIMIT}.`,
    rule: 'limit',
  });
  return DEFAULT_LIMIT;
}

function readSort(list: ListDefinition, value: string, actor: Actor, problems: FieldProblem[]): string {
  const declared = own(list.sorts, value.replace(/^-/, ''));
  if (declared && (!declared.permission || may(actor, declared.permission))) return value;
  const names = Object.keys(list.sorts).join(', ');
  problems.push({
    pointer: 'sort',
    detail: `sort is one of ${names}, with - in front for descending.`,
    rule: 'sort',
  });
  return list.defaultSort;
}

/** `constructor` and its like are in every object and declared in none. */
const own = <T>(declared: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(declared, name) ? declared[name] : undefined;

/** Every list can be narrowed to rows chosen by hand, such as for an export of them. */
export const chosenRows = (list: ListDefinition): ListFilter => ({
  kind: 'any-of',
  sql: list.key,
  type: list.keyType ?? 'uuid',
  describe: 'Rows chosen by hand.',
});

const RANGE_ENDS = { From: 'from', To: 'to' } as const;

function readFilter(
  list: ListDefinition,
  name: string,
  values: string[],
  actor: Actor,
  filters: AppliedFilter[],
  problems: FieldProblem[],
): void {
  const found = findFilter(list, name);
  if (!found || (found.filter.permission && !may(actor, found.filter.permission))) {
    problems.push({ pointer: name, detail: 'There is no such parameter.', rule: 'unknown' });
    return;
  }
  if (values.length > MAX_VALUES || (found.operator !== 'any-of' && values.length > 1)) {
    problems.push({ pointer: name, detail: 'Too many values.', rule: 'tooMany' });
    return;
  }
  const read = values.map((value) => readFilterValue(found.filter, value));
  if (read.includes(undefined)) {
    problems.push({
      pointer: name,
      detail: `This is not a valid ${found.filter.type} for ${name}.`,
      rule: found.filter.type,
    });
    return;
  }
  filters.push({ ...found, values: read as string[] });
}

function findFilter(list: ListDefinition, name: string): Omit<AppliedFilter, 'values'> | undefined {
  const direct = own(list.filters, name) ?? (name === 'id' ? chosenRows(list) : undefined);
  if (direct?.kind === 'any-of') return { filter: direct, operator: 'any-of' };
  for (const [suffix, operator] of Object.entries(RANGE_ENDS)) {
    if (!name.endsWith(suffix)) continue;
    const filter = own(list.filters, name.slice(0, -suffix.length));
    if (filter?.kind === 'range') return { filter, operator };
  }
  return undefined;
}
