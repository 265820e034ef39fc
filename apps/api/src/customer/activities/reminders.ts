import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import './activity.notices.js';

const ROUND_MS = 60_000;
const MORNING = 8;

/** Who has something to do on a day and was not told yet. */
const DUE = `
  select u.id as "userId", coalesce(f.customers, 0) as customers, coalesce(d.tasks, 0) as tasks
    from users u
    left join (select c.owner_id, count(*)::int as customers from customers c
                where c.deleted_at is null and coalesce(c.next_follow_up_on, 'infinity'::date) = $1 group by 1) as f on f.owner_id = u.id
    left join (select t.owner_id, count(*)::int as tasks from tasks t
                where t.deleted_at is null and t.done_at is null and coalesce(t.due_on, 'infinity'::date) = $1 group by 1) as d on d.owner_id = u.id
   where u.state = 'active' and (f.customers > 0 or d.tasks > 0)
     and not exists (select 1 from notifications n where n.user_id = u.id and n.kind = 'activity.today' and n.params->>'day' = $1::text)`;

interface Due {
  readonly userId: string;
  readonly customers: number;
  readonly tasks: number;
}

/** Tells each person in the morning what the day brings: customers to follow up, tasks that are due. */
@Injectable()
export class Reminders implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Reminders');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private toldOn = '';

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.timer = setInterval(() => this.wake(), ROUND_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Once a day, from the morning on; a process that starts later makes up for it, and none tells twice. */
  async round(): Promise<void> {
    const [day = '', time = ''] = onCompanyClock(this.clock.now()).split('T');
    if (Number(time.slice(0, 2)) < MORNING || this.toldOn === day) return;
    await this.work.run(SYSTEM_ACTOR, 'activity.remind', async (unit) => {
      await unit.query(`select pg_advisory_xact_lock(hashtext('activity.remind'))`);
      for (const { userId, ...params } of await unit.query<Due>(DUE, [day])) {
        const link =
          params.customers > 0 ? `/customers?nextFollowUpOnTo=${day}&sort=nextFollowUpOn` : '/tasks';
        await this.notifications.notify(unit, userId, {
          kind: 'activity.today',
          params: { ...params, day },
          link,
        });
      }
    });
    this.toldOn = day;
  }

  private wake(): void {
    this.running ??= this.round()
      .catch((error: Error) => this.logger.warn(`Reminding: ${error.message}`))
      .finally(() => (this.running = undefined));
  }
}
