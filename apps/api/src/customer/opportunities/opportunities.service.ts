import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { CustomValues } from '../../platform/custom-fields/custom-values.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import type { ChangeOpportunityDto, CreateOpportunityDto } from './opportunity-input.dto.js';
import { amountOfLines, keepCompetitors, keepLines } from './opportunity-parts.js';
import {
  beyondReach,
  departmentOf,
  firstStage,
  requireContact,
  requireEntry,
  requireRate,
  stagesAround,
  visibleCustomer,
} from './opportunity-rules.js';
import type {
  OpportunityDto,
  OpportunityLineDto,
  StageVisitDto,
  WholeOpportunityDto,
} from './opportunity.dto.js';
import { Opportunity } from './opportunity.entity.js';
import { opportunityList } from './opportunity.list.js';
import { OPPORTUNITY_ACTIONS } from './opportunity.transitions.js';

const LINES = `
  select l.id, l.product_id as "productId", p.code as "productCode", p.name as "productName", p.unit, l.quantity::text, l.price::text, l.amount::text
    from opportunity_lines l join products p on p.id = l.product_id where l.opportunity_id = $1 order by l.id`;
const VISITS = `
  select h.id, h.stage_id as "stageId", s.name_zh as "stageNameZh", s.name_en as "stageNameEn", h.entered_at as "enteredAt", h.left_at as "leftAt",
         extract(day from coalesce(h.left_at, now()) - h.entered_at)::int as days, u.display_name as "enteredByName", h.note
    from opportunity_stages h join pipeline_stages s on s.id = h.stage_id left join users u on u.id = h.entered_by
   where h.opportunity_id = $1 order by h.entered_at, h.left_at nulls last`;

/** A deal from its first entry on; its way through the stages is in `opportunity-moves.service.ts`. */
@Injectable()
export class OpportunitiesService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly custom: CustomValues,
  ) {}

  async read(id: string, actor: Actor): Promise<WholeOpportunityDto> {
    const deal = await this.lists.one<OpportunityDto>(opportunityList, id, actor);
    const [lines, stages] = await Promise.all([
      this.rows.all<OpportunityLineDto>(LINES, [id]),
      this.rows.toSend<StageVisitDto>(VISITS, [id]),
    ]);
    return { ...withAllowedActions(deal, actor), lines, stages };
  }

  async create(dto: CreateOpportunityDto, actor: Actor): Promise<WholeOpportunityDto> {
    const id = await this.work.run(actor, 'opportunity.create', async (unit) => {
      const { lines: _lines, competitors: _competitors, custom: given, ...rest } = dto;
      const { stageId, pipelineId, ownerId = actor.id, ...columns } = rest;
      const departmentId = await departmentOf(unit, ownerId, actor);
      if (!isWithinScope({ ownerId, departmentId }, 'opportunity:create', actor)) throw beyondReach();
      const customer = columns.customerId ? await visibleCustomer(unit, columns.customerId) : undefined;
      if (columns.primaryContactId)
        await requireContact(unit, columns.primaryContactId, columns.customerId ?? null);
      const { currency = 'CNY', exchangeRate = '1' } = columns;
      requireRate({ currency, exchangeRate });
      const custom = this.custom.concerns('opportunity', given)
        ? await this.custom.toStore({ resource: 'opportunity', given: given ?? {} }, unit)
        : {};
      const { stages, stage } = await stagesAround(unit, await firstStage(unit, stageId, pipelineId));
      const inserted = await unit.manager.insert(Opportunity, {
        ...columns,
        territoryId: columns.territoryId ?? customer?.territoryId ?? null,
        initials: pinyinInitials(dto.name),
        ownerId,
        departmentId,
        stageId: stage.id,
        pipelineId: stage.pipelineId,
        custom: custom as object,
      });
      const dealId = inserted.identifiers[0]!.id as string;
      await this.keepParts(unit, dealId, dto);
      const deal = await lockRecord(unit, Opportunity, 'opportunity', dealId);
      await requireEntry(unit, deal, stages, undefined, stage);
      announce(unit, 'opportunity.created', deal);
      return dealId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangeOpportunityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<WholeOpportunityDto> {
    await this.work.run(actor, 'opportunity.change', async (unit) => {
      const deal = await lockRecord(unit, Opportunity, 'opportunity', id, {
        version,
        permission: OPPORTUNITY_ACTIONS.change.permission,
      });
      await this.apply(unit, deal, dto);
      announce(unit, 'opportunity.changed', deal);
    });
    return this.read(id, actor);
  }

  /** Changes a locked deal, also on its way to another stage. */
  async apply(unit: Unit, deal: Opportunity, dto: ChangeOpportunityDto): Promise<void> {
    const { lines: _lines, competitors: _competitors, custom: given, ...columns } = dto;
    const isOtherCustomer = columns.customerId !== undefined && columns.customerId !== deal.customerId;
    if (isOtherCustomer && columns.customerId) {
      const customer = await visibleCustomer(unit, columns.customerId);
      deal.territoryId = customer.territoryId;
    }
    // The contact of the customer before is none of the new one's.
    if (isOtherCustomer) deal.primaryContactId = null;
    Object.assign(deal, columns);
    if (columns.primaryContactId) await requireContact(unit, columns.primaryContactId, deal.customerId);
    if (columns.currency === 'CNY' && columns.exchangeRate === undefined) deal.exchangeRate = '1';
    requireRate(deal);
    if (given)
      deal.custom = await this.custom.toStore({ resource: 'opportunity', given, kept: deal.custom }, unit);
    if (dto.ownerId) deal.departmentId = await departmentOf(unit, dto.ownerId, unit.actor);
    if (!isWithinScope(deal, 'opportunity:change', unit.actor)) throw beyondReach();
    deal.initials = pinyinInitials(deal.name);
    deal.updatedAt = new Date();
    await unit.manager.save(deal);
    await this.keepParts(unit, deal.id, dto);
  }

  /** Lines and competitors; the amount follows the lines where nobody gave another. */
  private async keepParts(
    unit: Unit,
    id: string,
    { lines, competitors, amount }: ChangeOpportunityDto,
  ): Promise<void> {
    if (competitors) await keepCompetitors(unit, id, competitors);
    if (!lines) return;
    const before = await amountOfLines(unit, id);
    await keepLines(unit, id, lines);
    if (amount !== undefined) return;
    await unit.query(
      `update opportunities set amount = $2 where id = $1 and (amount is null or amount = $3::numeric) and amount is distinct from $2::numeric`,
      [id, await amountOfLines(unit, id), before],
    );
  }
}

export function announce(
  unit: Unit,
  name: string,
  { id, ownerId, departmentId }: Pick<Opportunity, 'id' | 'ownerId' | 'departmentId'>,
): void {
  unit.emit({
    name,
    resource: 'opportunity',
    recordId: id,
    audience: { permission: 'opportunity:read', ownerId, departmentId },
  });
}

const ACTIONS = Object.entries(OPPORTUNITY_ACTIONS);

/** What this caller may do with this deal next; the screen shows exactly these buttons. */
export function withAllowedActions<T extends Omit<OpportunityDto, 'allowedActions'>>(
  deal: T,
  actor: Actor,
): T & { allowedActions: string[] } {
  const allowedActions = ACTIONS.filter(
    ([, { from, permission }]) =>
      (from as readonly string[]).includes(deal.state) && isWithinScope(deal, permission, actor),
  ).map(([action]) => action);
  return Object.assign(deal, { allowedActions });
}
