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
import { ChangePositionDto, CreatePositionDto, PositionDto } from './position.dto.js';
import { positionList } from './position.list.js';
import { PositionsService } from './positions.service.js';

@ApiTags('positions')
@Controller('positions')
export class PositionsController {
  constructor(
    private readonly positions: PositionsService,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(positionList, PositionDto, 'List positions')
  listPositions(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<PositionDto>> {
    return this.lists.page(positionList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Add a position',
    access: 'department:manage',
    returns: PositionDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createPosition(@Body() dto: CreatePositionDto, @CurrentActor() actor: Actor): Promise<PositionDto> {
    return this.positions.create(dto, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename or retire a position',
    access: 'department:manage',
    returns: PositionDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changePosition(
    @IdParam() id: string,
    @Body() dto: ChangePositionDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PositionDto> {
    return this.positions.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @Operation({
    summary: 'Remove a position that nobody ever held',
    access: 'department:manage',
    status: 204,
    errors: [RecordNotFoundError, RecordInUseError],
  })
  deletePosition(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.positions.remove(id, actor);
  }
}
