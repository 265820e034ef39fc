import { Module } from '@nestjs/common';
import { DailyReportNotices } from './daily-report-notices.js';
import './daily-report.permissions.js';
import { DailyReportReader } from './daily-report.reader.js';
import { DailyReportSetup } from './daily-report.setup.js';
import { DailyReportsController } from './daily-reports.controller.js';
import { DailyReportsService } from './daily-reports.service.js';
import { ReportReminders } from './report-reminders.js';
import { ReportSettingsController } from './settings/report-settings.controller.js';
import { ReportSettingsService } from './settings/report-settings.service.js';
import { TeamWorkController } from './team/team-work.controller.js';
import { TeamWorkService } from './team/team-work.service.js';

@Module({
  // The team first: `/daily-reports/team` must not be taken for an id.
  controllers: [TeamWorkController, DailyReportsController, ReportSettingsController],
  providers: [
    DailyReportsService,
    DailyReportReader,
    DailyReportNotices,
    DailyReportSetup,
    ReportReminders,
    ReportSettingsService,
    TeamWorkService,
  ],
})
export class DailyReportsModule {}
