import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { PriceDeviationRecordDto, RecordDeviationDto } from './deviation.dto.js';
import { deviationList } from './deviation.list.js';
import { DeviationsService } from './deviations.service.js';

@ApiTags('pricing')
@Controller('price-deviations')
export class DeviationsController {
  constructor(
    private readonly deviations: DeviationsService,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(deviationList, PriceDeviationRecordDto, 'List recorded price deviations')
  listPriceDeviations(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceDeviationRecordDto>> {
    return this.lists.page(deviationList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Record a price below the floor or off the tables, with the reason',
    access: 'price:deviate',
    returns: PriceDeviationRecordDto,
    status: 201,
    errors: [RecordNotFoundError],
  })
  recordPriceDeviation(
    @Body() dto: RecordDeviationDto,
    @CurrentActor() actor: Actor,
  ): Promise<PriceDeviationRecordDto> {
    return this.deviations.record(dto, actor);
  }
}
