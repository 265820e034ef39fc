import { Injectable } from '@nestjs/common';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Sealing } from '../../platform/auth/sealing.js';
import { Clock } from '../../platform/clock/clock.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Audience } from '../../platform/events/domain-event.js';
import { isAddressed } from '../../platform/events/live-hub.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { OutgoingCalls } from '../../platform/outgoing/outgoing-calls.js';
import { TargetRefusedError } from '../../platform/outgoing/outgoing-target.js';
import { waitAfter } from './retry-plan.js';
import { mayReceive } from './webhook-fan-out.js';
import { signedHeaders } from './webhook-secret.js';
import type { WebhookAttemptDto } from './webhook.dto.js';

export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string | null;
  readonly body: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly url: string;
  readonly userId: string;
  readonly sealedSecret: string;
  readonly sealedOldSecret: string | null;
}

type Attempt = WebhookAttemptDto;

/** Attempts kept in the log of one delivery. */
const KEPT = 20;
const NOTE = `log = (select jsonb_agg(e order by n) from jsonb_array_elements(log || $2::jsonb) with ordinality as t(e, n)
  where n > jsonb_array_length(log) + 1 - ${KEPT})`;
const TAKEN = `update webhook_deliveries set ${NOTE}, state = 'delivered', delivered_at = now() where id = $1`;
const AGAIN = `update webhook_deliveries set ${NOTE}, next_attempt_at = now() + make_interval(secs => $3) where id = $1`;
const FAILED = `update webhook_deliveries set ${NOTE}, state = 'failed' where id = $1`;
const WITHHELD = `update webhook_deliveries set state = 'withheld' where id = $1`;
const AUDIENCE = `select audience from domain_events where id = $1`;
const HEALTHY = `update webhooks set failing_since = null, last_success_at = now()
  where id = $1 and (failing_since is not null or last_success_at is null or last_success_at < now() - interval '1 minute')`;
const FAILING = `update webhooks set failing_since = coalesce(failing_since, now()) where id = $1 and failing_since is null`;
/** Only where nothing was taken since the delivery that is given up was made: one event that a target chokes on is no reason. */
const GIVE_UP = `update webhooks set given_up_at = now(), updated_at = now(), version = version + 1
  where id = $1 and given_up_at is null and ($2::boolean or coalesce(last_success_at, '-infinity') < $3) returning name, url`;
const GONE = 410;

/** One call to one target, and what follows from its outcome. */
@Injectable()
export class WebhookAttempts {
  private readonly stopping = new AbortController();

  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly actors: ActorSource,
    private readonly calls: OutgoingCalls,
    private readonly sealing: Sealing,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  stop(): void {
    this.stopping.abort();
  }

  async make(due: DueDelivery): Promise<void> {
    if (!(await this.maySend(due))) {
      await this.rows.all(WITHHELD, [due.id]);
      return;
    }
    const outcome = await this.call(due);
    // Cut off by the end of this process: no failure of the target's.
    if (this.stopping.signal.aborted && outcome.status === null) return;
    if (outcome.status !== null && outcome.status >= 200 && outcome.status < 300)
      await this.taken(due, outcome);
    else await this.failed(due, outcome);
  }

  /** Rights may have gone since the delivery was made, or between two attempts. */
  private async maySend({ userId, eventId }: DueDelivery): Promise<boolean> {
    const owner = await this.actors.byUser(userId);
    if (!owner || !mayReceive(owner)) return false;
    if (eventId === null) return true;
    const event = await this.rows.one<{ audience: Audience }>(AUDIENCE, [eventId]);
    return event !== undefined && isAddressed(owner, event.audience);
  }

  private async call(due: DueDelivery): Promise<Attempt> {
    const at = this.clock.now();
    const started = performance.now();
    const secrets = [due.sealedSecret, due.sealedOldSecret].filter((sealed) => sealed !== null);
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Juke-CRM-Webhooks',
      ...signedHeaders(
        secrets.map((sealed) => this.sealing.open(sealed)),
        { id: due.id, body: due.body, at },
      ),
    };
    const known = { at: at.toISOString(), ms: 0, status: null, answer: null, problem: null };
    try {
      const answered = await this.calls.post(due.url, due.body, headers, this.stopping.signal);
      return { ...known, ...answered, ms: Math.round(performance.now() - started) };
    } catch (error) {
      const problem = error instanceof TargetRefusedError ? error.problem : (error as Error).message;
      return { ...known, problem: problem.slice(0, 200), ms: Math.round(performance.now() - started) };
    }
  }

  private async taken({ id, webhookId }: DueDelivery, outcome: Attempt): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'webhook.deliver', async (unit) => {
      await unit.query(TAKEN, [id, JSON.stringify([outcome])]);
      await unit.query(HEALTHY, [webhookId]);
    });
  }

  /** `410 Gone` is a target that wants no more; everything else is tried again until the plan ends. */
  private async failed(due: DueDelivery, outcome: Attempt): Promise<void> {
    const wait = outcome.status === GONE ? undefined : waitAfter(due.attempts, Math.random());
    const log = JSON.stringify([outcome]);
    await this.work.run(SYSTEM_ACTOR, 'webhook.give-up', async (unit) => {
      if (wait === undefined) await unit.query(FAILED, [due.id, log]);
      else await unit.query(AGAIN, [due.id, log, wait]);
      await unit.query(FAILING, [due.webhookId]);
      if (wait !== undefined) return;
      const [ended] = await unit.query<{ name: string; url: string }>(GIVE_UP, [
        due.webhookId,
        outcome.status === GONE,
        due.createdAt,
      ]);
      if (!ended) return;
      const params = { name: ended.name, host: new URL(ended.url).host };
      await this.notifications.notify(unit, due.userId, {
        kind: 'webhook.given-up',
        params,
        link: '/webhooks',
      });
      unit.emit({
        name: 'webhook.given-up',
        resource: 'webhook',
        recordId: due.webhookId,
        audience: { permission: 'webhook:manage', ownerId: due.userId },
      });
    });
  }
}
