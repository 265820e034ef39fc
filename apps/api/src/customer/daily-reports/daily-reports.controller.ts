import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import {
  ChangeDailyReportDto,
  DailyReportDetailDto,
  DailyReportDraftDto,
  DailyReportDto,
  RemarkDto,
  SubmitDailyReportDto,
} from './daily-report.dto.js';
import { DailyReportReadError, DailyReportThereError } from './daily-report.errors.js';
import { dailyReportList } from './daily-report.list.js';
import { DailyReportReader } from './daily-report.reader.js';
import { DailyReportsService } from './daily-reports.service.js';

@ApiTags('daily-reports')
@Controller('daily-reports')
export class DailyReportsController {
  constructor(
    private readonly reports: DailyReportsService,
    private readonly reader: DailyReportReader,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(dailyReportList, DailyReportDto, 'List daily reports')
  listDailyReports(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DailyReportDto>> {
    return this.reader.page(query, actor);
  }

  @Get('count')
  @CountOperation(dailyReportList, 'Count daily reports')
  countDailyReports(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(dailyReportList, query, actor);
  }

  @Get('draft')
  @ApiQuery({
    name: 'day',
    required: false,
    schema: { type: 'string', format: 'date' },
    description: 'Today where left out.',
  })
  @Operation({
    summary: 'Read what the system knows of one’s day, to write the report from',
    access: 'daily-report:write',
    returns: DailyReportDraftDto,
  })
  readDailyReportDraft(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDraftDto> {
    return this.reader.draft(query, actor);
  }

  @Post()
  @Operation({
    summary: 'Hand in the report of a day',
    access: 'daily-report:write',
    returns: DailyReportDetailDto,
    status: 201,
    errors: [DailyReportThereError],
  })
  async submitDailyReport(
    @Body() dto: SubmitDailyReportDto,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDetailDto> {
    return this.reader.one(await this.reports.submit(dto, actor), actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one daily report',
    access: 'daily-report:read',
    returns: DailyReportDetailDto,
    errors: [RecordNotFoundError],
  })
  readDailyReport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DailyReportDetailDto> {
    return this.reader.one(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a report that nobody has read yet',
    access: 'daily-report:write',
    returns: DailyReportDetailDto,
    errors: [RecordNotFoundError, DailyReportReadError, StaleVersionError],
  })
  async changeDailyReport(
    @IdParam() id: string,
    @Body() dto: ChangeDailyReportDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDetailDto> {
    await this.reports.change(id, dto, version, actor);
    return this.reader.one(id, actor);
  }

  @Post(':id/read')
  @HasIdParam()
  @Operation({
    summary: 'Mark somebody’s report as read',
    access: 'daily-report:read',
    returns: DailyReportDetailDto,
    errors: [RecordNotFoundError],
  })
  async markDailyReportRead(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDetailDto> {
    await this.reports.markRead(id, actor);
    return this.reader.one(id, actor);
  }

  @Post(':id/comments')
  @HasIdParam()
  @Operation({
    summary: 'Comment on somebody’s report',
    access: 'daily-report:read',
    returns: DailyReportDetailDto,
    status: 201,
    errors: [RecordNotFoundError],
  })
  async commentOnDailyReport(
    @IdParam() id: string,
    @Body() dto: RemarkDto,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDetailDto> {
    await this.reports.comment(id, dto, actor);
    return this.reader.one(id, actor);
  }

  @Post(':id/additions')
  @HasIdParam()
  @Operation({
    summary: 'Add to one’s own report after it was read',
    access: 'daily-report:write',
    returns: DailyReportDetailDto,
    status: 201,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  async addToDailyReport(
    @IdParam() id: string,
    @Body() dto: RemarkDto,
    @CurrentActor() actor: Actor,
  ): Promise<DailyReportDetailDto> {
    await this.reports.add(id, dto, actor);
    return this.reader.one(id, actor);
  }
}
