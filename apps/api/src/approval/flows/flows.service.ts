import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  IllegalActionError,
  InvalidInputError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { FlowUnderWayError } from '../approval.errors.js';
import { DocumentTypes } from '../document-types.js';
import type { Facts } from '../documents/facts.js';
import { readDepartmentTree } from './department-tree.js';
import { flowOf, SIMPLE_FLOW } from './flow-of-dto.js';
import type {
  ChangeFlowDto,
  CheckFlowDto,
  CreateFlowDto,
  FlowDetailDto,
  FlowDto,
  FlowProblemsDto,
  FlowRouteDto,
  FlowVersionDto,
  RouteFlowDto,
} from './flow.dto.js';
import type { FlowDefinition } from './flow-definition.js';
import { flowList } from './flow.list.js';
import { Flows } from './flows.js';
import { routeOf } from './route.js';

const VERSIONS = `select v.id, v.number, v.state, v.activated_at as "activatedAt", u.display_name as "activatedByName",
    (select count(*)::int from approvals a where a.flow_version_id = v.id and a.state in ('running', 'returned')) as "runningCount", v.definition
  from approval_flow_versions v left join users u on u.id = v.activated_by where v.flow_id = $1 order by v.number desc`;
const LOCK = `select id, document_type as "documentType", is_active as "isActive", version from approval_flows where id = $1 for update`;
const SAVE_DRAFT = `update approval_flow_versions set definition = $2, version = version + 1, updated_at = now() where flow_id = $1 and state = 'draft' returning id`;
const NEW_DRAFT = `insert into approval_flow_versions (flow_id, number, definition)
  select $1, coalesce(max(number), 0) + 1, $2 from approval_flow_versions where flow_id = $1`;
const CHANGE = `update approval_flows set name = coalesce($2, name), description = case when $3 then $4 else description end,
    version = version + 1, updated_at = now() where id = $1`;
const TAKEN = `select 1 from approvals a join approval_flow_versions v on v.id = a.flow_version_id where v.flow_id = $1 limit 1`;

type Version = FlowVersionDto & { definition: FlowDefinition };
type Locked = { id: string; documentType: string; isActive: boolean; version: number };

