import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { WebhookCourier } from './webhook-courier.js';
import type {
  EventTypesDto,
  ReplayedDto,
  ReplayWebhookDto,
  WebhookDeliveryDetailDto,
  WebhookDeliveryDto,
} from './webhook.dto.js';
import { webhookDeliveryList } from './webhook.lists.js';
import { refuseWebhookAction } from './webhook.transitions.js';
import { WebhooksService } from './webhooks.service.js';

const TEST = `insert into webhook_deliveries (webhook_id, event_type, body)
  values ($1, 'webhook.test', $2) returning id`;
const AGAIN = `update webhook_deliveries set state = 'pending', attempts = 0, next_attempt_at = now(), delivered_at = null`;
const TYPES = `select distinct name from (select name, audience from domain_events order by id desc limit 5000) as lately
  where audience ? 'permission'`;

/** The log of what was sent, and sending it again. None of it is a business fact: the log itself is the record. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly lists: Lists,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly webhooks: WebhooksService,
    private readonly courier: WebhookCourier,
  ) {}

  page(query: RawQuery, actor: Actor): Promise<Page<WebhookDeliveryDto>> {
    return this.lists.page(webhookDeliveryList, query, actor);
  }

  async read(id: string, actor: Actor): Promise<WebhookDeliveryDetailDto> {
    const delivery = await this.lists.one<WebhookDeliveryDto>(webhookDeliveryList, id, actor);
    const more = await this.rows.one<{ body: string; log: WebhookDeliveryDetailDto['log'] }>(
      'select body, log from webhook_deliveries where id = $1',
      [id],
    );
    return {
      ...delivery,
      body: JSON.parse(more?.body ?? '{}') as Record<string, unknown>,
      log: more?.log ?? [],
    };
  }

  /** Queued like any other, so that a target that hangs keeps nobody waiting; the log tells what came of it. */
  async test(webhookId: string, actor: Actor): Promise<WebhookDeliveryDto> {
    await this.refuse(webhookId, 'test', actor);
    const body = { type: 'webhook.test', timestamp: new Date().toISOString(), data: { webhookId } };
    const [made] = await this.rows.all<{ id: string }>(TEST, [webhookId, JSON.stringify(body)]);
    this.courier.wake();
    return this.lists.one(webhookDeliveryList, made!.id, actor);
  }

  /** @throws IllegalActionError while it still waits for its turn */
  async replay(id: string, actor: Actor): Promise<WebhookDeliveryDto> {
    const { webhookId, state } = await this.lists.one<WebhookDeliveryDto>(webhookDeliveryList, id, actor);
    await this.refuse(webhookId, 'replay', actor);
    const [again] = await this.rows.all(`${AGAIN} where id = $1 and state <> 'pending' returning id`, [id]);
    if (!again) throw new IllegalActionError('webhook-delivery', 'replay', state);
    this.courier.wake();
    return this.lists.one(webhookDeliveryList, id, actor);
  }

  async replaySince(
    webhookId: string,
    { since, which }: ReplayWebhookDto,
    actor: Actor,
  ): Promise<ReplayedDto> {
    await this.refuse(webhookId, 'replay', actor);
    const states = which === 'all' ? ['delivered', 'failed', 'withheld'] : ['failed'];
    const again = await this.work.run(actor, 'webhook.replay', (unit) =>
      unit.query(
        `${AGAIN} where webhook_id = $1 and created_at >= $2 and state = any($3) and event_type <> 'webhook.test' returning id`,
        [webhookId, since, states],
      ),
    );
    this.courier.wake();
    return { count: again.length };
  }

  async eventTypes(): Promise<EventTypesDto> {
    const names = (await this.rows.all<{ name: string }>(TYPES)).map(({ name }) => name);
    const resources = names.map((name) => `${name.split('.')[0]}.*`);
    return { items: [...new Set([...names, ...resources])].sort() };
  }

  private async refuse(webhookId: string, action: 'test' | 'replay', actor: Actor): Promise<void> {
    refuseWebhookAction(await this.webhooks.read(webhookId, actor), action, actor);
  }
}
