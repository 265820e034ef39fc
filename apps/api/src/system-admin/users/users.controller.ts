import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
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
import { ChangeUserDto, CreatedUserDto, CreateUserDto, TemporaryPasswordDto, UserDto } from './user.dto.js';
import { LastAdministratorError, OwnAccountError, RoleBeyondOwnError } from './user.errors.js';
import { userList } from './user.list.js';
import { UsersService, withAllowedActions } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
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
    errors: [RecordNotFoundError, OwnAccountError, LastAdministratorError, RoleBeyondOwnError],
  })
  disableUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<UserDto> {
    return this.users.setState(id, 'disabled', actor);
  }

  @Post(':id/enable')
  @HasIdParam()
  @Operation({
    summary: 'Enable a disabled user',
    access: 'user:manage',
    returns: UserDto,
    errors: [RecordNotFoundError, OwnAccountError, RoleBeyondOwnError],
  })
  enableUser(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<UserDto> {
    return this.users.setState(id, 'active', actor);
  }

  @Post(':id/reset-password')
  @HasIdParam()
  @Operation({
    summary: "Reset a user's password",
    description: 'Answers a one-time password; the user must choose her own at the next sign-in.',
    access: 'user:manage',
    returns: TemporaryPasswordDto,
    errors: [RecordNotFoundError, OwnAccountError, RoleBeyondOwnError],
  })
  resetUserPassword(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<TemporaryPasswordDto> {
    return this.users.resetPassword(id, actor);
  }
}
