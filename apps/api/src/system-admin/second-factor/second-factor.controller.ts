import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { AccountLockedError } from '../auth/auth.errors.js';
import { OwnAccountError, RoleBeyondOwnError } from '../users/user.errors.js';
import {
  BegunSecondFactorDto,
  ConfirmSecondFactorDto,
  ReauthenticateDto,
  RecoveryCodesDto,
} from './second-factor.dto.js';
import { SecondFactorOffError, SecondFactorOnError } from './second-factor.errors.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('security')
@Controller()
export class SecondFactorController {
  constructor(private readonly factor: SecondFactorService) {}

  @Post('me/second-factor')
  @Operation({
    summary: 'Begin to set up your second factor',
    description: 'Answers the seed for an authenticator app; it counts once a first code is confirmed.',
    access: 'signed-in',
    peopleOnly: true,
    returns: BegunSecondFactorDto,
    errors: [SecondFactorOnError],
  })
  beginSecondFactor(@CurrentActor() actor: Actor): Promise<BegunSecondFactorDto> {
    return this.factor.begin(actor);
  }

  @Post('me/second-factor/confirm')
  @Operation({
    summary: 'Confirm your second factor with a first code',
    description: 'Answers recovery codes, shown only now, and ends your other sessions.',
    access: 'signed-in',
    peopleOnly: true,
    returns: RecoveryCodesDto,
    errors: [SecondFactorOnError],
  })
  confirmSecondFactor(
    @Body() dto: ConfirmSecondFactorDto,
    @CurrentActor() actor: Actor,
  ): Promise<RecoveryCodesDto> {
    return this.factor.confirm(dto, actor);
  }

  @Post('me/second-factor/switch-off')
  @Operation({
    summary: 'Switch your second factor off',
    access: 'signed-in',
    peopleOnly: true,
    status: 204,
    errors: [SecondFactorOffError, AccountLockedError],
  })
  switchOffSecondFactor(@Body() dto: ReauthenticateDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.factor.switchOff(dto, actor);
  }

  @Post('me/second-factor/recovery-codes')
  @Operation({
    summary: 'Make new recovery codes; earlier ones end',
    access: 'signed-in',
    peopleOnly: true,
    returns: RecoveryCodesDto,
    errors: [SecondFactorOffError, AccountLockedError],
  })
  renewRecoveryCodes(
    @Body() dto: ReauthenticateDto,
    @CurrentActor() actor: Actor,
  ): Promise<RecoveryCodesDto> {
    return this.factor.renewRecoveryCodes(dto, actor);
  }

  @Post('users/:id/reset-second-factor')
  @HasIdParam()
  @Operation({
    summary: "Take a user's second factor away, after a lost phone",
    access: 'user:manage',
    peopleOnly: true,
    status: 204,
    errors: [RecordNotFoundError, OwnAccountError, RoleBeyondOwnError, SecondFactorOffError],
  })
  resetUserSecondFactor(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.factor.reset(id, actor);
  }
}
