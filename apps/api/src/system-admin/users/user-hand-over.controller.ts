import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { HandedOverDto, HandOverDto, HoldingDto } from './user-hand-over.dto.js';
import { HoldingsChangedError, StillHoldsError } from './user-hand-over.errors.js';
import { UserHandOverService } from './user-hand-over.service.js';
import { LastAdministratorError, OwnAccountError, RoleBeyondOwnError } from './user.errors.js';

@ApiTags('users')
@Controller('users')
export class UserHandOverController {
  constructor(private readonly handOver: UserHandOverService) {}

  @Get(':id/holdings')
  @HasIdParam()
  @Operation({
    summary: 'Tell what a user holds: customers, orders, departments led',
    access: 'user:manage',
    returns: [HoldingDto],
  })
  listUserHoldings(@IdParam() id: string): Promise<HoldingDto[]> {
    return this.handOver.holdings(id) as Promise<HoldingDto[]>;
  }

  @Post(':id/hand-over')
  @HasIdParam()
  @Operation({
    summary: 'Hand what a user holds over to others, as reviewed, and disable her',
    description: 'One transaction: all as reviewed, or nothing.',
    access: 'user:manage',
    returns: HandedOverDto,
    errors: [
      RecordNotFoundError,
      IllegalActionError,
      HoldingsChangedError,
      StillHoldsError,
      OwnAccountError,
      LastAdministratorError,
      RoleBeyondOwnError,
    ],
  })
  handOverUser(
    @IdParam() id: string,
    @Body() dto: HandOverDto,
    @CurrentActor() actor: Actor,
  ): Promise<HandedOverDto> {
    return this.handOver.run(id, dto, actor);
  }
}
