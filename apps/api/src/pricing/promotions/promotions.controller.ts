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
import { ChangePromotionDto, CreatePromotionDto, PromotionDto } from './promotion.dto.js';
import { promotionList } from './promotion.list.js';
import { PromotionsService, withAllowedActions } from './promotions.service.js';

@ApiTags('pricing')
@Controller('promotions')
export class PromotionsController {
  constructor(
    private readonly promotions: PromotionsService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(promotionList, PromotionDto, 'List promotions')
  async listPromotions(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PromotionDto>> {
    const page = await this.lists.page<PromotionDto>(promotionList, query, actor);
    return { ...page, items: page.items.map((promotion) => withAllowedActions(promotion, actor)) };
  }

  @Post()
  @Operation({ summary: 'Draft a promotion', access: 'promotion:manage', returns: PromotionDto, status: 201 })
  createPromotion(@Body() dto: CreatePromotionDto, @CurrentActor() actor: Actor): Promise<PromotionDto> {
    return this.promotions.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one promotion',
    access: 'promotion:read',
    returns: PromotionDto,
    errors: [RecordNotFoundError],
  })
  readPromotion(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromotionDto> {
    return this.promotions.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a promotion that has not started',
    access: 'promotion:manage',
    returns: PromotionDto,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  changePromotion(
    @IdParam() id: string,
    @Body() dto: ChangePromotionDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PromotionDto> {
    return this.promotions.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a promotion that is not running into the recycle bin',
    access: 'promotion:manage',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  deletePromotion(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('promotion', id, version, actor);
  }

  @Post(':id/start')
  @HasIdParam()
  @Operation({
    summary: 'Start a promotion',
    access: 'promotion:manage',
    returns: PromotionDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  startPromotion(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromotionDto> {
    return this.promotions.start(id, actor);
  }

  @Post(':id/end')
  @HasIdParam()
  @Operation({
    summary: 'End a promotion',
    access: 'promotion:manage',
    returns: PromotionDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  endPromotion(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PromotionDto> {
    return this.promotions.end(id, actor);
  }
}
