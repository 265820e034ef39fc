import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Rows } from '../../../platform/database/rows.js';
import type { RawQuery } from '../../../platform/lists/list-request.js';
import { readDimensions, valueOf, type AnalysisDimension } from './analysis-dimensions.js';
import { analysisQuery, keyed, MOST_GROUPS, type AnalysisKey } from './analysis-query.js';
import type { FunnelDto, FunnelStageDto } from './analysis.dto.js';

export const FUNNEL_ANGLES = ['engagedMonth', 'owner', 'product', 'territory', 'source'] as const;

interface StageRow extends FunnelStageDto {
  readonly pipelineId: string;
  readonly total: number;
  readonly keys: Record<string, AnalysisKey>;
}

const USUAL = `(select coalesce((select id from pipelines where is_default), (select min(id::text)::uuid from pipelines)))`;

/** How far the deals of one pipeline came, and how long they stayed in each stage. */
@Injectable()
export class Funnel {
  constructor(private readonly rows: Rows) {}

  /** @param query filters of the list, `groupBy`, and `pipelineId` (the usual one where left out) */
  async read({ groupBy, ...filters }: RawQuery, actor: Actor): Promise<FunnelDto[]> {
    const names = readDimensions(groupBy, FUNNEL_ANGLES, 1);
    const rows = await this.stages(filters, names, actor);
    const groups = new Map<
      string,
      { count: number; keys: Record<string, AnalysisKey>; stages: FunnelStageDto[] }
    >();
    for (const { pipelineId: _pipeline, total, keys, ...stage } of rows) {
      const key = JSON.stringify(keys);
      const group = groups.get(key) ?? { count: total, keys, stages: [] };
      groups.set(key, group);
      const before = stage.kind === 'open' || stage.kind === 'won' ? group.stages.at(-1) : undefined;
      const conversion = before
        ? before.reached > 0
          ? (stage.reached / before.reached).toFixed(4)
          : null
        : null;
      group.stages.push({ ...stage, conversion });
    }
    return [...groups.values()];
  }

  private async stages(
    filters: RawQuery,
    names: readonly AnalysisDimension[],
    actor: Actor,
  ): Promise<StageRow[]> {
    const { from, where, keys, groups, parameters } = analysisQuery(filters, names, actor);
    const ofPipeline = filters.pipelineId ? '' : `and o.pipeline_id = ${USUAL}`;
    const key = names[0] ? `, "key_${names[0]}", "name_${names[0]}"` : '';
    const same = names[0] ? `and v."key_${names[0]}" is not distinct from d."key_${names[0]}"` : '';
    const text = `
      with deals as (
        select ${[...keys, 'o.id', 'o.pipeline_id', 'o.state', 'o.stage_id', 'coalesce(f.position, 0) as reached', `${valueOf(names)} as value`].join(', ')}
          from ${from} left join pipeline_stages f on f.id = o.furthest_stage_id where ${where} ${ofPipeline}),
      visits as (
        select h.stage_id${key}, avg(extract(epoch from coalesce(h.left_at, now()) - h.entered_at) / 86400)::numeric(12,2) as days
          from deals join opportunity_stages h on h.opportunity_id = deals.id group by h.stage_id${key}),
      parts as (
        select pipeline_id${key}, state, stage_id, reached, count(*)::int as deals, sum(value) as value from deals
         group by pipeline_id${key}, state, stage_id, reached),
      counted as (
        select s.id as stage_id${key}, sum(d.deals)::int as reached, sum(d.value) as value
          from parts d join pipeline_stages s on s.pipeline_id = d.pipeline_id
           and case s.kind when 'open' then d.state = 'won' or d.reached >= s.position else d.stage_id = s.id end
         group by s.id${key}),
      groups as (select pipeline_id${key}, sum(deals)::int as total from parts group by pipeline_id${key} order by total desc limit ${MOST_GROUPS})
      select d.pipeline_id as "pipelineId", d.total, ${names.map((name) => `d."key_${name}", d."name_${name}",`).join(' ')}
             s.id as "stageId", s.name_zh as "nameZh", s.name_en as "nameEn", s.colour, s.kind,
             coalesce(c.reached, 0) as reached, coalesce(c.value, 0)::numeric(20,2)::text as value, v.days::text as "averageDays"
        from groups d
        join pipeline_stages s on s.pipeline_id = d.pipeline_id and (s.retired_at is null or exists (select 1 from counted x where x.stage_id = s.id))
        left join counted c on c.stage_id = s.id ${same.replaceAll('v.', 'c.')}
        left join visits v on v.stage_id = s.id ${same}
       order by d.pipeline_id, ${names[0] === 'engagedMonth' ? 'd."key_engagedMonth",' : ''} d.total desc${groups.map((each) => `, d.${each}`).join('')},
             array_position(array['open', 'won', 'lost'], s.kind), s.position`;
    const rows = await this.rows.all<Record<string, unknown>>(text, parameters.values);
    return rows.map((row) => keyed<Omit<StageRow, 'keys'>>(row, names));
  }
}
