import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  RecordInUseError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { ChangeDepartmentDto, CreateDepartmentDto, DepartmentDto } from './department.dto.js';
import { DepartmentCircleError } from './department.errors.js';
import { departmentList } from './department.list.js';
import { DepartmentsService } from './departments.service.js';

@ApiTags('departments')
@Controller('departments')
export class DepartmentsController {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(departmentList, DepartmentDto, 'List departments')
  listDepartments(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<DepartmentDto>> {
    return this.lists.page(departmentList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Add a department',
    access: 'department:manage',
    returns: DepartmentDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createDepartment(@Body() dto: CreateDepartmentDto, @CurrentActor() actor: Actor): Promise<DepartmentDto> {
    return this.departments.create(dto, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename or move a department, or give it another leader',
    access: 'department:manage',
    returns: DepartmentDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError, DepartmentCircleError],
  })
  changeDepartment(
    @IdParam() id: string,
    @Body() dto: ChangeDepartmentDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<DepartmentDto> {
    return this.departments.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @Operation({
    summary: 'Remove an empty department',
    access: 'department:manage',
    status: 204,
    errors: [RecordNotFoundError, RecordInUseError],
  })
  deleteDepartment(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.departments.remove(id, actor);
  }
}
