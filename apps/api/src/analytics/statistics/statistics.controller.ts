import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  CountOperation,
  FilteredOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
  SumsOperation,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { SALES_DIMENSION_NAMES } from './sales-dimensions.js';
import { SalesStatistics } from './sales-statistics.js';
import { salesLineList } from './sales.list.js';
import { SalesLineDto, SalesStatisticsDto } from './statistics.dto.js';

@ApiTags('statistics')
@Controller('statistics/sales')
export class StatisticsController {
  constructor(
    private readonly statistics: SalesStatistics,
    private readonly lists: Lists,
  ) {}

  @Get()
  @FilteredOperation(salesLineList, SalesStatisticsDto, 'Read sales from one to three angles')
  @ApiQuery({
    name: 'groupBy',
    required: false,
    schema: { type: 'array', items: { type: 'string', enum: [...SALES_DIMENSION_NAMES] }, maxItems: 3 },
    style: 'form',
    explode: true,
    description: 'Angles, outermost first; none gives only the totals.',
  })
  readSalesStatistics(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<SalesStatisticsDto> {
    return this.statistics.read(query, actor);
  }

  @Get('lines')
  @ListOperation(salesLineList, SalesLineDto, 'List the order lines behind a figure')
  listSalesLines(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<SalesLineDto>> {
    return this.lists.page(salesLineList, query, actor);
  }

  @Get('lines/count')
  @CountOperation(salesLineList, 'Count the order lines behind a figure')
  countSalesLines(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(salesLineList, query, actor);
  }

  @Get('lines/sums')
  @SumsOperation(salesLineList, 'Sum up the order lines behind a figure')
  sumSalesLines(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Record<string, string>> {
    return this.lists.sums(salesLineList, query, actor);
  }
}
