import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Rows } from '../../../platform/database/rows.js';
import { LiveHub } from '../../../platform/events/live-hub.js';
import type { PipelineDto, PipelineStageDto } from './pipeline.dto.js';
import type { StageRule } from './stage-rules.js';

const ALL = `
  select p.id, p.name_zh as "nameZh", p.name_en as "nameEn", p.is_default as "isDefault", p.retired_at as "retiredAt", p.version,
         coalesce((select json_agg(json_build_object('id', s.id, 'kind', s.kind, 'nameZh', s.name_zh, 'nameEn', s.name_en,
             'probability', s.probability::text, 'colour', s.colour, 'stagnationDays', s.stagnation_days,
             'requiredFields', s.required_fields, 'maySkip', s.may_skip, 'mayReturn', s.may_return,
             'retiredAt', s.retired_at, 'version', s.version)
             order by array_position(array['open', 'won', 'lost'], s.kind), s.position, s.id)
           from pipeline_stages s where s.pipeline_id = p.id), '[]') as stages
    from pipelines p order by p.is_default desc, p.retired_at nulls first, p.id`;
const COUNTS = `select stage_id as id, count(*)::int as count from opportunities where deleted_at is null group by 1`;

type Kept = Omit<PipelineDto, 'stages'> & { readonly stages: readonly Omit<PipelineStageDto, 'dealCount'>[] };

export const ruleOf = ({ retiredAt, ...stage }: Omit<PipelineStageDto, 'dealCount'>): StageRule => ({
  ...stage,
  isRetired: retiredAt !== null,
});

/** Pipelines as they are now; each process keeps them until a change somewhere empties what it keeps. */
@Injectable()
export class Pipelines implements OnApplicationBootstrap, OnModuleDestroy {
  private kept: readonly Kept[] = [];
  private unwatch: (() => void) | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly hub: LiveHub,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unwatch = this.hub.watch(({ name }) => {
      if (name === 'pipeline.changed') void this.reload().catch(() => undefined);
    });
    await this.reload();
  }

  onModuleDestroy(): void {
    this.unwatch?.();
  }

  async reload(): Promise<void> {
    this.kept = await this.rows.all<Kept>(ALL);
  }

  /** With the deals in each stage, whoever's they are: a stage in use is in use for all. */
  async all(): Promise<PipelineDto[]> {
    const [pipelines, counts] = await Promise.all([
      this.rows.all<Kept>(ALL),
      this.rows.all<{ id: string; count: number }>(COUNTS),
    ]);
    const deals = new Map(counts.map(({ id, count }) => [id, count]));
    const counted = (stage: Kept['stages'][number]) =>
      Object.assign(stage, { dealCount: deals.get(stage.id) ?? 0 });
    return pipelines.map((pipeline) => Object.assign(pipeline, { stages: pipeline.stages.map(counted) }));
  }

  /**
   * Stage → words by which a file may say it: the stage's own name, in the usual pipeline; with the pipeline's before it
   * in the others, and by itself where no other has it.
   */
  choices(): Record<string, readonly string[]> {
    const live = this.kept.filter(({ retiredAt }) => retiredAt === null);
    const taken = new Set<string>();
    const choices: Record<string, string[]> = {};
    for (const { isDefault, nameZh, nameEn, stages } of live) {
      for (const stage of stages.filter(({ retiredAt }) => retiredAt === null)) {
        const free = [stage.nameZh, stage.nameEn].filter((name) => !taken.has(name.toLowerCase()));
        const whole = [`${nameZh}/${stage.nameZh}`, `${nameEn}/${stage.nameEn}`];
        choices[stage.id] = isDefault ? [...free, ...whole] : [...whole, ...free];
        for (const name of free) taken.add(name.toLowerCase());
      }
    }
    return choices;
  }
}
