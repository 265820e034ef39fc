import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import { OpportunitiesService, announce } from './opportunities.service.js';
import type {
  LoseOpportunityDto,
  MoveOpportunityDto,
  ReopenOpportunityDto,
  WinOpportunityDto,
} from './opportunity-input.dto.js';
import { keepCompetitors } from './opportunity-parts.js';
import { refused } from './opportunity.errors.js';
import { requireEntry, stagesAround, stagesOf } from './opportunity-rules.js';
import type { WholeOpportunityDto } from './opportunity.dto.js';
import { Opportunity } from './opportunity.entity.js';
import { OPPORTUNITY_ACTIONS, type OpportunityAction } from './opportunity.transitions.js';

/** A deal's way through its pipeline. Each step is one transaction with its rules, its history and its event. */
@Injectable()
export class OpportunityMovesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opportunities: OpportunitiesService,
    private readonly clock: Clock,
  ) {}

  /** @throws StageRuleError, IllegalActionError, StaleVersionError */
  async move(
    id: string,
    { stageId, changes }: MoveOpportunityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.step('move', id, version, actor, async (unit, deal) => {
      const { stages, stage } = await stagesAround(unit, stageId);
      if (stage.kind !== 'open')
        throw refused(
          '/stageId',
          'endStage',
          'To win or lose a deal more is to be said: use "win" or "lose".',
        );
      if (changes) await this.opportunities.apply(unit, deal, changes);
      const fromId = stages.some(({ id: known }) => known === deal.stageId) ? deal.stageId : undefined;
      await requireEntry(unit, deal, stages, fromId, stage);
      await enter(unit, deal, stage.id, {});
      return 'opportunity.moved';
    });
  }

  /** @throws StageRuleError when a stage on the way may not be left out or something is missing */
  async win(
    id: string,
    { closeValue, closedOn, note, changes }: WinOpportunityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.step('win', id, version, actor, async (unit, deal) => {
      this.requirePast(closedOn);
      if (changes) await this.opportunities.apply(unit, deal, changes);
      const stages = await stagesOf(unit, deal.pipelineId);
      const won = stages.find(({ kind }) => kind === 'won')!;
      await requireEntry(unit, deal, stages, deal.stageId, won);
      const value = closeValue ?? deal.amount;
      if (value === null)
        throw refused('/closeValue', 'required', 'Say the value agreed: the deal has no amount.');
      await enter(unit, deal, won.id, { close_value: value, closed_on: closedOn }, note);
      return 'opportunity.won';
    });
  }

  async lose(
    id: string,
    { lossReason, lossNote, closedOn, competitors }: LoseOpportunityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.step('lose', id, version, actor, async (unit, deal) => {
      this.requirePast(closedOn);
      const stages = await stagesOf(unit, deal.pipelineId);
      const lost = stages.find(({ kind }) => kind === 'lost')!;
      if (competitors) await keepCompetitors(unit, id, competitors);
      await requireEntry(unit, deal, stages, deal.stageId, lost);
      const columns = { loss_reason: lossReason, loss_note: lossNote, closed_on: closedOn };
      await enter(unit, deal, lost.id, columns, lossNote);
      return 'opportunity.lost';
    });
  }

  /** Back to where it was lost or won, or to an open stage given; entry rules were kept when it was there. */
  async reopen(
    id: string,
    { reason, stageId }: ReopenOpportunityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.step('reopen', id, version, actor, async (unit, deal) => {
      const stages = await stagesOf(unit, deal.pipelineId);
      const open = stages.filter(({ kind, isRetired }) => kind === 'open' && !isRetired);
      const wanted = stageId ?? deal.lastOpenStageId;
      const stage = open.find((each) => each.id === wanted) ?? (stageId ? undefined : open[0]);
      if (!stage) throw refused('/stageId', 'reference', 'There is no such open stage in this pipeline.');
      await enter(unit, deal, stage.id, {}, reason);
      return 'opportunity.reopened';
    });
  }

  /** What is over was over at the latest today, by the company's calendar. */
  private requirePast(day: string | undefined): void {
    if (day && day > onCompanyClock(this.clock.now()).slice(0, 10))
      throw refused('/closedOn', 'inFuture', 'The day a deal is won or lost cannot lie ahead.');
  }

  private async step(
    action: OpportunityAction,
    id: string,
    version: number | undefined,
    actor: Actor,
    work: (unit: Unit, deal: Opportunity) => Promise<string>,
  ): Promise<WholeOpportunityDto> {
    const { from, permission } = OPPORTUNITY_ACTIONS[action];
    await this.work.run(actor, `opportunity.${action}`, async (unit) => {
      const deal = await lockRecord(unit, Opportunity, 'opportunity', id, { version, permission });
      if (!(from as readonly string[]).includes(deal.state))
        throw new IllegalActionError('opportunity', action, deal.state);
      announce(unit, await work(unit, deal), deal);
    });
    return this.opportunities.read(id, actor);
  }
}

/** The database keeps state, time and history; what is said goes with the new entry of the history. */
async function enter(
  unit: Unit,
  { id }: Opportunity,
  stageId: string,
  columns: Record<string, string | undefined>,
  note?: string,
): Promise<void> {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined);
  const set = given.map(([name], index) => `, ${name} = $${index + 3}`).join('');
  await unit.query(
    `update opportunities set stage_id = $2${set}, version = version + 1, updated_at = now() where id = $1`,
    [id, stageId, ...given.map(([, value]) => value)],
  );
  if (note)
    await unit.query(
      `update opportunity_stages set note = $2 where opportunity_id = $1 and left_at is null`,
      [id, note],
    );
}
