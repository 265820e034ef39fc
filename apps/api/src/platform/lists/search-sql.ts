import type { Actor } from '../auth/actor.js';
import type { ListDefinition } from './list-definition.js';
import type { ListRequest } from './list-request.js';
import { monthOf } from './search-statistics.js';
import { pageParts, whereOf, type PageParts, type Statement } from './list-sql.js';

/**
 * A page of a search by its index. The hits are fenced off, found and sorted before anything is joined to them, else the
 * planner may walk the index of the order over the whole table.
 */
export function searchedPageStatement(list: ListDefinition, request: ListRequest, actor: Actor): Statement {
  const parts = pageParts(list, request, actor, 'index');
  return pageOf(list, parts, `page as materialized (${hits(list, parts)})`);
}

/**
 * The same for a search that has many hits, of which the newest are asked for: month by month until the page is full, and
 * what is older than these months only where they do not fill it.
 * @param months without a gap, newest first
 */
export function recentPageStatement(
  list: ListDefinition,
  request: ListRequest,
  actor: Actor,
  months: readonly number[],
): Statement {
  const parts = pageParts(list, request, actor, 'index');
  const { parameters, direction, limit } = parts;
  const month = list.search!.recent!.sql;
  const order = `sorted ${direction}, id ${direction}`;
  const all = parameters.add(months);
  const monthly = `select one.month, hit.id, hit.sorted
    from (select unnest(${all}::int[]) as month order by 1 desc) as one
    cross join lateral (${hits(list, parts, `${month} = one.month`)}) as hit
    order by one.month desc, ${order.replaceAll(/sorted|id/g, 'hit.$&')} ${limit}`;
  // Entered since the statistics were taken, or dated in the future: nothing once the cursor has come to these months.
  const hasNewer = !request.cursor || months[0]! < monthOf(request.cursor.value);
  const newer = () => `(${hits(list, parts, `${month} > ${parameters.add(months[0])}::int`)}) union all`;
  const recent = `${hasNewer ? newer() : ''} select id, sorted from monthly`;
  // The sum keeps the index from collecting every older month before it looks for the term.
  const isOlder = `${month} + 0 < ${parameters.add(months.at(-1))}::int`;
  const older = hits(list, parts, `${isOlder} and (select count(*) from recent) < ${request.limit + 1}`);
  return pageOf(
    list,
    parts,
    `monthly as materialized (${monthly}),
    recent as materialized (${recent}),
    older as materialized (${older}),
    page as materialized (select id from (table recent union all table older) as hits order by ${order} ${limit})`,
  );
}

function hits(list: ListDefinition, { source, where, sorted, direction, limit }: PageParts, more?: string) {
  const condition = whereOf(more ? [...where, more] : where);
  const found = `select ${list.key} as id, ${sorted} as sorted from ${source} ${condition} offset 0`;
  return `select id, sorted from (${found}) as found order by sorted ${direction}, id ${direction} ${limit}`;
}

function pageOf(list: ListDefinition, parts: PageParts, page: string): Statement {
  const { columns, source, sorted, direction, parameters } = parts;
  const text = `with ${page}
    select ${columns} from ${source} join page on page.id = ${list.key}
    order by ${sorted} ${direction}, ${list.key} ${direction}`;
  return { text, values: parameters.values };
}
