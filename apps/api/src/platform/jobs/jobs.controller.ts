import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { ListOperation, ListQuery } from '../lists/list-operation.js';
import type { RawQuery } from '../lists/list-request.js';
import { Lists, type Page } from '../lists/lists.js';
import { JobDto } from './job.dto.js';
import { JobOverError } from './job.errors.js';
import { jobList } from './job.list.js';
import { Jobs } from './jobs.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: Jobs,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(jobList, JobDto, 'List your jobs')
  listJobs(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<JobDto>> {
    return this.lists.page(jobList, query, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one of your jobs',
    access: 'job:read',
    returns: JobDto,
    errors: [RecordNotFoundError],
  })
  readJob(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.jobs.read(id, actor);
  }

  @Post(':id/cancel')
  @HasIdParam()
  @Operation({
    summary: 'Cancel one of your jobs',
    access: 'job:read',
    returns: JobDto,
    errors: [RecordNotFoundError, JobOverError],
  })
  cancelJob(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.jobs.cancel(id, actor);
  }
}
