import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import {
  ChangeUserDto,
  CreatedUserDto,
  CreateUserDto,
  RemovedUserDto,
  TemporaryPasswordDto,
  UserDto,
} from './user.dto.js';
import { StillHoldsError } from './user-hand-over.errors.js';
import { UserRemovalService } from './user-removal.service.js';
import { LastAdministratorError, OwnAccountError, RoleBeyondOwnError } from './user.errors.js';
import { userList } from './user.list.js';
import { UsersService, withAllowedActions } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly removal: UserRemovalService,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(userList, UserDto, 'List users')
  async listUsers(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<UserDto>> {
    const page = await this.lists.page<UserDto>(userList, query, actor);
    return { ...page, items: page.items.map((user) => withAllowedActions(user, actor)) };
  }

  @Get('count')
  @CountOperation(userList, 'Count users')
  countUsers(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(userList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Add a user',
    access: 'user:manage',
    returns: CreatedUserDto,
    status: 201,
    errors: [DuplicateRecordError, RoleBeyondOwnError],
  })
  createUser(@Body() dto: CreateUserDto, @CurrentActor() actor: Actor): Promise<CreatedUserDto> {
    return this.users.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one user',
    access: 'user:read',
    returns: UserDto,
    errors: [RecordNotFoundError],
  })
  readUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<UserDto> {
    return this.users.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a user',
    access: 'user:manage',
    returns: UserDto,
    errors: [RecordNotFoundError, StaleVersionError, LastAdministratorError, RoleBeyondOwnError],
  })
  changeUser(
    @IdParam() id: string,
    @Body() dto: ChangeUserDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<UserDto> {
    return this.users.change(id, dto, version, actor);
  }

  @Post(':id/disable')
  @HasIdParam()
  @Operation({
    summary: 'Disable a user and end her sessions',
    access: 'user:manage',
    returns: UserDto,
    errors: [
      RecordNotFoundError,
      OwnAccountError,
      IllegalActionError,
      LastAdministratorError,
      RoleBeyondOwnError,
    ],
  })
  disableUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<UserDto> {
    return this.users.disable(id, actor);
  }

  @Post(':id/enable')
  @HasIdParam()
  @Operation({
    summary: 'Enable a disabled user',
    access: 'user:manage',
    returns: UserDto,
    errors: [RecordNotFoundError, OwnAccountError, IllegalActionError, RoleBeyondOwnError],
  })
  enableUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<UserDto> {
    return this.users.enable(id, actor);
  }

  @Post(':id/reset-password')
  @HasIdParam()
  @Operation({
    summary: "Reset a user's password",
    description: 'Answers a one-time password; the user must choose her own at the next sign-in.',
    access: 'user:manage',
    peopleOnly: true,
    returns: TemporaryPasswordDto,
    errors: [RecordNotFoundError, OwnAccountError, IllegalActionError, RoleBeyondOwnError],
  })
  resetUserPassword(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<TemporaryPasswordDto> {
    return this.users.resetPassword(id, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @Operation({
    summary: 'Remove a user who has left',
    description:
      'Deleted when nothing refers to her; else anonymised, so that what she did keeps its author. Who still holds records stays.',
    access: 'user:manage',
    returns: RemovedUserDto,
    errors: [RecordNotFoundError, OwnAccountError, IllegalActionError, StillHoldsError, RoleBeyondOwnError],
  })
  removeUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RemovedUserDto> {
    return this.removal.remove(id, actor);
  }
}
