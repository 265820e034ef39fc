import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { lockRecord } from '../../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../../platform/errors/common.errors.js';
import type { ChangePipelineDto, CreatePipelineDto, OrderStagesDto, PipelineDto } from './pipeline.dto.js';
import { Pipeline, PipelineStage } from './pipeline.entity.js';
import { NeededByPipelineError } from './pipeline.errors.js';
import { Pipelines } from './pipelines.js';

/** What a new pipeline begins with; the company makes it its own. */
const FIRST_STAGES = [
  { kind: 'open', nameZh: '初步接触', nameEn: 'Prospecting', probability: '0.1', colour: 'grey' },
  { kind: 'open', nameZh: '方案报价', nameEn: 'Proposal', probability: '0.5', colour: 'blue' },
  { kind: 'won', nameZh: '赢单', nameEn: 'Won', probability: '1', colour: 'green' },
  { kind: 'lost', nameZh: '丢单', nameEn: 'Lost', probability: '0', colour: 'red' },
] as const;

/** The ways deals may go: made, renamed, ordered, retired. */
@Injectable()
export class PipelinesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pipelines: Pipelines,
  ) {}

  async read(id: string): Promise<PipelineDto> {
    const found = (await this.pipelines.all()).find((pipeline) => pipeline.id === id);
    if (!found) throw new RecordNotFoundError('pipeline', id);
    return found;
  }

  async create({ nameZh, nameEn = nameZh }: CreatePipelineDto, actor: Actor): Promise<PipelineDto> {
    const id = await this.work.run(actor, 'pipeline.create', async (unit) => {
      const made = await unit.manager.insert(Pipeline, { nameZh, nameEn });
      const pipelineId = made.identifiers[0]!.id as string;
      const stages = FIRST_STAGES.map((stage, index) =>
        Object.assign({ pipelineId, position: index + 1 }, stage),
      );
      await unit.manager.insert(PipelineStage, stages);
      announcePipeline(unit, pipelineId);
      return pipelineId;
    });
    return this.reread(id);
  }

  async change(
    id: string,
    dto: ChangePipelineDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PipelineDto> {
    await this.work.run(actor, 'pipeline.change', async (unit) => {
      const pipeline = await lockRecord(unit, Pipeline, 'pipeline', id, { version });
      if (dto.isDefault && pipeline.retiredAt) throw new NeededByPipelineError();
      if (dto.isDefault)
        await unit.query(
          `update pipelines set is_default = false, version = version + 1, updated_at = now() where is_default and id <> $1`,
          [id],
        );
      Object.assign(pipeline, dto, { updatedAt: new Date() });
      await unit.manager.save(pipeline);
      announcePipeline(unit, id);
    });
    return this.reread(id);
  }

  /** Deals in it go on; no new one enters. */
  async retire(id: string, actor: Actor): Promise<PipelineDto> {
    await this.work.run(actor, 'pipeline.retire', async (unit) => {
      const pipeline = await lockRecord(unit, Pipeline, 'pipeline', id);
      if (pipeline.isDefault) throw new NeededByPipelineError();
      pipeline.retiredAt ??= new Date();
      await unit.manager.save(pipeline);
      announcePipeline(unit, id);
    });
    return this.reread(id);
  }

  async restore(id: string, actor: Actor): Promise<PipelineDto> {
    await this.work.run(actor, 'pipeline.restore', async (unit) => {
      const pipeline = await lockRecord(unit, Pipeline, 'pipeline', id);
      pipeline.retiredAt = null;
      await unit.manager.save(pipeline);
      announcePipeline(unit, id);
    });
    return this.reread(id);
  }

  /** Stages that are not named keep their order after those that are. */
  async order(id: string, { stageIds }: OrderStagesDto, actor: Actor): Promise<PipelineDto> {
    await this.work.run(actor, 'pipeline.order', async (unit) => {
      await lockRecord(unit, Pipeline, 'pipeline', id);
      await unit.query(
        `update pipeline_stages s set position = o.position, version = s.version + 1, updated_at = now()
           from (select id, row_number() over (order by (kind <> 'open'), array_position($2::uuid[], id), position) as position
                   from pipeline_stages where pipeline_id = $1) as o
          where o.id = s.id and s.position <> o.position`,
        [id, stageIds],
      );
      announcePipeline(unit, id);
    });
    return this.reread(id);
  }

  private async reread(id: string): Promise<PipelineDto> {
    await this.pipelines.reload();
    return this.read(id);
  }
}

/** Everybody who sees deals draws them by their pipeline. */
export const announcePipeline = (unit: Unit, recordId: string): void =>
  unit.emit({
    name: 'pipeline.changed',
    resource: 'pipeline',
    recordId,
    audience: { permission: 'opportunity:read' },
  });
