import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { whenViolated } from '../../../platform/database/constraint-violations.js';
import { Rows } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { InvalidInputError, StaleVersionError } from '../../../platform/errors/common.errors.js';
import type { ChangeDailyReportSettingsDto, DailyReportSettingsDto } from './report-settings.dto.js';

const SETTINGS = `select workdays, remind_at_hour as "remindAtHour", due_at_hour as "dueAtHour", version from daily_report_settings`;
const CHANGE = `update daily_report_settings set workdays = coalesce($1::text[], workdays), remind_at_hour = coalesce($2, remind_at_hour),
  due_at_hour = coalesce($3, due_at_hour), version = version + 1, updated_at = now()`;

whenViolated(
  'ck_daily_report_settings_workdays',
  () =>
    new InvalidInputError([
      { pointer: '/workdays', rule: 'isNotEmpty', detail: 'At least one day is a working day.' },
    ]),
);

/** When the company wants its daily reports: one for all. */
@Injectable()
export class ReportSettingsService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
  ) {}

  async read(): Promise<DailyReportSettingsDto> {
    return (await this.rows.one<DailyReportSettingsDto>(SETTINGS))!;
  }

  /** Holds for reports handed in from now on: one that is late stays late. */
  async change(
    dto: ChangeDailyReportSettingsDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<DailyReportSettingsDto> {
    await this.work.run(actor, 'daily-report-settings.change', async (unit) => {
      const [now] = await unit.query<{ version: number }>(
        'select version from daily_report_settings for update',
      );
      if (version !== undefined && version !== now!.version) throw new StaleVersionError(now!.version);
      const { workdays, remindAtHour, dueAtHour } = dto;
      await unit.query(CHANGE, [workdays ?? null, remindAtHour ?? null, dueAtHour ?? null]);
      unit.emit({
        name: 'daily-report-settings.changed',
        resource: 'daily-report',
        audience: { permission: 'daily-report:read' },
      });
    });
    return this.read();
  }
}
