import { applyDecorators, Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../../platform/auth/actor.js';
import { FilteredOperation, ListQuery } from '../../../platform/lists/list-operation.js';
import type { RawQuery } from '../../../platform/lists/list-request.js';
import { opportunityList } from '../opportunity.list.js';
import { ForecastDto, FunnelDto, LossDto, StageTotalDto, SuccessDto } from './analysis.dto.js';
import { Funnel, FUNNEL_ANGLES } from './funnel.js';
import { FORECAST_ANGLES, LOSS_ANGLES, OpportunityAnalysis, SUCCESS_ANGLES } from './opportunity-analysis.js';

const GroupBy = (angles: readonly string[], most: number): MethodDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'groupBy',
      required: false,
      schema: { type: 'array', items: { type: 'string', enum: [...angles] }, maxItems: most },
      style: 'form',
      explode: true,
      description: 'Angles; none gives one row over all.',
    }),
  );

@ApiTags('opportunity analysis')
@Controller('opportunities')
export class AnalysisController {
  constructor(
    private readonly funnel: Funnel,
    private readonly analysis: OpportunityAnalysis,
  ) {}

  @Get('stage-totals')
  @FilteredOperation(opportunityList, [StageTotalDto], 'Count and sum up opportunities by stage')
  readStageTotals(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<StageTotalDto[]> {
    return this.analysis.stageTotals(query, actor);
  }

  @Get('funnel')
  @FilteredOperation(opportunityList, [FunnelDto], 'Read how far the opportunities of a pipeline came')
  @GroupBy(FUNNEL_ANGLES, 1)
  readFunnel(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<FunnelDto[]> {
    return this.funnel.read(query, actor);
  }

  @Get('success-rate')
  @FilteredOperation(opportunityList, [SuccessDto], 'Read how many opportunities were won')
  @GroupBy(SUCCESS_ANGLES, 2)
  readSuccessRate(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<SuccessDto[]> {
    return this.analysis.success(query, actor);
  }

  @Get('losses')
  @FilteredOperation(opportunityList, [LossDto], 'Read why opportunities were lost')
  @GroupBy(LOSS_ANGLES, 3)
  readLosses(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<LossDto[]> {
    return this.analysis.losses(query, actor);
  }

  @Get('forecast')
  @FilteredOperation(opportunityList, [ForecastDto], 'Read what open opportunities may bring, by month')
  @GroupBy(FORECAST_ANGLES, 1)
  readForecast(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ForecastDto[]> {
    return this.analysis.forecast(query, actor);
  }
}
