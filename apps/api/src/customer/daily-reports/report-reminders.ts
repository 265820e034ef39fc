import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import './daily-report.notices.js';
import { owesReports } from './report-writers.js';
import { Rounds } from '../../platform/rounds/rounds.js';

const ROUND_MS = 60_000;
const WANTED = `select is_workday($1::date) and $2 >= remind_at_hour as "isTime" from daily_report_settings`;

/** Who owes a report of the day and was not told yet. */
const MISSING = `
  select u.id from users u where u.state = 'active' and ${owesReports('u.id')}
     and not exists (select 1 from daily_reports r where r.owner_id = u.id and r.day = $1::date)
     and not exists (select 1 from notifications n where n.user_id = u.id and n.kind = 'daily-report.missing' and n.params->>'day' = $1::text)`;

/** Reminds at the hour set whoever has not handed in the report of the day. */
@Injectable()
export class ReportReminders implements OnModuleInit {
  private toldOn = '';

  constructor(
    private readonly rounds: Rounds,
    private readonly clock: Clock,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.rounds.register({ name: 'reminding of reports', everyMs: ROUND_MS, run: () => this.round() });
  }

  /** Once a working day, from the hour on; a process that starts later makes up for it, and none tells twice. */
  async round(): Promise<void> {
    const [day = '', time = ''] = onCompanyClock(this.clock.now()).split('T');
    if (this.toldOn === day) return;
    const wanted = await this.rows.one<{ isTime: boolean }>(WANTED, [day, Number(time.slice(0, 2))]);
    if (!wanted?.isTime) return;
    await this.work.run(SYSTEM_ACTOR, 'daily-report.remind', async (unit) => {
      await unit.query(`select pg_advisory_xact_lock(hashtext('daily-report.remind'))`);
      for (const { id } of await unit.query<{ id: string }>(MISSING, [day])) {
        const notice = { kind: 'daily-report.missing', params: { day }, link: '/daily-reports/write' };
        await this.notifications.notify(unit, id, notice);
      }
    });
    this.toldOn = day;
  }
}
