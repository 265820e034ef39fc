import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Sealing } from '../../platform/auth/sealing.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError, StaleVersionError } from '../../platform/errors/common.errors.js';
import { EventFeed } from '../../platform/events/event-feed.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { WebhookCourier } from './webhook-courier.js';
import { refuseWrongTarget } from './webhook-input.js';
import { OutgoingCalls } from '../../platform/outgoing/outgoing-calls.js';
import type { ChangeWebhookDto, CreateWebhookDto, EnableWebhookDto, WebhookDto } from './webhook.dto.js';
import type { WebhookWithSecretDto } from './webhook.dto.js';
import { TooManyWebhooksError } from './webhook.errors.js';
import { webhookList } from './webhook.lists.js';
import { newSigningSecret } from './webhook-secret.js';
import { allowedWebhookActions, refuseWebhookAction, type WebhookActionName } from './webhook.transitions.js';

/** So many that two connections to each of them are no load. */
export const MOST_WEBHOOKS = 50;

const INSERT = `insert into webhooks (user_id, name, url, event_types, sealed_secret, feed_cursor, created_by)
  values ($1, $2, $3, $4, $5, $6, $1) returning id`;
const LOCK = `select version from webhooks where id = $1 for update`;
const CHANGE = `update webhooks set name = coalesce($2, name), url = coalesce($3, url),
  event_types = coalesce($4::text[], event_types)`;
/** A day is long enough to bring a new secret to a receiver, and short where one was lost. */
const ROTATE = `update webhooks set sealed_old_secret = sealed_secret, old_secret_until = now() + interval '24 hours', sealed_secret = $2`;
const ENABLE = `update webhooks set is_enabled = true, given_up_at = null, failing_since = null, feed_cursor = coalesce($2, feed_cursor)`;
const DISABLE = `update webhooks set is_enabled = false`;
const TOUCH = `, updated_at = now(), version = version + 1 where id = $1`;

/** Life of a webhook: made, changed, given a new secret, switched on and off, deleted. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly sealing: Sealing,
    private readonly feed: EventFeed,
    private readonly calls: OutgoingCalls,
    private readonly courier: WebhookCourier,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<WebhookDto>> {
    const page = await this.lists.page<WebhookDto>(webhookList, query, actor);
    return { ...page, items: page.items.map((webhook) => withActions(webhook, actor)) };
  }

  async read(id: string, actor: Actor): Promise<WebhookDto> {
    return withActions(await this.lists.one<WebhookDto>(webhookList, id, actor), actor);
  }

  /** Told of what happens from now on. The only time but for a new one that the secret is told. */
  async create(dto: CreateWebhookDto, actor: Actor): Promise<WebhookWithSecretDto> {
    refuseWrongTarget(dto, this.calls);
    const secret = newSigningSecret();
    const { cursor } = await this.feed.read('now', [], 1, actor);
    const id = await this.work.run(actor, 'webhook.create', async (unit) => {
      await unit.query('select pg_advisory_xact_lock(7130030)');
      const [there] = await unit.query<{ count: number }>('select count(*)::int as count from webhooks');
      if (there!.count >= MOST_WEBHOOKS) throw new TooManyWebhooksError(MOST_WEBHOOKS);
      const values = [actor.id, dto.name, dto.url, dto.eventTypes, this.sealing.seal(secret), cursor];
      const [made] = await unit.query<{ id: string }>(INSERT, values);
      return announce(unit, 'webhook.created', made!.id, actor.id);
    });
    return { ...(await this.read(id, actor)), secret };
  }

  /** @throws RecordNotFoundError, IllegalActionError, StaleVersionError */
  async change(
    id: string,
    dto: ChangeWebhookDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WebhookDto> {
    refuseWrongTarget(dto, this.calls);
    return this.act(id, 'change', actor, version, CHANGE, [
      dto.name ?? null,
      dto.url ?? null,
      dto.eventTypes ?? null,
    ]);
  }

  async rotateSecret(id: string, actor: Actor): Promise<WebhookWithSecretDto> {
    const secret = newSigningSecret();
    const sealed = this.sealing.seal(secret);
    return { ...(await this.act(id, 'rotate-secret', actor, undefined, ROTATE, [sealed])), secret };
  }

  async enable(id: string, { missed }: EnableWebhookDto, actor: Actor): Promise<WebhookDto> {
    const cursor = missed === 'skip' ? (await this.feed.read('now', [], 1, actor)).cursor : null;
    const enabled = await this.act(id, 'enable', actor, undefined, ENABLE, [cursor]);
    this.courier.wake();
    return enabled;
  }

  disable(id: string, actor: Actor): Promise<WebhookDto> {
    return this.act(id, 'disable', actor, undefined, DISABLE, []);
  }

  /** Its log goes with it. */
  async remove(id: string, actor: Actor): Promise<void> {
    const webhook = await this.read(id, actor);
    refuseWebhookAction(webhook, 'delete', actor);
    await this.work.run(actor, 'webhook.delete', async (unit) => {
      await unit.query('delete from webhooks where id = $1', [id]);
      announce(unit, 'webhook.deleted', id, webhook.userId);
    });
  }

  private async act(
    id: string,
    action: WebhookActionName,
    actor: Actor,
    version: number | undefined,
    update: string,
    values: readonly unknown[],
  ): Promise<WebhookDto> {
    const webhook = await this.read(id, actor);
    refuseWebhookAction(webhook, action, actor);
    await this.work.run(actor, `webhook.${action}`, async (unit) => {
      const [locked] = await unit.query<{ version: number }>(LOCK, [id]);
      if (!locked) throw new RecordNotFoundError('webhook', id);
      if (version !== undefined && version !== locked.version) throw new StaleVersionError(locked.version);
      await unit.query(update + TOUCH, [id, ...values]);
      announce(unit, 'webhook.changed', id, webhook.userId);
    });
    return this.read(id, actor);
  }
}

function announce(unit: Unit, name: string, recordId: string, ownerId: string): string {
  unit.emit({ name, resource: 'webhook', recordId, audience: { permission: 'webhook:manage', ownerId } });
  return recordId;
}

const withActions = (webhook: WebhookDto, actor: Actor): WebhookDto => ({
  ...webhook,
  allowedActions: allowedWebhookActions(webhook, actor),
});
