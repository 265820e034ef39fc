import { Injectable } from '@nestjs/common';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { may, SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { FeedEventDto } from '../../platform/events/event-feed.dto.js';
import { EventFeed } from '../../platform/events/event-feed.js';

/** Events turned into deliveries in one transaction. */
const BATCH = 200;
/** The log is kept so long. */
export const KEPT_DAYS = 30;

const LIVE = `select w.id, w.user_id as "userId" from webhooks w join users u on u.id = w.user_id
  where w.is_enabled and w.given_up_at is null and u.state = 'active'`;
/** Whoever holds it is another process at the same work. */
const CLAIM = `select feed_cursor as "cursor", event_types as "eventTypes" from webhooks
  where id = $1 and is_enabled and given_up_at is null for update skip locked`;
const MAKE = `insert into webhook_deliveries (webhook_id, event_id, event_type, record_id, body)
  select $1, (e->>'eventId')::bigint, e->>'type', (e->>'recordId')::uuid, e->>'body' from jsonb_array_elements($2::jsonb) as e
  on conflict on constraint uq_webhook_deliveries_event do nothing`;
const SWEEP = `delete from webhook_deliveries where state <> 'pending' and created_at < now() - make_interval(days => $1)`;

/** What a webhook's owner needs to be told of anything at all. */
export const mayReceive = (owner: Actor): boolean =>
  may(owner, 'webhook:manage') && may(owner, 'event-feed:read');

/**
 * Makes deliveries of what the event feed has new for each webhook: the owner's rights and reach narrow it there. Cursor and
 * deliveries move in one transaction, so that a process that dies between them is no matter.
 */
@Injectable()
export class WebhookFanOut {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly feed: EventFeed,
    private readonly actors: ActorSource,
  ) {}

  /** True when there is more at once. */
  async round(): Promise<boolean> {
    let hasMore = false;
    for (const { id, userId } of await this.rows.all<{ id: string; userId: string }>(LIVE)) {
      const owner = await this.actors.byUser(userId);
      if (owner && mayReceive(owner) && (await this.move(id, owner))) hasMore = true;
    }
    return hasMore;
  }

  async sweep(): Promise<void> {
    await this.rows.all(SWEEP, [KEPT_DAYS]);
  }

  private move(id: string, owner: Actor): Promise<boolean> {
    return this.work.run(SYSTEM_ACTOR, 'webhook.fan-out', async (unit) => {
      const [webhook] = await unit.query<{ cursor: string; eventTypes: string[] }>(CLAIM, [id]);
      if (!webhook) return false;
      const types = webhook.eventTypes.includes('*') ? [] : webhook.eventTypes;
      // Taken before reading: whatever lies before it was seen, also where nothing of it was for this webhook.
      const { cursor: horizon } = await this.feed.read('now', [], 1, owner);
      const { items, cursor, hasMore } = await this.feed.read(webhook.cursor, types, BATCH, owner);
      await this.make(unit, id, items);
      const next = items.length > 0 ? cursor : horizon;
      if (next !== webhook.cursor)
        await unit.query('update webhooks set feed_cursor = $2 where id = $1', [id, next]);
      return hasMore;
    });
  }

  private async make(unit: Unit, id: string, items: readonly FeedEventDto[]): Promise<void> {
    if (items.length === 0) return;
    const made = items.map((event) => ({
      eventId: event.id,
      type: event.name,
      recordId: event.recordId,
      body: JSON.stringify(bodyOf(event)),
    }));
    await unit.query(MAKE, [id, JSON.stringify(made)]);
  }
}

/** The shape that Standard Webhooks recommends; the data are those of the event feed. */
const bodyOf = ({ name, occurredAt, resource, recordId, payload, actorId }: FeedEventDto): object => ({
  type: name,
  timestamp: occurredAt,
  data: { ...payload, resource, id: recordId, actorId },
});
