import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { lockRecord } from '../../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../../platform/errors/common.errors.js';
import type { ChangeStageDto, CreateStageDto, PipelineDto, RetireStageDto } from './pipeline.dto.js';
import { Pipeline, PipelineStage } from './pipeline.entity.js';
import { NeededByPipelineError, StageInUseError } from './pipeline.errors.js';
import { Pipelines } from './pipelines.js';
import { announcePipeline, PipelinesService } from './pipelines.service.js';

/** Stages of a pipeline: added, changed, retired with their deals led elsewhere, removed where none ever was. */
@Injectable()
export class PipelineStagesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly kept: Pipelines,
    private readonly pipelines: PipelinesService,
  ) {}

  async create(pipelineId: string, dto: CreateStageDto, actor: Actor): Promise<PipelineDto> {
    await this.work.run(actor, 'pipeline-stage.create', async (unit) => {
      await lockRecord(unit, Pipeline, 'pipeline', pipelineId);
      // After the last open one: the two ends move on.
      const [last] = await unit.query<{ position: number }>(
        `select coalesce(max(position), 0)::int as position from pipeline_stages where pipeline_id = $1 and kind = 'open'`,
        [pipelineId],
      );
      await unit.query(
        `update pipeline_stages set position = position + 1, version = version + 1, updated_at = now() where pipeline_id = $1 and position > $2`,
        [pipelineId, last!.position],
      );
      const { nameZh, nameEn = nameZh, probability = '0.5', ...rest } = dto;
      await unit.manager.insert(PipelineStage, {
        ...rest,
        nameZh,
        nameEn,
        probability,
        pipelineId,
        position: last!.position + 1,
      });
      announcePipeline(unit, pipelineId);
    });
    return this.reread(pipelineId);
  }

  async change(
    id: string,
    dto: ChangeStageDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PipelineDto> {
    const pipelineId = await this.work.run(actor, 'pipeline-stage.change', async (unit) => {
      const stage = await lockRecord(unit, PipelineStage, 'pipeline-stage', id, { version });
      Object.assign(stage, dto, { updatedAt: new Date() });
      await unit.manager.save(stage);
      announcePipeline(unit, stage.pipelineId);
      return stage.pipelineId;
    });
    return this.reread(pipelineId);
  }

  /** @throws StageInUseError when deals are in it and nobody says where they go; NeededByPipelineError. */
  async retire(id: string, { moveTo }: RetireStageDto, actor: Actor): Promise<PipelineDto> {
    const pipelineId = await this.work.run(actor, 'pipeline-stage.retire', async (unit) => {
      const stage = await this.lockDispensable(unit, id);
      const [deals] = await unit.query<{ count: number }>(
        `select count(*)::int as count from opportunities where stage_id = $1 and deleted_at is null`,
        [id],
      );
      if (deals!.count > 0 && !moveTo) throw new StageInUseError(deals!.count);
      if (moveTo) await moveDeals(unit, stage, moveTo);
      stage.retiredAt ??= new Date();
      await unit.manager.save(stage);
      announcePipeline(unit, stage.pipelineId);
      return stage.pipelineId;
    });
    return this.reread(pipelineId);
  }

  async restore(id: string, actor: Actor): Promise<PipelineDto> {
    const pipelineId = await this.work.run(actor, 'pipeline-stage.restore', async (unit) => {
      const stage = await lockRecord(unit, PipelineStage, 'pipeline-stage', id);
      stage.retiredAt = null;
      await unit.manager.save(stage);
      announcePipeline(unit, stage.pipelineId);
      return stage.pipelineId;
    });
    return this.reread(pipelineId);
  }

  /** For good, where no deal ever was in it: the database refuses the rest. */
  async remove(id: string, actor: Actor): Promise<PipelineDto> {
    const pipelineId = await this.work.run(actor, 'pipeline-stage.delete', async (unit) => {
      const stage = await this.lockDispensable(unit, id);
      await unit.manager.delete(PipelineStage, { id });
      announcePipeline(unit, stage.pipelineId);
      return stage.pipelineId;
    });
    return this.reread(pipelineId);
  }

  /** The pipeline is locked before: two people must not take the last two stages at once. */
  private async lockDispensable(unit: Unit, id: string): Promise<PipelineStage> {
    const { pipelineId } = await lockRecord(unit, PipelineStage, 'pipeline-stage', id);
    await lockRecord(unit, Pipeline, 'pipeline', pipelineId);
    const stage = await lockRecord(unit, PipelineStage, 'pipeline-stage', id);
    const [others] = await unit.query<{ count: number }>(
      `select count(*)::int as count from pipeline_stages where pipeline_id = $1 and kind = 'open' and retired_at is null and id <> $2`,
      [pipelineId, id],
    );
    if (stage.kind !== 'open' || others!.count === 0) throw new NeededByPipelineError();
    return stage;
  }

  private async reread(pipelineId: string): Promise<PipelineDto> {
    await this.kept.reload();
    return this.pipelines.read(pipelineId);
  }
}

/** Entry rules do not hold here: the stage ceases to be, and its deals must be somewhere. */
async function moveDeals(unit: Unit, { id, pipelineId }: PipelineStage, moveTo: string): Promise<void> {
  const [target] = await unit.query(
    `select 1 from pipeline_stages where id = $1 and pipeline_id = $2 and id <> $3 and kind = 'open' and retired_at is null for share`,
    [moveTo, pipelineId, id],
  );
  if (!target)
    throw new InvalidInputError([
      { pointer: '/moveTo', rule: 'reference', detail: 'There is no such open stage in this pipeline.' },
    ]);
  await unit.query(
    `update opportunities set stage_id = $2, version = version + 1, updated_at = now() where stage_id = $1`,
    [id, moveTo],
  );
}
