import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { Rounds } from '../../platform/rounds/rounds.js';
import './appointment.notices.js';

/** Twice a minute for what begins soon. */
const ROUND_MS = 30_000;

/** Of what is still to come, what is near enough; marked in the same step, so that none is told twice. */
const SOON = `
  with told as (
  update appointments p set reminded_at = $1
   where p.id in (select x.id from appointments x
                   where x.remind_minutes is not null and x.reminded_at is null and x.done_at is null and x.deleted_at is null
                     and x.starts_at > $1::timestamptz and x.starts_at <= $1::timestamptz + interval '1440 minutes'
                     and x.starts_at <= $1::timestamptz + make_interval(mins => x.remind_minutes)
                   order by x.starts_at limit 500 for update skip locked)
  returning p.id, p.owner_id as "ownerId", p.starts_at as "startsAt",
            coalesce(nullif(p.subject, ''), (select c.name from customers c where c.id = p.customer_id)) as title)
  select * from told order by "startsAt", id`;

interface Soon {
  readonly id: string;
  readonly ownerId: string;
  readonly startsAt: Date;
  readonly title: string;
}

/** Tells people of what they planned, as long before as they asked to be told. */
@Injectable()
export class AppointmentReminders implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly clock: Clock,
    private readonly work: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.rounds.register({ name: 'reminding of appointments', everyMs: ROUND_MS, run: () => this.round() });
  }

  async round(): Promise<void> {
    const now = this.clock.now();
    await this.work.run(SYSTEM_ACTOR, 'appointment.remind', async (unit) => {
      for (const { id, ownerId, startsAt, title } of await unit.query<Soon>(SOON, [now])) {
        const at = onCompanyClock(startsAt).slice(11, 16);
        await this.notifications.notify(unit, ownerId, {
          kind: 'appointment.soon',
          params: { title, at },
          link: `/calendar?open=${id}`,
        });
      }
    });
  }
}
