import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { PriceDto } from './price.dto.js';
import { priceList } from './price.list.js';
import { acrossTables } from './prices-across.list.js';

@ApiTags('pricing')
@Controller()
export class PricesController {
  constructor(private readonly lists: Lists) {}

  @Get('prices')
  @ListOperation(
    priceList,
    PriceDto,
    'Query prices of all tables you may ask, past and future ones where you may',
  )
  listPrices(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<PriceDto>> {
    return this.lists.page(priceList, query, actor);
  }

  @Get('prices/count')
  @CountOperation(priceList, 'Count prices')
  countPrices(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(priceList, query, actor);
  }

  @Get('price-tables/:id/prices')
  @HasIdParam()
  @ListOperation(priceList, PriceDto, 'List the prices of one table, those of a day with `on`')
  listPricesOfTable(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceDto>> {
    return this.lists.page(priceList, { ...query, tableId: id }, actor);
  }

  @Get('products/:id/prices')
  @HasIdParam()
  @ListOperation(acrossTables, PriceDto, 'List the prices of one product in every table you may compare')
  listPricesOfProduct(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceDto>> {
    return this.lists.page(acrossTables, { ...query, productId: id }, actor);
  }
}
