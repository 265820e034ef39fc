import { may, type Actor } from '../auth/actor.js';
import type { ListColumn, ListDefinition } from './list-definition.js';
import type { AppliedFilter, ListRequest } from './list-request.js';
import { scopeCondition } from './scope.js';
import { searchConditions } from './search.js';

/** Collects values and hands out their placeholders. */
export class Parameters {
  readonly values: unknown[];

  /** @param given values of a statement that this becomes a part of; numbering goes on after them. */
  constructor(given: readonly unknown[] = []) {
    this.values = [...given];
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const sqlOf = (column: ListColumn): string => (typeof column === 'string' ? column : column.sql);

/** Columns the caller may see; a hidden one never leaves the database. */
export function visibleColumns(list: ListDefinition, actor: Actor): [name: string, sql: string][] {
  return Object.entries(list.columns)
    .filter(([, column]) => typeof column === 'string' || !column.permission || may(actor, column.permission))
    .map(([name, column]) => [name, sqlOf(column)]);
}

function filterCondition({ filter, operator, values }: AppliedFilter, parameters: Parameters): string {
  if (operator === 'any-of') {
    const array = `${parameters.add(values)}::${filter.type}[]`;
    return filter.sql.includes('?') ? filter.sql.replaceAll('?', array) : `${filter.sql} = any(${array})`;
  }
  const value = `${parameters.add(values[0])}::${filter.type}`;
  if (operator === 'from') return `${filter.sql} >= ${value}`;
  // A bare date as the end of a range of instants means the whole of that day.
  const wholeDay = filter.type === 'timestamptz' && values[0]?.length === 10;
  return wholeDay ? `${filter.sql} < ${value} + interval '1 day'` : `${filter.sql} <= ${value}`;
}

/** Everything but the cursor: the list's own condition, the caller's scope, filters, and search. */
export function conditions(
  list: ListDefinition,
  request: Pick<ListRequest, 'q' | 'filters'>,
  actor: Actor,
  parameters: Parameters,
): string[] {
  const scope = list.scope && scopeCondition(list.scope, list.permission, actor, parameters);
  return [
    ...(list.where ? [list.where] : []),
    ...(list.mine ? [`${list.mine} = ${parameters.add(actor.id)}::uuid`] : []),
    ...(scope ? [scope] : []),
    ...request.filters.map((filter) => filterCondition(filter, parameters)),
    ...(list.search && request.q ? searchConditions(list.search, request.q, parameters) : []),
  ];
}

const UNFILTERED = { q: '', filters: [] };

const whereOf = (parts: readonly string[]): string =>
  parts.length > 0 ? `where ${parts.join(' and ')}` : '';

/**
 * One keyset page, one row more than asked so that "is there a next page" costs nothing. With `fenced`, a rare search term
 * is found by its index first: else the planner may walk the sort index over the whole table.
 */
export function pageStatement(
  list: ListDefinition,
  request: ListRequest,
  actor: Actor,
  fenced: boolean,
): Statement {
  const parameters = new Parameters();
  const sort = list.sorts[request.sort.replace(/^-/, '')]!;
  const backwards = request.cursor?.backwards ?? false;
  const descending = request.sort.startsWith('-') !== backwards;
  const where = conditions(list, request, actor, parameters);
  const select = visibleColumns(list, actor).map(([name, sql]) => `${sql} as "${name}"`);
  const after = request.cursor && afterCursor(list, request, descending, parameters);
  const order = `order by ${sort.sql} ${descending ? 'desc' : 'asc'}, ${list.key} ${descending ? 'desc' : 'asc'}`;
  const source = `${list.table} ${list.joins ?? ''}`;
  const limit = `limit ${request.limit + 1}`;
  const columns = [...select, `(${sort.sql})::text as "_value"`, `${list.key} as "_key"`].join(', ');
  if (!fenced) {
    const text = `select ${columns} from ${source} ${whereOf([...where, ...(after ? [after] : [])])} ${order} ${limit}`;
    return { text, values: parameters.values };
  }
  const hits = `with hits as materialized (select ${list.key} as id from ${source} ${whereOf(where)})`;
  const text = `${hits} select ${columns} from ${source} join hits on hits.id = ${list.key} ${whereOf(after ? [after] : [])} ${order} ${limit}`;
  return { text, values: parameters.values };
}

export function oneStatement(list: ListDefinition, id: string, actor: Actor): Statement {
  const parameters = new Parameters();
  const key = `${list.key} = ${parameters.add(id)}::${list.keyType ?? 'uuid'}`;
  const where = whereOf([key, ...conditions(list, UNFILTERED, actor, parameters)]);
  const columns = visibleColumns(list, actor).map(([name, sql]) => `${sql} as "${name}"`);
  return {
    text: `select ${columns.join(', ')} from ${list.table} ${list.joins ?? ''} ${where}`,
    values: parameters.values,
  };
}

function afterCursor(
  list: ListDefinition,
  request: ListRequest,
  descending: boolean,
  parameters: Parameters,
): string {
  const sort = list.sorts[request.sort.replace(/^-/, '')]!;
  const { value, key } = request.cursor!;
  const seen = `(${parameters.add(value)}::${sort.type}, ${parameters.add(key)}::${list.keyType ?? 'uuid'})`;
  return `(${sort.sql}, ${list.key}) ${descending ? '<' : '>'} ${seen}`;
}

/** Rows up to `most` + 1; more than that is not counted but estimated. */
export function countStatement(
  list: ListDefinition,
  request: ListRequest,
  actor: Actor,
  most: number,
): Statement {
  const parameters = new Parameters();
  const where = whereOf(conditions(list, request, actor, parameters));
  const text = `select count(*)::int as count from (select 1 from ${list.table} ${list.joins ?? ''} ${where} limit ${most + 1}) as capped`;
  return { text, values: parameters.values };
}

export function sumsStatement(
  list: ListDefinition,
  request: ListRequest,
  actor: Actor,
): Statement | undefined {
  const parameters = new Parameters();
  const sums = Object.entries(list.sums ?? {}).filter(
    ([, sum]) => !sum.permission || may(actor, sum.permission),
  );
  if (sums.length === 0) return undefined;
  const where = whereOf(conditions(list, request, actor, parameters));
  const columns = sums.map(([name, { sql }]) => `coalesce(${sql}, 0)::text as "${name}"`).join(', ');
  return {
    text: `select ${columns} from ${list.table} ${list.joins ?? ''} ${where}`,
    values: parameters.values,
  };
}

/** The whole list in its order, for exports: read through a cursor, never into memory. */
export function streamStatement(list: ListDefinition, request: ListRequest, actor: Actor): Statement {
  const parameters = new Parameters();
  const where = whereOf(conditions(list, request, actor, parameters));
  const sort = list.sorts[request.sort.replace(/^-/, '')]!;
  const direction = request.sort.startsWith('-') ? 'desc' : 'asc';
  const columns = visibleColumns(list, actor)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');
  const order = `order by ${sort.sql} ${direction}, ${list.key} ${direction}`;
  return {
    text: `select ${columns} from ${list.table} ${list.joins ?? ''} ${where} ${order}`,
    values: parameters.values,
  };
}
