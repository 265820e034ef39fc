import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { encodeCursor } from './cursor.js';
import type { ListDefinition } from './list-definition.js';
import { ListExtensions } from './list-extensions.js';
import { readListRequest, type ListRequest, type RawQuery } from './list-request.js';
import type { SearchBy } from './search.js';
import { isRare, monthOf, recentMonths, SearchStatisticsReader } from './search-statistics.js';
import { countStatement, oneStatement, pageStatement, sumsStatement, type Statement } from './list-sql.js';
import { recentPageStatement, searchedPageStatement } from './search-sql.js';

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

export interface ListCount {
  readonly count: number;
  /** False when there are more than 10,000: then `count` is the planner's estimate. */
  readonly exact: boolean;
}

export const COUNTED_EXACTLY = 10_000;

type KeyedRow = Record<string, unknown> & { _value?: string; _key?: string };

/** The one way a list is read: page, count, sums. */
@Injectable()
export class Lists {
  private readonly statistics: SearchStatisticsReader;

  constructor(
    private readonly rows: Rows,
    private readonly extensions: ListExtensions,
  ) {
    this.statistics = new SearchStatisticsReader(rows);
  }

  /** The list with what the company has added to it. */
  definition(list: ListDefinition, actor: Actor): ListDefinition {
    return this.extensions.of(list, actor);
  }

  async page<T>(declared: ListDefinition, query: RawQuery, actor: Actor): Promise<Page<T>> {
    const list = this.definition(declared, actor);
    const request = readListRequest(list, query, actor);
    return toPage<T>(await this.rowsOfPage(list, request, actor), request);
  }

  private async rowsOfPage(list: ListDefinition, request: ListRequest, actor: Actor): Promise<KeyedRow[]> {
    if ((await this.searchBy(list, request)) === 'text') {
      const { text, values } = pageStatement(list, request, actor);
      return this.rows.toSend<KeyedRow>(text, values);
    }
    const months = await this.recentMonths(list, request);
    const { text, values } = months
      ? recentPageStatement(list, request, actor, months)
      : searchedPageStatement(list, request, actor);
    return this.rows.toSendPlannedOnce<KeyedRow>(text, values);
  }

  /** Where the newest hits of a term that has many are looked for first. */
  private async recentMonths(list: ListDefinition, request: ListRequest): Promise<number[] | undefined> {
    const { recent } = list.search!;
    const { q, sort, cursor, limit } = request;
    if (!recent || sort !== `-${recent.sort}` || cursor?.backwards) return undefined;
    const upTo = cursor && monthOf(cursor.value);
    return recentMonths(q, await this.statistics.of(list), limit + 1, upTo);
  }

  /**
   * One record as its list shows it, within the caller's scope.
   * @throws RecordNotFoundError when it is not there or not the caller's to see.
   */
  async one<T>(declared: ListDefinition, id: string, actor: Actor): Promise<T> {
    const list = this.definition(declared, actor);
    const { text, values } = oneStatement(list, id, actor);
    const [row] = await this.rows.toSend<T>(text, values);
    if (!row) throw new RecordNotFoundError(list.resource, id);
    return row;
  }

  async count(declared: ListDefinition, query: RawQuery, actor: Actor): Promise<ListCount> {
    const list = this.definition(declared, actor);
    const request = readListRequest(list, query, actor);
    const by = await this.searchBy(list, request, COUNTED_EXACTLY);
    const statement = countStatement(list, request, actor, COUNTED_EXACTLY, by);
    const count = (await this.rows.one<{ count: number }>(statement.text, statement.values))?.count ?? 0;
    if (count <= COUNTED_EXACTLY) return { count, exact: true };
    const all = countStatement(list, request, actor, Number.MAX_SAFE_INTEGER - 1, 'entries');
    return { count: Math.max(await this.estimate(all), COUNTED_EXACTLY + 1), exact: false };
  }

  async sums(declared: ListDefinition, query: RawQuery, actor: Actor): Promise<Record<string, string>> {
    const list = this.definition(declared, actor);
    const statement = sumsStatement(list, readListRequest(list, query, actor), actor);
    if (!statement) return {};
    return (await this.rows.one<Record<string, string>>(statement.text, statement.values)) ?? {};
  }

  /** By the index what is rare, by walking the list what is common; the statistics of the index know which is which. */
  private async searchBy(list: ListDefinition, { q, limit }: ListRequest, most = limit): Promise<SearchBy> {
    if (q === '') return 'text';
    return isRare(q, await this.statistics.of(list), most + 1) ? 'index' : 'text';
  }

  /** Asks the planner for the number of rows; this costs no scan. */
  private async estimate({ text, values }: Statement): Promise<number> {
    const inner = /from \((.*) limit \d+\) as capped$/s.exec(text)?.[1] ?? text;
    const plan = await this.rows.pool().query(`explain (format json) ${inner}`, [...values]);
    const [{ 'QUERY PLAN': planned }] = plan.rows as [{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }];
    return Math.round(planned[0].Plan['Plan Rows']);
  }
}

function toPage<T>(rows: KeyedRow[], { limit, sort, cursor }: ListRequest): Page<T> {
  const backwards = cursor?.backwards ?? false;
  const hasMore = rows.length > limit;
  const kept = hasMore ? rows.slice(0, limit) : rows;
  if (backwards) kept.reverse();
  const at = (row: KeyedRow | undefined, towardsBack: boolean): string | null =>
    row
      ? encodeCursor({ sort, backwards: towardsBack, value: row._value ?? '', key: String(row._key) })
      : null;
  const hasNext = backwards ? cursor !== undefined : hasMore;
  const hasPrevious = backwards ? hasMore : cursor !== undefined;
  const nextCursor = hasNext ? at(kept.at(-1), false) : null;
  const prevCursor = hasPrevious ? at(kept[0], true) : null;
  // Undefined is not sent; `delete` would make every row a slow object.
  for (const row of kept) {
    row._value = undefined;
    row._key = undefined;
  }
  return { items: kept as T[], nextCursor, prevCursor };
}
