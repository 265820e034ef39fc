import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import type { DailyReport } from './daily-report.entity.js';
import './daily-report.notices.js';

const MOST_SAID = 60;
const READERS = `select read_by as id from daily_reports where id = $1 and read_by is not null
  union select author_id from daily_report_remarks where daily_report_id = $1 and kind = 'comment'`;

const beginningOf = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > MOST_SAID ? `${characters.slice(0, MOST_SAID).join('')}…` : text;
};

/** Who hears of what is said about a report. */
@Injectable()
export class DailyReportNotices {
  constructor(private readonly notifications: Notifications) {}

  async ofComment(unit: Unit, report: DailyReport, text: string): Promise<void> {
    await this.tell(unit, report.ownerId, 'daily-report.comment', report, text);
  }

  /** Whoever has read it, and whoever has commented on it. */
  async ofAddition(unit: Unit, report: DailyReport, text: string): Promise<void> {
    for (const { id } of await unit.query<{ id: string }>(READERS, [report.id]))
      await this.tell(unit, id, 'daily-report.addition', report, text);
  }

  private async tell(
    unit: Unit,
    userId: string,
    kind: string,
    { id, day }: DailyReport,
    text: string,
  ): Promise<void> {
    const params = { by: unit.actor.name, day, text: beginningOf(text) };
    await this.notifications.notify(unit, userId, { kind, params, link: `/daily-reports/${id}` });
  }
}
