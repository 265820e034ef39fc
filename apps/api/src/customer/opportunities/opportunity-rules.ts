import type { Actor } from '../../platform/auth/actor.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { refused, StageRuleError } from './opportunity.errors.js';
import type { Opportunity } from './opportunity.entity.js';
import { refusalsOf, type StageRequirement, type StageRule } from './pipelines/stage-rules.js';

const STAGES = `select s.id, s.kind, s.name_zh as "nameZh", s.name_en as "nameEn", s.required_fields as "requiredFields", s.may_skip as "maySkip",
    s.may_return as "mayReturn", (s.retired_at is not null or p.retired_at is not null) as "isRetired", s.pipeline_id as "pipelineId"
  from pipeline_stages s join pipelines p on p.id = s.pipeline_id`;
const IN_ORDER = `order by array_position(array['open', 'won', 'lost'], s.kind), s.position, s.id for share of s`;

type Stage = StageRule & { readonly pipelineId: string };

/** The stages of a pipeline, held until the commit: none is retired under a deal that enters it. */
export const stagesOf = (unit: Unit, pipelineId: string): Promise<Stage[]> =>
  unit.query<Stage>(`${STAGES} where s.pipeline_id = $1 ${IN_ORDER}`, [pipelineId]);

/** The stages of the pipeline to which a stage belongs. */
export async function stagesAround(unit: Unit, stageId: string): Promise<{ stages: Stage[]; stage: Stage }> {
  const stages = await unit.query<Stage>(
    `${STAGES} where s.pipeline_id = (select x.pipeline_id from pipeline_stages x where x.id = $1) ${IN_ORDER}`,
    [stageId],
  );
  const stage = stages.find(({ id }) => id === stageId);
  if (!stage) throw refused('/stageId', 'reference', 'There is no such stage.');
  return { stages, stage };
}

/** Where a new deal begins: in the stage given, else in the first one of the pipeline given or of the usual one. */
export async function firstStage(unit: Unit, stageId?: string, pipelineId?: string): Promise<string> {
  if (stageId) return stageId;
  const [first] = await unit.query<{ id: string }>(
    `select s.id from pipeline_stages s join pipelines p on p.id = s.pipeline_id
      where s.kind = 'open' and s.retired_at is null and p.retired_at is null and (p.id = $1 or ($1::uuid is null and p.is_default))
      order by s.position, s.id limit 1`,
    [pipelineId ?? null],
  );
  if (!first) throw refused('/pipelineId', 'reference', 'There is no such pipeline in use.');
  return first.id;
}

/** @throws StageRuleError naming everything that stands against it */
export async function requireEntry(
  unit: Unit,
  deal: Pick<Opportunity, 'id' | StageColumn>,
  stages: readonly StageRule[],
  fromId: string | undefined,
  target: StageRule,
): Promise<void> {
  const [parts] = await unit.query<{ lines: boolean; competitors: boolean }>(
    `select exists (select 1 from opportunity_lines l where l.opportunity_id = $1) as lines,
            exists (select 1 from opportunity_competitors x where x.opportunity_id = $1) as competitors`,
    [deal.id],
  );
  const has = (field: StageRequirement): boolean =>
    field === 'lines' || field === 'competitors' ? parts![field] : Boolean(deal[field]);
  const refusals = refusalsOf(stages, fromId, target, has);
  if (refusals) throw new StageRuleError(target, refusals);
}
type StageColumn = Exclude<StageRequirement, 'lines' | 'competitors'>;

interface OfCustomer {
  ownerId: string | null;
  departmentId: string | null;
  territoryId: string | null;
}

/** The customer of a deal must be one whom the caller may see; he is held, so that he is not deleted meanwhile. */
export async function visibleCustomer(unit: Unit, id: string): Promise<OfCustomer> {
  const [customer] = await unit.query<OfCustomer>(
    `select owner_id as "ownerId", department_id as "departmentId", territory_id as "territoryId"
       from customers where id = $1 and deleted_at is null for share`,
    [id],
  );
  if (!customer || !isWithinScope(customer, 'customer:read', unit.actor))
    throw refused('/customerId', 'reference', 'There is no such customer, or it is not yours to see.');
  return customer;
}

export async function requireContact(unit: Unit, id: string, customerId: string | null): Promise<void> {
  const [contact] = await unit.query(
    `select 1 from contacts where id = $1 and customer_id = $2 and deleted_at is null for share`,
    [id, customerId],
  );
  if (!contact)
    throw refused('/primaryContactId', 'contactOfCustomer', 'This is not a contact of the deal’s customer.');
}

/** The department of whom a deal is given to. */
export async function departmentOf(unit: Unit, ownerId: string, actor: Actor): Promise<string | null> {
  if (ownerId === actor.id) return actor.departmentId;
  const [owner] = await unit.query<{ department_id: string | null }>(
    `select department_id from users where id = $1 and state = 'active'`,
    [ownerId],
  );
  if (!owner) throw refused('/ownerId', 'reference', 'There is no such active user.');
  return owner.department_id;
}

export const beyondReach = () =>
  refused('/ownerId', 'beyondScope', 'You may not give an opportunity to this person.');

/** What currency and rate have to do with each other. */
export function requireRate({ currency, exchangeRate }: { currency: string; exchangeRate: string }): void {
  if (currency !== 'CNY' && Number(exchangeRate) === 1)
    throw refused('/exchangeRate', 'rateNeeded', 'A foreign currency needs its rate in CNY.');
}
