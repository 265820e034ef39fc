import type { Actor } from '../auth/actor.js';
import { InvalidInputError } from '../errors/common.errors.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { readListRequest, type RawQuery } from '../lists/list-request.js';
import { conditions, Parameters, visibleColumns, type Statement } from '../lists/list-sql.js';
import type { CreateBulkRunDto } from './bulk.dto.js';
import { MOST_ROWS } from './bulk.errors.js';

export interface ChosenRow {
  readonly recordId: string;
  readonly version: number | null;
  readonly title: string | null;
}

/** Which rows are meant, as a query of the list; ids are a filter like any other. @throws InvalidInputError */
export function queryOf({ ids, query }: CreateBulkRunDto): RawQuery {
  if ((ids === undefined) === (query === undefined)) {
    const detail = 'Give either the ids of the chosen records or the query of the list.';
    throw new InvalidInputError([{ pointer: '/ids', rule: 'required', detail }]);
  }
  const { cursor: _cursor, limit: _limit, ...rest } = query ?? {};
  return ids ? { id: ids } : rest;
}

/** The rows within the caller's scope, with the version in which she saw them; one more than may be acted on. */
export function selectionStatement(
  list: ListDefinition,
  query: RawQuery,
  title: string,
  actor: Actor,
): Statement {
  const request = readListRequest(list, query, actor);
  const parameters = new Parameters();
  const visible = new Map(visibleColumns(list, actor));
  const where = conditions(list, request, actor, parameters);
  const sort = list.sorts[request.sort.replace(/^-/, '')]!;
  const direction = request.sort.startsWith('-') ? 'desc' : 'asc';
  return {
    text: `select ${list.key} as "recordId", ${visible.get('version') ?? 'null::int'} as version, left((${visible.get(title) ?? 'null'})::text, 200) as title
             from ${list.table} ${list.joins ?? ''} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
            order by ${sort.sql} ${direction}, ${list.key} ${direction} limit ${MOST_ROWS + 1}`,
    values: parameters.values,
  };
}