/** Drawing flows. A version that was on is never changed: changing it makes a draft beside it. */
@Injectable()
export class FlowsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly types: DocumentTypes,
    private readonly flows: Flows,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<FlowDto>> {
    const page = await this.lists.page<FlowDto>(flowList, query, actor);
    return { ...page, items: page.items.map((flow) => withActions(flow, actor)) };
  }

  /** @param number of the version to show; the draft or else the newest, when left out */
  async read(id: string, number: number | undefined, actor: Actor): Promise<FlowDetailDto> {
    const flow = await this.lists.one<FlowDto>(flowList, id, actor);
    const versions = await this.rows.toSend<Version>(VERSIONS, [id]);
    const shown = versions.find((version) => version.number === (number ?? versions[0]!.number));
    if (!shown) throw new RecordNotFoundError('approval-flow-version', String(number));
    const problems = await this.problems(flow.documentType, shown.definition);
    const { definition, ...version } = shown;
    return {
      ...withActions(flow, actor),
      shown: version,
      definition: definition as FlowDetailDto['definition'],
      problems,
      versions: versions.map(({ definition: _definition, ...one }) => one),
    };
  }

  check({ documentType, definition }: CheckFlowDto): Promise<FlowProblemsDto> {
    this.refuseUnknownType(documentType);
    return this.problems(documentType, flowOf(definition)).then((problems) => ({ problems }));
  }

  async route({ documentType, definition, facts }: RouteFlowDto): Promise<FlowRouteDto> {
    this.refuseUnknownType(documentType);
    const departments = await readDepartmentTree((text, values) => this.rows.all(text, values));
    const route = routeOf(flowOf(definition), factsOf(facts), departments);
    return { nodeIds: route.map(({ id }) => id) };
  }

  async create(
    { documentType, name, description, copyOf }: CreateFlowDto,
    actor: Actor,
  ): Promise<FlowDetailDto> {
    this.refuseUnknownType(documentType);
    const id = await this.work.run(actor, 'approval-flow.create', async (unit) => {
      const definition = copyOf ? await this.newest(unit, copyOf) : SIMPLE_FLOW;
      const flowId = await this.flows.add(unit, { documentType, name, description, definition });
      announce(unit, 'approval-flow.created', flowId);
      return flowId;
    });
    return this.read(id, undefined, actor);
  }

  async change(
    id: string,
    dto: ChangeFlowDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<FlowDetailDto> {
    await this.alter(id, 'approval-flow.change', version, actor, async (unit) => {
      await unit.query(CHANGE, [
        id,
        dto.name ?? null,
        dto.description !== undefined,
        dto.description ?? null,
      ]);
      if (!dto.definition) return;
      const definition = JSON.stringify(flowOf(dto.definition));
      const saved = await unit.query(SAVE_DRAFT, [id, definition]);
      if (saved.length === 0) await unit.query(NEW_DRAFT, [id, definition]);
    });
    return this.read(id, undefined, actor);
  }

  async activate(id: string, version: number | undefined, actor: Actor): Promise<FlowDetailDto> {
    await this.alter(id, 'approval-flow.activate', version, actor, (unit, { documentType }) =>
      this.flows.activate(unit, id, documentType),
    );
    return this.read(id, undefined, actor);
  }

  /** Nothing of this kind can be submitted until a flow is on again; what is under way goes on. */
  async deactivate(id: string, version: number | undefined, actor: Actor): Promise<FlowDetailDto> {
    await this.alter(id, 'approval-flow.deactivate', version, actor, async (unit, { isActive }) => {
      if (!isActive) throw new IllegalActionError('approval-flow', 'deactivate', 'off');
      await unit.query(
        `update approval_flows set is_active = false, version = version + 1, updated_at = now() where id = $1`,
        [id],
      );
    });
    return this.read(id, undefined, actor);
  }

  /** Only one that no approval has ever taken. @throws FlowUnderWayError */
  async delete(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.alter(id, 'approval-flow.delete', version, actor, async (unit, { isActive }) => {
      if (isActive) throw new IllegalActionError('approval-flow', 'delete', 'on');
      if ((await unit.query(TAKEN, [id])).length > 0) throw new FlowUnderWayError();
      await unit.query(`delete from approval_flows where id = $1`, [id]);
    });
  }

  private async alter(
    id: string,
    action: string,
    version: number | undefined,
    actor: Actor,
    work: (unit: Unit, flow: Locked) => Promise<unknown>,
  ): Promise<void> {
    await this.work.run(actor, action, async (unit) => {
      const [flow] = await unit.query<Locked>(LOCK, [id]);
      if (!flow) throw new RecordNotFoundError('approval-flow', id);
      if (version !== undefined && version !== flow.version) throw new StaleVersionError(flow.version);
      await work(unit, flow);
      announce(unit, 'approval-flow.changed', id);
    });
  }

  private async newest(unit: Unit, flowId: string): Promise<FlowDefinition> {
    const [version] = await unit.query<Version>(VERSIONS, [flowId]);
    if (version) return version.definition;
    throw new InvalidInputError([
      { pointer: '/copyOf', rule: 'reference', detail: 'There is no such flow.' },
    ]);
  }

  private problems(documentType: string, definition: FlowDefinition) {
    return this.flows.problems((text, values) => this.rows.all(text, values), documentType, definition);
  }

  private refuseUnknownType(documentType: string): void {
    if (this.types.find(documentType)) return;
    throw new InvalidInputError([
      { pointer: '/documentType', rule: 'reference', detail: 'There is no such kind of document.' },
    ]);
  }
}

function withActions(flow: Omit<FlowDto, 'allowedActions'>, actor: Actor): FlowDto {
  const state = flow.isActive ? ['deactivate'] : ['activate', 'delete'];
  const again = flow.isActive && flow.hasDraft ? ['activate'] : [];
  return {
    ...flow,
    allowedActions: may(actor, 'approval-flow:manage') ? ['change', ...state, ...again] : [],
  };
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'approval-flow', recordId, audience: { permission: 'approval-flow:read' } });

/** What is tried comes from a screen: texts, yes and no; anything else is as good as nothing. */
const factsOf = (given: Record<string, unknown>): Facts =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : null,
    ]),
  );
