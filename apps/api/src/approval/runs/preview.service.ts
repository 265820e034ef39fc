import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { NoFlowError } from '../approval.errors.js';
import { DocumentTypes } from '../document-types.js';
import { readDepartmentTree } from '../flows/department-tree.js';
import type { CopyNode, FlowDefinition, StageNode } from '../flows/flow-definition.js';
import { routeOf } from '../flows/route.js';
import { choiceStages } from './choices.js';
import { allowedChoices, peopleOf } from './people.js';
import type { ApprovalPreviewDto, PreviewApprovalDto } from './preview.dto.js';
import type { Run } from './run.js';
import type { Person } from './seats.js';

const FLOW = `select f.name, v.definition from approval_flow_versions v join approval_flows f on f.id = v.flow_id
  where v.id = coalesce((select a.flow_version_id from approvals a where a.document_type = $1 and a.document_id = $2 and a.state = 'returned'),
    (select x.id from approval_flow_versions x join approval_flows y on y.id = x.flow_id where y.document_type = $1 and y.is_active and x.state = 'active'))`;
const NAMES = `select id, display_name as name from users where id = any($1::uuid[])`;

type Preview = ApprovalPreviewDto['stages'][number];
type Place = Pick<Run, 'submitterId' | 'departmentId' | 'ownerId' | 'choices'>;

/** Shows the submitter the way before she sends a document on it, and what she has to choose. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly types: DocumentTypes,
  ) {}

  /** @throws RecordNotFoundError, NoFlowError */
  async preview({ documentType, documentId }: PreviewApprovalDto, actor: Actor): Promise<ApprovalPreviewDto> {
    const type = this.types.find(documentType);
    if (!type || !(await type.mayRead(actor, documentId)))
      throw new RecordNotFoundError('document', documentId);
    return this.work.run(actor, 'approval.preview', async (unit) => {
      const document = await type.load(unit, documentId);
      if (!document) throw new RecordNotFoundError(documentType, documentId);
      const [flow] = await unit.query<{ name: string; definition: FlowDefinition }>(FLOW, [
        documentType,
        documentId,
      ]);
      if (!flow) throw new NoFlowError(documentType);
      const { departmentId } = actor;
      const place = { submitterId: actor.id, departmentId, ownerId: document.ownerId, choices: {} };
      const route = routeOf(flow.definition, document.facts, await readDepartmentTree(unit.query));
      const stages: Preview[] = [];
      for (const node of route)
        if (node.kind === 'stage' || node.kind === 'copy') stages.push(await this.stage(unit, node, place));
      return { flowName: flow.name, stages, facts: { ...document.facts } };
    });
  }

  private async stage(unit: Unit, node: StageNode | CopyNode, place: Place): Promise<Preview> {
    const people: Person[] = [];
    for (const rule of node.kind === 'stage' ? node.approvers : node.recipients)
      people.push(...(await peopleOf(unit, rule, place as Run, node.id)));
    const [choice] = choiceStages([node]);
    const allowed = choice && (await allowedChoices(unit, choice.rule));
    return {
      nodeId: node.id,
      name: node.name,
      kind: node.kind,
      mode: node.kind === 'stage' ? node.mode : null,
      people: await this.named(unit, people),
      isChoice: choice !== undefined,
      most: choice ? (choice.rule.most ?? 1) : null,
      allowed: allowed ? await this.named(unit, allowed) : null,
    };
  }

  private async named(unit: Unit, people: readonly Person[]): Promise<{ id: string; name: string }[]> {
    const ids = [...new Set(people.map(({ id }) => id))];
    const names = new Map(
      (await unit.query<{ id: string; name: string }>(NAMES, [ids])).map(({ id, name }) => [id, name]),
    );
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }
}
