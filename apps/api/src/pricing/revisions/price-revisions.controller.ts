import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import {
  ChangePriceRevisionDto,
  CreatePriceRevisionDto,
  PriceRevisionDto,
  SubmitPriceRevisionDto,
  WithdrawPriceRevisionDto,
} from './price-revision.dto.js';
import {
  EmptyRevisionError,
  PriceDayTakenError,
  UnusualPricesError,
  WithdrawnProductsError,
} from './price-revision.errors.js';
import { priceRevisionList } from './price-revision.list.js';
import { PriceRevisionsService } from './price-revisions.service.js';

@ApiTags('pricing')
@Controller('price-revisions')
export class PriceRevisionsController {
  constructor(
    private readonly revisions: PriceRevisionsService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(priceRevisionList, PriceRevisionDto, 'List price revisions')
  async listPriceRevisions(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceRevisionDto>> {
    const page = await this.lists.page<PriceRevisionDto>(priceRevisionList, query, actor);
    return { ...page, items: await this.revisions.withAllowedActions(page.items, actor) };
  }

  @Post()
  @Operation({
    summary: 'Begin a price revision',
    access: 'price-revision:create',
    returns: PriceRevisionDto,
    status: 201,
  })
  createPriceRevision(
    @Body() dto: CreatePriceRevisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRevisionDto> {
    return this.revisions.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one price revision',
    access: 'price-revision:read',
    returns: PriceRevisionDto,
    errors: [RecordNotFoundError],
  })
  readPriceRevision(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PriceRevisionDto> {
    return this.revisions.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change title, day or reason of a price revision',
    access: 'price-revision:create',
    returns: PriceRevisionDto,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  changePriceRevision(
    @IdParam() id: string,
    @Body() dto: ChangePriceRevisionDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRevisionDto> {
    return this.revisions.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a price revision that is not under review into the recycle bin',
    access: 'price-revision:create',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  deletePriceRevision(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('price-revision', id, version, actor);
  }

  @Post(':id/submit')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Submit a price revision for review',
    access: 'price-revision:create',
    returns: PriceRevisionDto,
    errors: [
      RecordNotFoundError,
      StaleVersionError,
      IllegalActionError,
      EmptyRevisionError,
      PriceDayTakenError,
      UnusualPricesError,
      WithdrawnProductsError,
    ],
  })
  submitPriceRevision(
    @IdParam() id: string,
    @Body() dto: SubmitPriceRevisionDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRevisionDto> {
    return this.revisions.submit(id, dto, version, actor);
  }

  @Post(':id/withdraw')
  @HasIdParam()
  @Operation({
    summary: 'Take a price revision back from review, or an approved one before its day',
    access: 'price-revision:create',
    returns: PriceRevisionDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  withdrawPriceRevision(
    @IdParam() id: string,
    @Body() dto: WithdrawPriceRevisionDto,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRevisionDto> {
    return this.revisions.withdraw(id, dto.reason ?? null, actor);
  }
}
