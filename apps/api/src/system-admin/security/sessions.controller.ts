import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { SessionDto, SignInAttemptDto } from './session.dto.js';
import { signInList } from './session.lists.js';
import { SessionOverview } from './session-overview.js';

@ApiTags('security')
@Controller()
export class SessionsController {
  constructor(
    private readonly overview: SessionOverview,
    private readonly lists: Lists,
  ) {}

  @Get('me/sessions')
  @Operation({
    summary: 'List where you are signed in',
    access: 'signed-in',
    peopleOnly: true,
    returns: [SessionDto],
  })
  listOwnSessions(@CurrentActor() actor: Actor): Promise<SessionDto[]> {
    return this.overview.sessionsOf(actor.id, actor);
  }

  @Get('me/sign-ins')
  @Operation({
    summary: 'List the last hundred sign-ins to your account',
    access: 'signed-in',
    peopleOnly: true,
    returns: [SignInAttemptDto],
  })
  listOwnSignIns(@CurrentActor() actor: Actor): Promise<SignInAttemptDto[]> {
    return this.overview.attemptsOf(actor.id);
  }

  @Post('me/sessions/end-others')
  @Operation({
    summary: 'End all your sessions but this one',
    access: 'signed-in',
    peopleOnly: true,
    status: 204,
  })
  endOtherSessions(@CurrentActor() actor: Actor): Promise<void> {
    return this.overview.endAll(actor.id, actor);
  }

  @Post('me/sessions/:id/end')
  @HasIdParam()
  @Operation({
    summary: 'End one of your sessions',
    access: 'signed-in',
    peopleOnly: true,
    status: 204,
    errors: [RecordNotFoundError],
  })
  endOwnSession(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.overview.end(actor.id, id, actor);
  }

  @Get('users/:id/sessions')
  @HasIdParam()
  @Operation({
    summary: 'List where a user is signed in',
    access: 'user:manage',
    peopleOnly: true,
    returns: [SessionDto],
  })
  listUserSessions(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SessionDto[]> {
    return this.overview.sessionsOf(id, actor);
  }

  @Post('users/:id/sessions/end-all')
  @HasIdParam()
  @Operation({
    summary: 'End all sessions of a user',
    access: 'user:manage',
    peopleOnly: true,
    status: 204,
    errors: [RecordNotFoundError, RoleBeyondOwnError],
  })
  endUserSessions(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.overview.endAll(id, actor);
  }

  @Post('users/:id/sessions/:sessionId/end')
  @HasIdParam()
  @HasIdParam('sessionId')
  @Operation({
    summary: 'End one session of a user',
    access: 'user:manage',
    peopleOnly: true,
    status: 204,
    errors: [RecordNotFoundError, RoleBeyondOwnError],
  })
  endUserSession(
    @IdParam() id: string,
    @IdParam('sessionId') sessionId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.overview.end(id, sessionId, actor);
  }

  @Get('sign-ins')
  @ListOperation(signInList, SignInAttemptDto, 'List sign-ins and attempts')
  listSignIns(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<SignInAttemptDto>> {
    return this.lists.page(signInList, query, actor);
  }
}
