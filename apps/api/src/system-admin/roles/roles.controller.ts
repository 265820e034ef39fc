import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { allPermissions } from '../../platform/auth/permission-catalogue.js';
import {
  DuplicateRecordError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { LastAdministratorError, RoleBeyondOwnError } from '../users/user.errors.js';
import { ChangeRoleDto, CreateRoleDto, PermissionDto, RoleDto } from './role.dto.js';
import { BuiltInRoleError, FixedRoleError, RoleInUseError } from './role.errors.js';
import { roleList } from './role.list.js';
import { RolesService } from './roles.service.js';

@ApiTags('roles')
@Controller()
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get('roles')
  @ListOperation(roleList, RoleDto, 'List roles and what they may do')
  listRoles(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<RoleDto>> {
    return this.roles.page(query, actor);
  }

  @Post('roles')
  @Operation({
    summary: 'Make a role',
    access: 'role:manage',
    returns: RoleDto,
    status: 201,
    errors: [DuplicateRecordError, RoleBeyondOwnError],
  })
  createRole(@Body() dto: CreateRoleDto, @CurrentActor() actor: Actor): Promise<RoleDto> {
    return this.roles.create(dto, actor);
  }

  @Get('roles/:id')
  @HasIdParam()
  @Operation({
    summary: 'Read one role',
    access: 'role:read',
    returns: RoleDto,
    errors: [RecordNotFoundError],
  })
  readRole(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RoleDto> {
    return this.roles.read(id, actor);
  }

  @Patch('roles/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a role',
    access: 'role:manage',
    returns: RoleDto,
    errors: [
      RecordNotFoundError,
      StaleVersionError,
      DuplicateRecordError,
      RoleBeyondOwnError,
      FixedRoleError,
      LastAdministratorError,
    ],
  })
  changeRole(
    @IdParam() id: string,
    @Body() dto: ChangeRoleDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RoleDto> {
    return this.roles.change(id, dto, version, actor);
  }

  @Delete('roles/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Delete a role that nobody has',
    access: 'role:manage',
    status: 204,
    errors: [
      RecordNotFoundError,
      StaleVersionError,
      RoleBeyondOwnError,
      FixedRoleError,
      BuiltInRoleError,
      RoleInUseError,
    ],
  })
  deleteRole(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.roles.remove(id, version, actor);
  }

  @Get('permissions')
  @Operation({ summary: 'List every permission there is', access: 'role:read', returns: [PermissionDto] })
  listPermissions(): PermissionDto[] {
    return allPermissions().map(({ code, describe, scoped, needs = [], fields = null }) => ({
      code,
      resource: code.slice(0, code.indexOf(':')),
      describe,
      scoped,
      needs: [...needs],
      fields,
    }));
  }
}
