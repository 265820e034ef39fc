import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Rows } from '../../../platform/database/rows.js';
import type { RawQuery } from '../../../platform/lists/list-request.js';
import { PROBABILITY } from '../opportunity.list.js';
import { dimension, readDimensions, valueOf, type AnalysisDimension } from './analysis-dimensions.js';
import { analysisQuery, keyed, MOST_GROUPS } from './analysis-query.js';
import type { ForecastDto, LossDto, StageTotalDto, SuccessDto } from './analysis.dto.js';

export const SUCCESS_ANGLES = [
  'closedMonth',
  'closedQuarter',
  'owner',
  'territory',
  'product',
  'competitor',
  'source',
] as const;
export const LOSS_ANGLES = [
  'reason',
  'stage',
  'competitor',
  'product',
  'owner',
  'territory',
  'closedMonth',
] as const;
export const FORECAST_ANGLES = ['owner', 'territory'] as const;

const money = (sql: string): string => `coalesce(${sql}, 0)::numeric(20,2)::text`;

/** Figures over many deals: one statement each, within the caller's scope and the list's filters. */
@Injectable()
export class OpportunityAnalysis {
  constructor(private readonly rows: Rows) {}

  /** Count and value of each stage, as the head of a board's columns. */
  stageTotals(filters: RawQuery, actor: Actor): Promise<StageTotalDto[]> {
    const { from, where, parameters } = analysisQuery(filters, [], actor);
    return this.rows.all<StageTotalDto>(
      `select o.stage_id as "stageId", count(*)::int as count, ${money('sum(o.value_cny)')} as value, ${money(`sum(o.value_cny * ${PROBABILITY})`)} as "weightedValue"
         from ${from} where ${where} group by o.stage_id`,
      parameters.values,
    );
  }

  success({ groupBy, ...filters }: RawQuery, actor: Actor): Promise<SuccessDto[]> {
    const names = readDimensions(groupBy, SUCCESS_ANGLES, 2);
    const won = `count(*) filter (where o.state = 'won')`;
    const measures = `${won}::int as won, count(*) filter (where o.state = 'lost')::int as lost,
      (${won}::numeric / nullif(count(*), 0))::numeric(7,4)::text as rate,
      ${money(`sum(${valueOf(names)}) filter (where o.state = 'won')`)} as "wonValue",
      (avg(o.closed_on - o.engaged_on) filter (where o.state = 'won'))::numeric(10,1)::text as "averageDays"`;
    return this.figures(filters, names, actor, measures, `o.state <> 'open'`);
  }

  losses({ groupBy, ...filters }: RawQuery, actor: Actor): Promise<LossDto[]> {
    const names = readDimensions(groupBy, LOSS_ANGLES, 3);
    // What a lost deal was hoped to bring, not the nothing that it brought.
    const hoped = names.includes('product') ? valueOf(names) : 'o.amount * o.exchange_rate';
    const measures = `count(*)::int as count, ${money(`sum(${hoped})`)} as value`;
    return this.figures(filters, names, actor, measures, `o.state = 'lost'`);
  }

  async forecast({ groupBy, ...filters }: RawQuery, actor: Actor): Promise<ForecastDto[]> {
    const names = readDimensions(groupBy, FORECAST_ANGLES, 1);
    const { from, where, keys, groups, parameters } = analysisQuery(filters, names, actor);
    const today = `(now() at time zone 'Asia/Shanghai')::date`;
    const period = `case when o.state = 'won' then to_char(o.closed_on, 'YYYY-MM') when o.expected_close_on is null then 'none'
      when o.expected_close_on < ${today} then 'overdue' else to_char(o.expected_close_on, 'YYYY-MM') end`;
    const open = `filter (where o.state = 'open')`;
    const text = `select ${[...keys, `${period} as period`].join(', ')}, count(*) ${open}::int as count, ${money(`sum(o.value_cny) ${open}`)} as value,
        ${money(`sum(o.value_cny * ${PROBABILITY}) ${open}`)} as "weightedValue", ${money(`sum(o.value_cny) filter (where o.state = 'won')`)} as "wonValue"
      from ${from} where ${where} and (o.state = 'open' or o.state = 'won' and o.closed_on >= date_trunc('month', ${today}))
      group by ${[...groups, 'period'].join(', ')} order by period limit ${MOST_GROUPS}`;
    const rows = await this.rows.all<Record<string, unknown>>(text, parameters.values);
    return rows.map((row) => keyed<Omit<ForecastDto, 'keys'>>(row, names));
  }

  private async figures<T>(
    filters: RawQuery,
    names: readonly AnalysisDimension[],
    actor: Actor,
    measures: string,
    condition: string,
  ): Promise<T[]> {
    const { from, where, keys, groups, parameters } = analysisQuery(filters, names, actor);
    const times = names.filter((name) => dimension(name).isTime).map((name) => `"key_${name}"`);
    const order = [...times, 'count(*) desc', ...groups].join(', ');
    const text = `select ${[...keys, measures].join(', ')} from ${from} where ${where} and ${condition}
      ${groups.length > 0 ? `group by ${groups.join(', ')} order by ${order} limit ${MOST_GROUPS}` : ''}`;
    const rows = await this.rows.all<Record<string, unknown>>(text, parameters.values);
    return rows.map((row) => keyed(row, names) as T);
  }
}
