import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { encodeCursor } from '../../platform/lists/cursor.js';
import { readListRequest, type RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { customerList } from '../customers/customer.list.js';
import type { TimelineEntryDto } from './timeline.dto.js';
import { TimelineSources } from './timeline-sources.js';
import { timelineListOf, timelineStatement } from './timeline-statement.js';

type Entry = TimelineEntryDto & { _value?: string; _key?: string };

/** All that happened with a customer, newest first, as far as the caller may see it. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly sources: TimelineSources,
  ) {}

  async page(customerId: string, query: RawQuery, actor: Actor): Promise<Page<TimelineEntryDto>> {
    await this.lists.one(customerList, customerId, actor);
    const request = readListRequest(timelineListOf(this.sources.kinds()), query, actor);
    const chosen = this.sources.of(request.filters.flatMap(({ values }) => values));
    const { text, values } = timelineStatement(customerId, chosen, request, actor);
    const found = await this.rows.toSend<Entry>(text, values);
    const items = found.slice(0, request.limit);
    const last = items.at(-1);
    const nextCursor =
      found.length > request.limit && last
        ? encodeCursor({ sort: request.sort, backwards: false, value: last._value!, key: last._key! })
        : null;
    for (const item of items) Object.assign(item, { _value: undefined, _key: undefined });
    return { items, nextCursor, prevCursor: null };
  }
}
