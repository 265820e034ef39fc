import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import './activity.notices.js';
import { Rounds } from '../../platform/rounds/rounds.js';

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
export class Reminders implements OnModuleInit {
  private toldOn = '';

  constructor(
    private readonly rounds: Rounds,
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.rounds.register({ name: 'reminding of the day', everyMs: ROUND_MS, run: () => this.round() });
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
}
