import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError, StaleVersionError } from '../../platform/errors/common.errors.js';
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
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { ActivitiesService, toActivityDto, type ActivityRow } from './activities.service.js';
import { ActivityDto, ChangeActivityDto, CreateActivityDto } from './activity.dto.js';
import { activityList } from './activity.list.js';

@ApiTags('activities')
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(activityList, ActivityDto, 'List activities')
  async listActivities(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ActivityDto>> {
    const page = await this.lists.page<ActivityRow>(activityList, query, actor);
    return { ...page, items: page.items.map((activity) => toActivityDto(activity, actor)) };
  }

  @Get('count')
  @CountOperation(activityList, 'Count activities')
  countActivities(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(activityList, query, actor);
  }

  @Post()
  @Operation({ summary: 'Log an activity', access: 'activity:write', returns: ActivityDto, status: 201 })
  createActivity(@Body() dto: CreateActivityDto, @CurrentActor() actor: Actor): Promise<ActivityDto> {
    return this.activities.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one activity',
    access: 'customer:read',
    returns: ActivityDto,
    errors: [RecordNotFoundError],
  })
  readActivity(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ActivityDto> {
    return this.activities.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change an activity',
    access: 'activity:write',
    returns: ActivityDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeActivity(
    @IdParam() id: string,
    @Body() dto: ChangeActivityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ActivityDto> {
    return this.activities.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put an activity into the recycle bin',
    access: 'activity:write',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteActivity(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('activity', id, version, actor);
  }
}
