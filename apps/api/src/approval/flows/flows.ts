import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DocumentTypes } from '../document-types.js';
import type { FlowDefinition } from './flow-definition.js';
import type { FlowProblem } from './flow-problems.js';
import { flowProblems } from './flow-validation.js';
import { peopleProblems } from './people-validation.js';

const ADD = `insert into approval_flows (document_type, name, description) values ($1, $2, $3) returning id`;
const ADD_VERSION = `insert into approval_flow_versions (flow_id, number, definition)
  select $1, coalesce(max(number), 0) + 1, $2 from approval_flow_versions where flow_id = $1 returning id`;
const OTHERS_OFF = `update approval_flows set is_active = false, version = version + 1, updated_at = now()
  where document_type = $1 and is_active and id <> $2`;
const ON = `update approval_flows set is_active = true, version = version + 1, updated_at = now() where id = $1`;
const RETIRE = `update approval_flow_versions set state = 'retired', version = version + 1, updated_at = now()
  where flow_id = $1 and state = 'active'`;
const ACTIVATE = `update approval_flow_versions set state = 'active', activated_at = now(),
    activated_by = (select id from users where id = $2), version = version + 1, updated_at = now() where id = $1`;
const DRAFT = `select id, definition from approval_flow_versions where flow_id = $1 and state = 'draft'`;

export interface NewFlow {
  readonly documentType: string;
  readonly name: string;
  readonly description?: string | null;
  readonly definition: FlowDefinition;
}

/** Flows in the caller's transaction: made, checked, switched on. */
@Injectable()
export class Flows {
  constructor(private readonly types: DocumentTypes) {}

  /** With its first version as a draft. */
  async add(unit: Unit, { documentType, name, description, definition }: NewFlow): Promise<string> {
    const [flow] = await unit.query<{ id: string }>(ADD, [documentType, name, description ?? null]);
    await unit.query(ADD_VERSION, [flow!.id, JSON.stringify(definition)]);
    return flow!.id;
  }

  /** Everything wrong with a definition, whether it shows by itself or by who is there. */
  async problems(
    query: Unit['query'],
    documentType: string,
    definition: FlowDefinition,
  ): Promise<FlowProblem[]> {
    const type = this.types.of(documentType);
    const sections = type.sections.map(({ name }) => name);
    const byItself = flowProblems(definition, { facts: type.facts, sections });
    return [...byItself, ...(await peopleProblems(query, definition))];
  }

  /**
   * New submissions take this flow from now on, in its draft where there is one; what is under way keeps its version.
   * @throws InvalidInputError with every problem of the flow
   */
  async activate(unit: Unit, flowId: string, documentType: string): Promise<void> {
    const [draft] = await unit.query<{ id: string; definition: FlowDefinition }>(DRAFT, [flowId]);
    const definition = draft?.definition ?? (await this.active(unit, flowId));
    const problems = await this.problems(unit.query, documentType, definition);
    const errors = problems.filter(({ isWarning }) => !isWarning);
    if (errors.length > 0)
      throw new InvalidInputError(
        errors.map(({ code, nodeId, pointer, detail }) => ({
          pointer,
          detail,
          rule: code,
          params: { nodeId },
        })),
        'This flow cannot be switched on yet.',
      );
    if (draft) {
      await unit.query(RETIRE, [flowId]);
      await unit.query(ACTIVATE, [draft.id, unit.actor.id]);
    }
    await unit.query(OTHERS_OFF, [documentType, flowId]);
    await unit.query(ON, [flowId]);
  }

  private async active(unit: Unit, flowId: string): Promise<FlowDefinition> {
    const [version] = await unit.query<{ definition: FlowDefinition }>(
      `select definition from approval_flow_versions where flow_id = $1 and state = 'active'`,
      [flowId],
    );
    return version!.definition;
  }
}
