import { may, SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import type { ListColumn, ListDefinition } from './list-definition.js';
import type { AppliedFilter, ListRequest } from './list-request.js';
import { COMPANY_ZONE } from '../clock/company-time.js';
import { scopeCondition } from './scope.js';
import { searchConditions, type Search, type SearchBy } from './search.js';

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

/** What this caller gets of a column; undefined when it does not exist for her. */
function sqlOf(column: ListColumn, actor: Actor): string | undefined {
  if (typeof column === 'string') return column;
  if ('sqlFor' in column) return column.sqlFor((permission) => may(actor, permission));
  return !column.permission || may(actor, column.permission) ? column.sql : column.masked;
}

/** Columns the caller may see; a hidden one never leaves the database. */
export function visibleColumns(list: ListDefinition, actor: Actor): [name: string, sql: string][] {
  return Object.entries(list.columns).flatMap(([name, column]): [string, string][] => {
    const sql = sqlOf(column, actor);
    return sql === undefined ? [] : [[name, sql]];
  });
}

/** By rights and list: an actor's rights are one Map until they change, and no request should spell out 25 columns again. */
const selections = new WeakMap<Actor['permissions'], Map<ListDefinition, string>>();

/** The visible columns as a select list. */
export function selection(list: ListDefinition, actor: Actor): string {
  // The system sees everything without having a permission: nothing of it may be remembered for anybody else.
  if (actor === SYSTEM_ACTOR) return selectList(list, actor);
  const known = selections.get(actor.permissions) ?? new Map<ListDefinition, string>();
  selections.set(actor.permissions, known);
  const columns = known.get(list) ?? selectList(list, actor);
  known.set(list, columns);
  return columns;
}

const selectList = (list: ListDefinition, actor: Actor): string =>
  visibleColumns(list, actor)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');

function filterCondition({ filter, operator, values }: AppliedFilter, parameters: Parameters): string {
  if (operator === 'any-of') {
    const array = `${parameters.add(values)}::${filter.type}[]`;
    return filter.sql.includes('?') ? filter.sql.replaceAll('?', array) : `${filter.sql} = any(${array})`;
  }
  const place = parameters.add(values[0]);
  // A bare date as an end of a range of instants is a day on the company's clock, the whole of it.
  const isDay = filter.type === 'timestamptz' && values[0]?.length === 10;
  const value = isDay ? `(${place}::timestamp at time zone '${COMPANY_ZONE}')` : `${place}::${filter.type}`;
  if (operator === 'from') return `${filter.sql} >= ${value}`;
  return isDay ? `${filter.sql} < ${value} + interval '1 day'` : `${filter.sql} <= ${value}`;
}

/** Everything but the cursor: the list's own condition, the caller's scope, filters, and search. */
export function conditions(
  list: ListDefinition,
  request: Pick<ListRequest, 'q' | 'filters'>,
  actor: Actor,
  parameters: Parameters,
  by?: SearchBy,
): string[] {
  const scope = list.scope && scopeCondition(list.scope, list.permission, actor, parameters);
  const apiKeyId = actor.origin?.apiKeyId;
  return [
    ...(list.where ? [list.where] : []),
    ...(list.mine ? [`${list.mine} = ${parameters.add(actor.id)}::uuid`] : []),
    ...(list.byKey && apiKeyId ? [`${list.byKey} = ${parameters.add(apiKeyId)}::uuid`] : []),
    ...(scope ? [scope] : []),
    ...request.filters.map((filter) => filterCondition(filter, parameters)),
    ...(list.search && request.q
      ? searchConditions(seenSearch(list.search, actor), request.q, parameters, by)
      : []),
  ];
}

/** The open text counts only for whoever may not see the rest. */
const seenSearch = (search: Search, actor: Actor): Search =>
  search.open && may(actor, search.open.permission) ? { ...search, open: undefined } : search;

const UNFILTERED = { q: '', filters: [] };

export const whereOf = (parts: readonly string[]): string =>
  parts.length > 0 ? `where ${parts.join(' and ')}` : '';

/** What the statements of a page have in common: its columns, its source, its order and how much of it is read. */
export interface PageParts {
  readonly columns: string;
  readonly source: string;
  readonly where: string[];
  readonly sorted: string;
  readonly direction: 'asc' | 'desc';
  readonly limit: string;
  readonly parameters: Parameters;
}

export function pageParts(list: ListDefinition, request: ListRequest, actor: Actor, by: SearchBy): PageParts {
  const parameters = new Parameters();
  const sort = list.sorts[request.sort.replace(/^-/, '')]!;
  const backwards = request.cursor?.backwards ?? false;
  const direction = request.sort.startsWith('-') !== backwards ? 'desc' : 'asc';
  const where = conditions(list, request, actor, parameters, by);
  if (request.cursor) where.push(afterCursor(list, request, direction === 'desc', parameters));
  return {
    columns: `${selection(list, actor)}, (${sort.sql})::text as "_value", ${list.key} as "_key"`,
    source: `${list.table} ${list.joins ?? ''}`,
    where,
    sorted: sort.sql,
    direction,
    limit: `limit ${request.limit + 1}`,
    parameters,
  };
}

/** One keyset page, one row more than asked so that "is there a next page" costs nothing. */
export function pageStatement(list: ListDefinition, request: ListRequest, actor: Actor): Statement {
  const { columns, source, where, sorted, direction, limit, parameters } = pageParts(
    list,
    request,
    actor,
    'text',
  );
  const order = `order by ${sorted} ${direction}, ${list.key} ${direction}`;
  const text = `select ${columns} from ${source} ${whereOf(where)} ${order} ${limit}`;
  return { text, values: parameters.values };
}

export function oneStatement(list: ListDefinition, id: string, actor: Actor): Statement {
  const parameters = new Parameters();
  const key = `${list.key} = ${parameters.add(id)}::${list.keyType ?? 'uuid'}`;
  const where = whereOf([key, ...conditions(list, UNFILTERED, actor, parameters)]);
  return {
    text: `select ${selection(list, actor)} from ${list.table} ${list.joins ?? ''} ${where}`,
    values: parameters.values,
  };
}

/**
 * Inserts one record and gives it back as its list shows it, in one statement.
 * @param values by column of the list's table; the names come from the program, never from a caller
 */
export function insertStatement(
  list: ListDefinition,
  values: Readonly<Record<string, unknown>>,
  actor: Actor,
): Statement {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const [table, alias] = list.table.split(' ');
  const names = given.map(([name]) => name).join(', ');
  const places = given.map((_, index) => `$${index + 1}`).join(', ');
  return {
    text: `with ${alias} as (insert into ${table} (${names}) values (${places}) returning *)
      select ${selection(list, actor)} from ${alias} ${list.joins ?? ''}`,
    values: given.map(([, value]) => value),
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
  by?: SearchBy,
): Statement {
  const parameters = new Parameters();
  const where = whereOf(conditions(list, request, actor, parameters, by));
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
  const columns = selection(list, actor);
  const order = `order by ${sort.sql} ${direction}, ${list.key} ${direction}`;
  return {
    text: `select ${columns} from ${list.table} ${list.joins ?? ''} ${where} ${order}`,
    values: parameters.values,
  };
}
