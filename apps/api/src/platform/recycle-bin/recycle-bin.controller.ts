import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { DuplicateRecordError, RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { JobDto } from '../jobs/job.dto.js';
import { CountOperation, ListCountDto, ListOperation, ListQuery } from '../lists/list-operation.js';
import type { RawQuery } from '../lists/list-request.js';
import type { Page } from '../lists/lists.js';
import { BinContent } from './bin-content.js';
import { BinPurge } from './bin-purge.js';
import { BinItemDto } from './recycle-bin.dto.js';
import { NotYetPurgeableError, ParentInBinError, StillReferredToError } from './recycle-bin.errors.js';
import { recycleBinList } from './recycle-bin.list.js';
import { RecycleBin } from './recycle-bin.js';

const HasResourceParam = (): MethodDecorator =>
  ApiParam({ name: 'resource', schema: { type: 'string' }, description: 'Kind of record, `customer`.' });

@ApiTags('recycle-bin')
@Controller('recycle-bin')
export class RecycleBinController {
  constructor(
    private readonly content: BinContent,
    private readonly bin: RecycleBin,
    private readonly purge: BinPurge,
  ) {}

  @Get()
  @ListOperation(recycleBinList, BinItemDto, 'List deleted records')
  listDeletedRecords(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<BinItemDto>> {
    return this.content.page(query, actor);
  }

  @Get('count')
  @CountOperation(recycleBinList, 'Count deleted records')
  countDeletedRecords(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.content.count(query, actor);
  }

  @Post('purge')
  @Operation({
    summary: 'Remove for good what has been in the bin for longer than it is kept',
    description:
      'Answers a job; what other records refer to stays. Its result tells how many went and how many stayed.',
    access: 'recycle-bin:purge',
    returns: JobDto,
    status: 202,
  })
  purgeRecycleBin(@CurrentActor() actor: Actor): Promise<JobDto> {
    return this.purge.request(actor);
  }

  @Post(':resource/:id/restore')
  @HasResourceParam()
  @HasIdParam()
  @Operation({
    summary: 'Take a record back out of the bin',
    access: 'recycle-bin:read',
    status: 204,
    errors: [RecordNotFoundError, DuplicateRecordError, ParentInBinError],
  })
  restoreRecord(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.restore(resource, id, actor);
  }

  @Delete(':resource/:id')
  @HasResourceParam()
  @HasIdParam()
  @Operation({
    summary: 'Remove a record from the bin for good',
    access: 'recycle-bin:purge',
    status: 204,
    errors: [RecordNotFoundError, NotYetPurgeableError, StillReferredToError],
  })
  purgeRecord(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.purge.remove(resource, id, actor);
  }
}
