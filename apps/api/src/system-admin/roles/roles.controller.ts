import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { allPermissions } from '../../platform/auth/permission-catalogue.js';
import { Operation } from '../../platform/http/operation.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { PermissionDto, RoleDto } from './role.dto.js';
import { roleList } from './role.list.js';

@ApiTags('roles')
@Controller()
export class RolesController {
  constructor(private readonly lists: Lists) {}

  @Get('roles')
  @ListOperation(roleList, RoleDto, 'List roles and what they may do')
  listRoles(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<RoleDto>> {
    return this.lists.page(roleList, query, actor);
  }

  @Get('permissions')
  @Operation({ summary: 'List every permission there is', access: 'role:read', returns: [PermissionDto] })
  listPermissions(): PermissionDto[] {
    return allPermissions().map(({ code, describe, scoped }) => ({ code, describe, scoped }));
  }
}
