import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  RecordInUseError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../../platform/errors/common.errors.js';
import { Operation } from '../../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../../platform/http/parameters.js';
import {
  ChangePipelineDto,
  ChangeStageDto,
  CreatePipelineDto,
  CreateStageDto,
  OrderStagesDto,
  PipelineDto,
  RetireStageDto,
} from './pipeline.dto.js';
import { NeededByPipelineError, StageInUseError } from './pipeline.errors.js';
import { PipelineStagesService } from './pipeline-stages.service.js';
import { Pipelines } from './pipelines.js';
import { PipelinesService } from './pipelines.service.js';

const access = 'pipeline:manage';
const returns = PipelineDto;

@ApiTags('pipelines')
@Controller()
export class PipelinesController {
  constructor(
    private readonly kept: Pipelines,
    private readonly pipelines: PipelinesService,
    private readonly stages: PipelineStagesService,
  ) {}

  @Get('pipelines')
  @Operation({
    summary: 'List sales pipelines with their stages',
    access: 'opportunity:read',
    returns: [PipelineDto],
  })
  listPipelines(): Promise<PipelineDto[]> {
    return this.kept.all();
  }

  @Post('pipelines')
  @Operation({ summary: 'Add a pipeline', access, returns, status: 201, errors: [DuplicateRecordError] })
  createPipeline(@Body() dto: CreatePipelineDto, @CurrentActor() actor: Actor): Promise<PipelineDto> {
    return this.pipelines.create(dto, actor);
  }

  @Patch('pipelines/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename a pipeline or make it the usual one',
    access,
    returns,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError, NeededByPipelineError],
  })
  changePipeline(
    @IdParam() id: string,
    @Body() dto: ChangePipelineDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PipelineDto> {
    return this.pipelines.change(id, dto, version, actor);
  }

  @Post('pipelines/:id/retire')
  @HasIdParam()
  @Operation({
    summary: 'Retire a pipeline',
    access,
    returns,
    errors: [RecordNotFoundError, NeededByPipelineError],
  })
  retirePipeline(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PipelineDto> {
    return this.pipelines.retire(id, actor);
  }

  @Post('pipelines/:id/restore')
  @HasIdParam()
  @Operation({
    summary: 'Use a retired pipeline again',
    access,
    returns,
    errors: [RecordNotFoundError, DuplicateRecordError],
  })
  restorePipeline(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PipelineDto> {
    return this.pipelines.restore(id, actor);
  }

  @Put('pipelines/:id/order')
  @HasIdParam()
  @Operation({
    summary: 'Put the stages of a pipeline in order',
    access,
    returns,
    errors: [RecordNotFoundError],
  })
  orderStages(
    @IdParam() id: string,
    @Body() dto: OrderStagesDto,
    @CurrentActor() actor: Actor,
  ): Promise<PipelineDto> {
    return this.pipelines.order(id, dto, actor);
  }

  @Post('pipelines/:id/stages')
  @HasIdParam()
  @Operation({
    summary: 'Add a stage to a pipeline',
    access,
    returns,
    status: 201,
    errors: [RecordNotFoundError, DuplicateRecordError],
  })
  createStage(
    @IdParam() id: string,
    @Body() dto: CreateStageDto,
    @CurrentActor() actor: Actor,
  ): Promise<PipelineDto> {
    return this.stages.create(id, dto, actor);
  }

  @Patch('pipeline-stages/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a stage',
    access,
    returns,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeStage(
    @IdParam() id: string,
    @Body() dto: ChangeStageDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PipelineDto> {
    return this.stages.change(id, dto, version, actor);
  }

  @Post('pipeline-stages/:id/retire')
  @HasIdParam()
  @Operation({
    summary: 'Retire a stage, and move its deals',
    access,
    returns,
    errors: [RecordNotFoundError, StageInUseError, NeededByPipelineError],
  })
  retireStage(
    @IdParam() id: string,
    @Body() dto: RetireStageDto,
    @CurrentActor() actor: Actor,
  ): Promise<PipelineDto> {
    return this.stages.retire(id, dto, actor);
  }

  @Post('pipeline-stages/:id/restore')
  @HasIdParam()
  @Operation({
    summary: 'Use a retired stage again',
    access,
    returns,
    errors: [RecordNotFoundError, DuplicateRecordError],
  })
  restoreStage(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PipelineDto> {
    return this.stages.restore(id, actor);
  }

  @Delete('pipeline-stages/:id')
  @HasIdParam()
  @Operation({
    summary: 'Remove a stage in which no deal ever was',
    access,
    returns,
    errors: [RecordNotFoundError, RecordInUseError, NeededByPipelineError],
  })
  removeStage(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PipelineDto> {
    return this.stages.remove(id, actor);
  }
}
