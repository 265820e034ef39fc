import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { SeeAsDto, SeeingAsDto } from './see-as.dto.js';
import { SeeAsSelfError } from './see-as.errors.js';
import { SeeAsService } from './see-as.service.js';

@ApiTags('users')
@Controller()
export class SeeAsController {
  constructor(private readonly views: SeeAsService) {}

  @Post('users/:id/see-as')
  @HasIdParam()
  @Operation({
    summary: 'See the product as this user does',
    description:
      'Reads only, for half an hour at most; who looked at whom, when and why is in the audit log. Not for users who may do more than the caller.',
    access: 'user:see-as',
    peopleOnly: true,
    returns: SeeingAsDto,
    errors: [RecordNotFoundError, IllegalActionError, RoleBeyondOwnError, SeeAsSelfError],
  })
  seeAsUser(
    @IdParam() id: string,
    @Body() dto: SeeAsDto,
    @CurrentActor() actor: Actor,
  ): Promise<SeeingAsDto> {
    return this.views.begin(id, dto, actor);
  }

  @Post('me/see-as/end')
  @Operation({
    summary: 'Stop seeing as another user',
    access: 'user:see-as',
    peopleOnly: true,
    status: 204,
  })
  endSeeingAs(@CurrentActor() actor: Actor): Promise<void> {
    return this.views.end(actor);
  }
}
