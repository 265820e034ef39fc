import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { InvalidInputError } from '../errors/common.errors.js';
import type { EventFeedDto, FeedEventDto } from './event-feed.dto.js';

export const MOST_EVENTS = 1_000;

/** Place of an event in the feed: its transaction, then its id. */
interface Position {
  readonly transaction: string;
  readonly id: string;
}

/**
 * Ids are no order of commits: a later commit may carry a smaller one, and a reader who went by ids would lose it. So the
 * feed goes by transaction, and only up to the oldest one that is still open: below that nothing can appear any more.
 * An event is seen by whom its audience names: the permission, and for a record with an owner the data scope of it.
 */
const READ = `
  select e.transaction_id::text as "transaction", e.id::text as id, e.name, e.resource, e.record_id as "recordId", e.payload,
         e.actor_id as "actorId", e.occurred_at as "occurredAt"
    from domain_events e
   where e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     and (e.transaction_id, e.id) > ($1::xid8, $2::bigint)
     and ($3::text[] is null or e.name = any($3) or split_part(e.name, '.', 1) || '.*' = any($3))
     and not e.audience ? 'userId'
     and ($4::boolean or exists (
       select 1 from unnest($5::text[], $6::text[]) as p(permission, scope)
        where p.permission = e.audience->>'permission' and (
              p.scope = 'all' or not (e.audience ?| array['ownerId', 'departmentId'])
              or e.audience->>'ownerId' = $7
              or (p.scope = 'department' and e.audience->>'departmentId' = $8)
              or (p.scope = 'department_and_below' and e.audience->>'departmentId' = any($9::text[])))))
   order by e.transaction_id, e.id limit $10`;

/** Where the feed stands now: what is stored from here on comes after it. */
const NOW = `select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text as "transaction"`;
const AFTER_ALL_OF_IT = '9223372036854775807';

/** What happened, in an order that never changes, for a program that reads at its own pace. */
@Injectable()
export class EventFeed {
  constructor(private readonly rows: Rows) {}

  /**
   * @param after cursor of the last answer; from the beginning when there is none, from now on for `now`
   * @param types event names or `customer.*`; all when empty
   */
  async read(
    after: string | undefined,
    types: readonly string[],
    limit: number,
    actor: Actor,
  ): Promise<EventFeedDto> {
    if (after === 'now') return { items: [], cursor: encode(await this.now()), hasMore: false };
    const position = after ? decode(after) : { transaction: '0', id: '0' };
    const permissions = [...actor.permissions];
    const found = await this.rows.toSend<FeedEventDto & { transaction?: string }>(READ, [
      position.transaction,
      position.id,
      types.length > 0 ? types : null,
      actor === SYSTEM_ACTOR,
      permissions.map(([permission]) => permission),
      permissions.map(([, scope]) => scope),
      actor.id,
      actor.departmentId,
      actor.departmentTree,
      limit + 1,
    ]);
    const kept = found.slice(0, limit);
    const last = kept.at(-1);
    const cursor = encode(last ? { transaction: last.transaction!, id: last.id } : position);
    // Undefined is not sent: where an event stands is the cursor's affair.
    for (const event of kept) event.transaction = undefined;
    return { items: kept, cursor, hasMore: found.length > limit };
  }

  private async now(): Promise<Position> {
    const now = await this.rows.one<{ transaction: string }>(NOW);
    return { transaction: now!.transaction, id: AFTER_ALL_OF_IT };
  }
}

const encode = ({ transaction, id }: Position): string =>
  Buffer.from(`${transaction}.${id}`).toString('base64url');

/** @throws InvalidInputError when it is not one of ours */
function decode(cursor: string): Position {
  const found = /^(\d{1,19})\.(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!found)
    throw new InvalidInputError([
      { pointer: 'after', detail: 'This is no cursor of the event feed.', rule: 'cursor' },
    ]);
  return { transaction: found[1]!, id: found[2]! };
}
