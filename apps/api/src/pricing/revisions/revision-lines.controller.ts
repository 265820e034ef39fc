import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { TooManyLinesError } from './price-revision.errors.js';
import {
  AdjustedDto,
  AdjustPricesDto,
  PriceRevisionLineDto,
  PutRevisionLinesDto,
  RemoveRevisionLinesDto,
} from './revision-line.dto.js';
import { revisionLineList } from './revision-line.list.js';
import { RevisionLinesService } from './revision-lines.service.js';

@ApiTags('pricing')
@Controller('price-revisions/:id')
export class RevisionLinesController {
  constructor(
    private readonly lines: RevisionLinesService,
    private readonly lists: Lists,
  ) {}

  @Get('lines')
  @HasIdParam()
  @ListOperation(
    revisionLineList,
    PriceRevisionLineDto,
    'List the lines of a price revision beside the old prices',
  )
  listPriceRevisionLines(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceRevisionLineDto>> {
    return this.lists.page(revisionLineList, { ...query, revisionId: id }, actor);
  }

  @Post('lines')
  @HasIdParam()
  @Operation({
    summary: 'Put lines into a price revision',
    access: 'price-revision:create',
    returns: AdjustedDto,
    errors: [RecordNotFoundError, IllegalActionError, TooManyLinesError],
  })
  putPriceRevisionLines(
    @IdParam() id: string,
    @Body() dto: PutRevisionLinesDto,
    @CurrentActor() actor: Actor,
  ): Promise<AdjustedDto> {
    return this.lines.put(id, dto, actor);
  }

  @Post('lines/remove')
  @HasIdParam()
  @Operation({
    summary: 'Take lines out of a price revision',
    access: 'price-revision:create',
    status: 204,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  removePriceRevisionLines(
    @IdParam() id: string,
    @Body() dto: RemoveRevisionLinesDto,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.lines.remove(id, dto.ids, actor);
  }

  @Post('adjust')
  @HasIdParam()
  @Operation({
    summary: 'Adjust the prices of many products at once, or copy them from a table and day',
    access: 'price-revision:create',
    returns: AdjustedDto,
    errors: [RecordNotFoundError, IllegalActionError, TooManyLinesError],
  })
  adjustPrices(
    @IdParam() id: string,
    @Body() dto: AdjustPricesDto,
    @CurrentActor() actor: Actor,
  ): Promise<AdjustedDto> {
    return this.lines.adjust(id, dto, actor);
  }
}
