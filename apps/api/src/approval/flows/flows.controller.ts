import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { FlowUnderWayError } from '../approval.errors.js';
import { DocumentTypesReader } from './document-types.reader.js';
import {
  ChangeFlowDto,
  CheckFlowDto,
  CreateFlowDto,
  DocumentTypeListDto,
  FlowDetailDto,
  FlowDto,
  FlowProblemsDto,
  FlowRouteDto,
  RouteFlowDto,
} from './flow.dto.js';
import { flowList } from './flow.list.js';
import { FlowsService } from './flows.service.js';
import { versionNumber } from './version-number.js';

@ApiTags('approval-flows')
@Controller('approval-flows')
export class FlowsController {
  constructor(
    private readonly flows: FlowsService,
    private readonly types: DocumentTypesReader,
  ) {}

  @Get()
  @ListOperation(flowList, FlowDto, 'List approval flows')
  listApprovalFlows(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<FlowDto>> {
    return this.flows.page(query, actor);
  }

  @Get('document-types')
  @Operation({
    summary: 'List kinds of documents that can be approved, with facts and sections',
    access: 'signed-in',
    returns: DocumentTypeListDto,
  })
  listDocumentTypes(): DocumentTypeListDto {
    return this.types.list();
  }

  @Post('check')
  @Operation({
    summary: 'Check a definition without saving it',
    access: 'approval-flow:read',
    returns: FlowProblemsDto,
  })
  checkApprovalFlow(@Body() dto: CheckFlowDto): Promise<FlowProblemsDto> {
    return this.flows.check(dto);
  }

  @Post('route')
  @Operation({
    summary: 'Try a definition: which nodes a document with these facts passes',
    access: 'approval-flow:read',
    returns: FlowRouteDto,
  })
  tryApprovalFlow(@Body() dto: RouteFlowDto): Promise<FlowRouteDto> {
    return this.flows.route(dto);
  }

  @Post()
  @Operation({
    summary: 'Add an approval flow',
    access: 'approval-flow:manage',
    returns: FlowDetailDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createApprovalFlow(@Body() dto: CreateFlowDto, @CurrentActor() actor: Actor): Promise<FlowDetailDto> {
    return this.flows.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @ApiQuery({
    name: 'number',
    required: false,
    schema: { type: 'integer', minimum: 1 },
    description: 'Version to show; left out: the newest.',
  })
  @Operation({
    summary: 'Read an approval flow with one of its versions',
    access: 'approval-flow:read',
    returns: FlowDetailDto,
    errors: [RecordNotFoundError],
  })
  readApprovalFlow(
    @IdParam() id: string,
    @Query('number', versionNumber) number: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FlowDetailDto> {
    return this.flows.read(id, number, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change an approval flow; its definition becomes the draft',
    access: 'approval-flow:manage',
    returns: FlowDetailDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeApprovalFlow(
    @IdParam() id: string,
    @Body() dto: ChangeFlowDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FlowDetailDto> {
    return this.flows.change(id, dto, version, actor);
  }

  @Post(':id/activate')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Switch a flow on, in its draft where there is one',
    description: 'Refused with every problem of the definition; another flow of this kind is switched off.',
    access: 'approval-flow:manage',
    returns: FlowDetailDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  activateApprovalFlow(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FlowDetailDto> {
    return this.flows.activate(id, version, actor);
  }

  @Post(':id/deactivate')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Switch a flow off',
    access: 'approval-flow:manage',
    returns: FlowDetailDto,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  deactivateApprovalFlow(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FlowDetailDto> {
    return this.flows.deactivate(id, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Delete a flow that no approval has taken',
    access: 'approval-flow:manage',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError, FlowUnderWayError],
  })
  deleteApprovalFlow(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.flows.delete(id, version, actor);
  }
}
