import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { Operation } from '../../platform/http/operation.js';
import { ChangeMeDto, ChangePasswordDto, MeDto } from './auth.dto.js';
import { AccountLockedError } from './auth.errors.js';
import { MeService } from './me.service.js';

@ApiTags('auth')
@Controller('me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Operation({ summary: 'Read yourself and your permissions', access: 'signed-in', returns: MeDto })
  readMe(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.me.readFor(actor);
  }

  @Patch()
  @Operation({ summary: 'Change your own settings', access: 'signed-in', peopleOnly: true, returns: MeDto })
  changeMe(@Body() dto: ChangeMeDto, @CurrentActor() actor: Actor): Promise<MeDto> {
    return this.me.change(dto, actor);
  }

  @Post('password')
  @Operation({
    summary: 'Change your own password',
    access: 'signed-in',
    peopleOnly: true,
    status: 204,
    errors: [AccountLockedError],
  })
  changeOwnPassword(@Body() dto: ChangePasswordDto, @CurrentActor() actor: Actor): Promise<void> {
    return this.me.changePassword(dto, actor);
  }
}
