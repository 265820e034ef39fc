import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { DuplicateRecordError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { CompetitorPriceDto, ProductCostDto, RecordCompetitorPriceDto, RecordCostDto } from './cost.dto.js';
import { competitorPriceList, costList } from './cost.list.js';
import { CostsService } from './costs.service.js';

@ApiTags('products')
@Controller('products/:id')
export class CostsController {
  constructor(
    private readonly costs: CostsService,
    private readonly lists: Lists,
  ) {}

  @Get('costs')
  @HasIdParam()
  @ListOperation(costList, ProductCostDto, 'List what a product has cost')
  listProductCosts(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ProductCostDto>> {
    return this.lists.page(costList, { ...query, productId: id }, actor);
  }

  @Post('costs')
  @HasIdParam()
  @Operation({
    summary: 'Record the cost of a product from a day on',
    access: 'cost:change',
    returns: ProductCostDto,
    status: 201,
    errors: [RecordNotFoundError],
  })
  recordProductCost(
    @IdParam() id: string,
    @Body() dto: RecordCostDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProductCostDto> {
    return this.costs.recordCost(id, dto, actor);
  }

  @Get('competitor-prices')
  @HasIdParam()
  @ListOperation(competitorPriceList, CompetitorPriceDto, 'List what others ask for a product')
  listCompetitorPrices(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CompetitorPriceDto>> {
    return this.lists.page(competitorPriceList, { ...query, productId: id }, actor);
  }

  @Post('competitor-prices')
  @HasIdParam()
  @Operation({
    summary: 'Record what another firm asks for a product',
    access: 'price-revision:create',
    returns: CompetitorPriceDto,
    status: 201,
    errors: [RecordNotFoundError, DuplicateRecordError],
  })
  recordCompetitorPrice(
    @IdParam() id: string,
    @Body() dto: RecordCompetitorPriceDto,
    @CurrentActor() actor: Actor,
  ): Promise<CompetitorPriceDto> {
    return this.costs.recordCompetitorPrice(id, dto, actor);
  }
}
