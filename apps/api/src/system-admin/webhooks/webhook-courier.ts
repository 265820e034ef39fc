import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { Rows } from '../../platform/database/rows.js';
import { LiveHub } from '../../platform/events/live-hub.js';
import { WebhookAttempts, type DueDelivery } from './webhook-attempts.js';
import { WebhookFanOut } from './webhook-fan-out.js';

/** Rounds a second at most, however much happens. */
const AFTER_EVENT_MS = 200;
/** Finds what is due again, what another process left, and events that no longer wait for an older transaction. */
const LOOK_AGAIN_MS = 2_000;
const SWEEP_MS = 3_600_000;
/** Calls to one webhook at a time: a target that hangs holds up its own, never those of others. */
const AT_A_TIME = 2;

/** A claimed delivery is out of the others' way longer than an attempt can take; if this process dies, it is due again then. */
const CLAIM = `
  with turn as (
    select d.id from webhooks w
      join users u on u.id = w.user_id and u.state = 'active'
      cross join lateral (
        select p.id from webhook_deliveries p
         where p.webhook_id = w.id and p.state = 'pending' and p.next_attempt_at <= now()
         order by p.next_attempt_at, p.id limit $2 for update skip locked) as d
     where w.is_enabled and w.given_up_at is null and w.id <> all($1::uuid[]))
  update webhook_deliveries d set attempts = d.attempts + 1, next_attempt_at = now() + interval '1 minute'
    from turn, webhooks w where d.id = turn.id and w.id = d.webhook_id
  returning d.id, d.webhook_id as "webhookId", d.event_id as "eventId", d.body, d.attempts, d.log, d.created_at as "createdAt",
    w.url, w.user_id as "userId", w.sealed_secret as "sealedSecret",
    case when w.old_secret_until > now() then w.sealed_old_secret end as "sealedOldSecret"`;

/** Keeps webhooks supplied: makes deliveries of new events and calls targets, each at its own pace. */
@Injectable()
export class WebhookCourier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly busy = new Map<string, number>();
  private readonly underWay = new Set<Promise<void>>();
  private unwatch: (() => void) | undefined;
  private timers: NodeJS.Timeout[] = [];
  private soon: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly hub: LiveHub,
    private readonly fanOut: WebhookFanOut,
    private readonly attempts: WebhookAttempts,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.unwatch = this.hub.watch(({ id }) => {
      if (id) this.wake();
    });
    this.timers = [
      setInterval(() => this.wake(), LOOK_AGAIN_MS).unref(),
      setInterval(() => void this.fanOut.sweep().catch(() => undefined), SWEEP_MS).unref(),
    ];
  }

  /** Calls that are under way are given up: what they hold is due again in the next process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.unwatch?.();
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.soon);
    this.attempts.stop();
    await this.round;
    await Promise.all(this.underWay);
  }

  /** Many events in a moment are one round. */
  wake(): void {
    if (this.isStopping || !this.config.runJobs) return;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.round = (this.round ?? Promise.resolve()).then(() => this.work());
    }, AFTER_EVENT_MS).unref();
  }

  private async work(): Promise<void> {
    if (this.isStopping) return;
    try {
      if (await this.fanOut.round()) this.wake();
      const full = [...this.busy].filter(([, calls]) => calls >= AT_A_TIME).map(([id]) => id);
      for (const due of await this.rows.all<DueDelivery>(CLAIM, [full, AT_A_TIME])) this.carry(due);
    } catch (error) {
      this.logger.warn(`Looking for webhooks to call: ${(error as Error).message}`);
    }
  }

  private carry(due: DueDelivery): void {
    this.busy.set(due.webhookId, (this.busy.get(due.webhookId) ?? 0) + 1);
    const attempt = this.attempts
      .make(due)
      .catch((error: Error) => this.logger.warn(`Webhook delivery ${due.id}: ${error.message}`))
      .finally(() => {
        this.underWay.delete(attempt);
        const left = (this.busy.get(due.webhookId) ?? 1) - 1;
        if (left > 0) this.busy.set(due.webhookId, left);
        else this.busy.delete(due.webhookId);
        this.wake();
      });
    this.underWay.add(attempt);
  }
}
