import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ChangeSavedViewDto, CreateSavedViewDto, SavedViewDto } from './saved-view.dto.js';
import { TooManyViewsError } from './saved-view.errors.js';
import { SavedViewsService } from './saved-views.service.js';

const access = 'signed-in';
const returns = SavedViewDto;

@ApiTags('saved-views')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @ApiQuery({
    name: 'list',
    required: true,
    schema: { type: 'string' },
    description: 'Resource word of the list, such as `customer`.',
  })
  @Operation({
    summary: 'List your views of a list, and those shared with you',
    description: 'Filters that do not exist for you (any more) are left out and named in `dropped`.',
    access,
    returns: [SavedViewDto],
  })
  listSavedViews(@Query('list') list: string, @CurrentActor() actor: Actor): Promise<SavedViewDto[]> {
    return this.views.ofList(list, actor);
  }

  @Post()
  @Operation({
    summary: 'Save a view of a list',
    access,
    returns,
    status: 201,
    errors: [DuplicateRecordError, TooManyViewsError],
  })
  createSavedView(@Body() dto: CreateSavedViewDto, @CurrentActor() actor: Actor): Promise<SavedViewDto> {
    return this.views.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({ summary: 'Read one view', access, returns, errors: [RecordNotFoundError] })
  readSavedView(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SavedViewDto> {
    return this.views.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change or share a view of yours',
    access,
    returns,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeSavedView(
    @IdParam() id: string,
    @Body() dto: ChangeSavedViewDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<SavedViewDto> {
    return this.views.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Delete a view of yours',
    access,
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteSavedView(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.views.remove(id, version, actor);
  }

  @Post(':id/make-default')
  @HasIdParam()
  @Operation({ summary: 'Open the list with this view', access, returns, errors: [RecordNotFoundError] })
  makeDefaultView(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SavedViewDto> {
    return this.views.prefer(id, true, actor);
  }

  @Post(':id/drop-default')
  @HasIdParam()
  @Operation({
    summary: 'No longer open the list with this view',
    access,
    returns,
    errors: [RecordNotFoundError],
  })
  dropDefaultView(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SavedViewDto> {
    return this.views.prefer(id, false, actor);
  }
}
