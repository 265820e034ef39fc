import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
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
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { ChangeTaskDto, CreateTaskDto, TaskDto } from './task.dto.js';
import { taskList } from './task.list.js';
import { TasksService, withTaskActions } from './tasks.service.js';

const access = 'activity:write';
const errors = [RecordNotFoundError, StaleVersionError];

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(taskList, TaskDto, 'List tasks')
  async listTasks(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<TaskDto>> {
    const page = await this.lists.page<TaskDto>(taskList, query, actor);
    return { ...page, items: page.items.map(withTaskActions) };
  }

  @Get('count')
  @CountOperation(taskList, 'Count tasks')
  countTasks(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(taskList, query, actor);
  }

  @Post()
  @Operation({ summary: 'Enter a task', access, returns: TaskDto, status: 201 })
  createTask(@Body() dto: CreateTaskDto, @CurrentActor() actor: Actor): Promise<TaskDto> {
    return this.tasks.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({ summary: 'Read one task', access, returns: TaskDto, errors: [RecordNotFoundError] })
  readTask(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<TaskDto> {
    return this.tasks.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({ summary: 'Change a task', access, returns: TaskDto, errors })
  changeTask(
    @IdParam() id: string,
    @Body() dto: ChangeTaskDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<TaskDto> {
    return this.tasks.change(id, dto, version, actor);
  }

  @Post(':id/complete')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Mark a task as done',
    access,
    returns: TaskDto,
    errors: [...errors, IllegalActionError],
  })
  completeTask(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<TaskDto> {
    return this.tasks.complete(id, version, actor);
  }

  @Post(':id/reopen')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Take up a task again',
    access,
    returns: TaskDto,
    errors: [...errors, IllegalActionError],
  })
  reopenTask(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<TaskDto> {
    return this.tasks.reopen(id, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({ summary: 'Put a task into the recycle bin', access, status: 204, errors })
  deleteTask(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('task', id, version, actor);
  }
}
