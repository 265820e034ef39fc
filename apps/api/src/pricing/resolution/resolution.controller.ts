import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { PriceResolution } from './price-resolution.service.js';
import { ResolvedPricesDto, ResolvePricesDto } from './resolve.dto.js';

@ApiTags('pricing')
@Controller('prices')
export class ResolutionController {
  constructor(private readonly resolution: PriceResolution) {}

  @Post('resolve')
  @Operation({
    summary: 'Resolve the prices of a customer for up to 500 lines',
    description:
      'The most fitting table that has a price on the day answers: the customer’s own, then by class, territory and province, then for everybody; agreement tables first, then by priority, then the newer one.',
    access: 'price:resolve',
    returns: ResolvedPricesDto,
    errors: [RecordNotFoundError],
  })
  resolvePrices(@Body() dto: ResolvePricesDto, @CurrentActor() actor: Actor): Promise<ResolvedPricesDto> {
    return this.resolution.resolve(dto, actor);
  }
}
