import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../../platform/auth/actor.js';
import { StaleVersionError } from '../../../platform/errors/common.errors.js';
import { Operation } from '../../../platform/http/operation.js';
import { HasIfMatch, IfMatch } from '../../../platform/http/parameters.js';
import { ChangeDailyReportSettingsDto, DailyReportSettingsDto } from './report-settings.dto.js';
import { ReportSettingsService } from './report-settings.service.js';

@ApiTags('daily-reports')
@Controller('daily-report-settings')
export class ReportSettingsController {
  constructor(private readonly settings: ReportSettingsService) {}

  @Get()
  @Operation({
    summary: 'Read when daily reports are wanted',
    access: 'daily-report:read',
    returns: DailyReportSettingsDto,
  })
  readDailyReportSettings(): Promise<DailyReportSettingsDto> {
    return this.settings.read();
  }

  @Patch()
  @HasIfMatch()
  @Operation({
    summary: 'Set when daily reports are wanted',
    access: 'daily-report:manage',
    returns: DailyReportSettingsDto,
    errors: [StaleVersionError],
  })
  changeDailyReportSettings(
    @Body() dto: ChangeDailyReportSettingsDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportSettingsDto> {
    return this.settings.change(dto, version, actor);
  }
}
