import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { originOf } from '../auth/sign-in-history.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { InvitationsService } from './invitations.service.js';
import {
  ForgottenPasswordDto,
  InvitationDto,
  InviteUsersDto,
  LinkDto,
  ReadLinkDto,
  SetPasswordDto,
} from './one-time-link.dto.js';
import { LinkOverError, TooManyAttemptsError } from './one-time-link.errors.js';
import { PasswordLinksService } from './password-links.service.js';

@ApiTags('auth')
@Controller()
export class OneTimeLinksController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly passwordLinks: PasswordLinksService,
  ) {}

  @Post('users/invite')
  @Operation({
    summary: 'Invite users, or invite them again',
    description:
      'Mails each a one-time link to choose a password; a link that cannot be mailed is in the answer, once.',
    access: 'user:manage',
    peopleOnly: true,
    returns: [InvitationDto],
    errors: [RecordNotFoundError, IllegalActionError, RoleBeyondOwnError],
  })
  inviteUsers(@Body() { userIds }: InviteUsersDto, @CurrentActor() actor: Actor): Promise<InvitationDto[]> {
    return this.invitations.invite(userIds, actor);
  }

  @Post('auth/forgotten-password')
  @Operation({
    summary: 'Ask for a link to choose a new password',
    description: 'The answer is the same whether or not there is such an account.',
    access: 'public',
    status: 202,
    errors: [TooManyAttemptsError],
  })
  requestPasswordReset(@Body() dto: ForgottenPasswordDto, @Req() request: FastifyRequest): Promise<void> {
    return this.passwordLinks.forgotten(dto, originOf(request));
  }

  @Post('auth/link')
  @Operation({
    summary: 'Tell whose one-time link this is, without using it',
    access: 'public',
    returns: LinkDto,
    errors: [LinkOverError],
  })
  readOneTimeLink(@Body() { token }: ReadLinkDto): Promise<LinkDto> {
    return this.passwordLinks.read(token);
  }

  @Post('auth/set-password')
  @Operation({
    summary: 'Choose a password with a one-time link',
    access: 'public',
    status: 204,
    errors: [LinkOverError],
  })
  setPasswordByLink(@Body() dto: SetPasswordDto): Promise<void> {
    return this.passwordLinks.setPassword(dto);
  }
}
