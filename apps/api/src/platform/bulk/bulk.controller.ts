import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { JobDto } from '../jobs/job.dto.js';
import { ListOperation, ListQuery } from '../lists/list-operation.js';
import type { RawQuery } from '../lists/list-request.js';
import { Lists, type Page } from '../lists/lists.js';
import { bulkRowList } from './bulk-row.list.js';
import { BulkRunsService } from './bulk-runs.service.js';
import { BulkRowDto, BulkRunDto, CreateBulkRunDto } from './bulk.dto.js';
import { BulkCountChangedError, BulkNothingError, BulkTooManyError } from './bulk.errors.js';

const access = 'job:read';

@ApiTags('bulk')
@Controller()
export class BulkController {
  constructor(
    private readonly runs: BulkRunsService,
    private readonly lists: Lists,
  ) {}

  @Post('bulk-runs')
  @Operation({
    summary: 'Do one thing to many records',
    description:
      'Answers a job. Each record is acted on as it would be alone, with the rights, rules and history it has; one that is refused, or was changed after it was chosen, stops no other. What became of each is in `/bulk-rows`.',
    access,
    returns: JobDto,
    status: 202,
    errors: [BulkTooManyError, BulkNothingError, BulkCountChangedError],
  })
  createBulkRun(@Body() dto: CreateBulkRunDto, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.runs.request(dto, actor);
  }

  @Get('bulk-runs/:id')
  @HasIdParam()
  @Operation({
    summary: 'Read how far an action on many is, and what came of it',
    access,
    returns: BulkRunDto,
    errors: [RecordNotFoundError],
  })
  readBulkRun(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<BulkRunDto> {
    return this.runs.read(id, actor);
  }

  @Post('bulk-runs/:id/undo')
  @HasIdParam()
  @Operation({
    summary: 'Take back a deletion of many',
    description: 'Answers a job that restores from the recycle bin what the other one put there.',
    access,
    returns: JobDto,
    status: 202,
    errors: [RecordNotFoundError, BulkNothingError],
  })
  undoBulkRun(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.runs.undo(id, actor);
  }

  @Get('bulk-rows')
  @ListOperation(bulkRowList, BulkRowDto, 'List what became of each row of your actions on many')
  listBulkRows(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<BulkRowDto>> {
    return this.lists.page(bulkRowList, query, actor);
  }
}
