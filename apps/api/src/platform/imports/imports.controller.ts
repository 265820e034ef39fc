import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { JobDto } from '../jobs/job.dto.js';
import { ListOperation, ListQuery } from '../lists/list-operation.js';
import type { RawQuery } from '../lists/list-request.js';
import { Lists, type Page } from '../lists/lists.js';
import {
  ChangeImportDto,
  CreateImportDto,
  ImportableResourceDto,
  ImportDto,
  ImportRowDto,
} from './import.dto.js';
import { ImportFileGoneError, ImportMappingError, ImportStateError } from './import.errors.js';
import { importList, importRowList, ImportListRowDto } from './import.list.js';
import { ImportTemplate } from './import-template.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly lists: Lists,
    private readonly templates: ImportTemplate,
  ) {}

  @Get()
  @ListOperation(importList, ImportListRowDto, 'List your imports')
  listImports(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ImportListRowDto>> {
    return this.lists.page(importList, query, actor);
  }

  @Get('resources')
  @Operation({
    summary: 'List what you may import, field by field',
    access: 'import:run',
    returns: [ImportableResourceDto],
  })
  listImportableResources(@CurrentActor() actor: Actor): ImportableResourceDto[] {
    return this.imports.importable(actor);
  }

  @Get('templates/:resource')
  @ApiParam({ name: 'resource', schema: { type: 'string' }, description: 'Resource word, `customer`.' })
  @Operation({
    summary: 'Download an empty workbook with the headers of a resource',
    access: 'import:run',
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    errors: [RecordNotFoundError],
  })
  downloadImportTemplate(
    @Param('resource') resource: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.templates.send(resource, actor, reply);
  }

  @Post()
  @Operation({
    summary: 'Begin an import from an uploaded file',
    description:
      'Recognises format, encoding, header row and columns; nothing is written yet. A file that cannot be read answers why.',
    access: 'import:run',
    returns: ImportDto,
    status: 201,
    errors: [RecordNotFoundError, ImportFileGoneError],
  })
  createImport(@Body() dto: CreateImportDto, @CurrentActor() actor: Actor): Promise<ImportDto> {
    return this.imports.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one of your imports',
    access: 'import:run',
    returns: ImportDto,
    errors: [RecordNotFoundError],
  })
  readImport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ImportDto> {
    return this.imports.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @Operation({
    summary: 'Change how a file is read, or which column fills which field',
    access: 'import:run',
    returns: ImportDto,
    errors: [RecordNotFoundError, ImportStateError, ImportMappingError, ImportFileGoneError],
  })
  changeImport(
    @IdParam() id: string,
    @Body() dto: ChangeImportDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.imports.change(id, dto, actor);
  }

  @Get(':id/rows')
  @HasIdParam()
  @ListOperation(importRowList, ImportRowDto, 'List the rows of one of your imports as read')
  listImportRows(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ImportRowDto>> {
    return this.lists.page(importRowList, { ...query, importId: id }, actor);
  }

  @Post(':id/check')
  @HasIdParam()
  @Operation({
    summary: 'Check every row without writing anything',
    access: 'import:run',
    returns: JobDto,
    status: 202,
    errors: [RecordNotFoundError, ImportStateError, ImportMappingError],
  })
  checkImport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.imports.start(id, 'check', actor);
  }

  @Post(':id/run')
  @HasIdParam()
  @Operation({
    summary: 'Run an import: all of it or, if anything breaks, nothing',
    access: 'import:run',
    returns: JobDto,
    status: 202,
    errors: [RecordNotFoundError, ImportStateError, ImportMappingError],
  })
  runImport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.imports.start(id, 'run', actor);
  }

  @Post(':id/undo')
  @HasIdParam()
  @Operation({
    summary: 'Undo a whole import; what was changed or used since is left and counted',
    access: 'import:run',
    returns: JobDto,
    status: 202,
    errors: [RecordNotFoundError, ImportStateError],
  })
  undoImport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.imports.start(id, 'undo', actor);
  }
}
