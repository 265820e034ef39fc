import type { Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';
import type { ApproverRule, FlowNode, StageNode } from '../flows/flow-definition.js';
import { activePeople, allowedChoices } from './people.js';

export type Choices = Readonly<Record<string, readonly string[]>>;

export interface ChoiceStage {
  readonly node: StageNode;
  readonly rule: ApproverRule;
}

/** The stages on a route for which the submitter says who is asked. */
export const choiceStages = (route: readonly FlowNode[]): ChoiceStage[] =>
  route.flatMap((node) => {
    const rule = node.kind === 'stage' && node.approvers.find(({ kind }) => kind === 'choice');
    return rule ? [{ node: node as StageNode, rule }] : [];
  });

/**
 * What of the choices counts on this route.
 * @throws InvalidInputError pointing at every stage that lacks a choice or has a wrong one
 */
export async function checkedChoices(
  unit: Unit,
  route: readonly FlowNode[],
  choices: Choices,
): Promise<Choices> {
  const problems: FieldProblem[] = [];
  const kept: Record<string, readonly string[]> = {};
  for (const { node, rule } of choiceStages(route)) {
    const chosen = [...new Set(choices[node.id] ?? [])];
    const wrong = await wrongIn(unit, rule, chosen);
    if (wrong) problems.push({ pointer: `/choices/${node.id}`, ...wrong, params: { stage: node.name } });
    kept[node.id] = chosen;
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
  return kept;
}

async function wrongIn(
  unit: Unit,
  rule: ApproverRule,
  chosen: readonly string[],
): Promise<Pick<FieldProblem, 'rule' | 'detail'> | undefined> {
  if (chosen.length === 0) return { rule: 'required', detail: 'Choose who is asked in this stage.' };
  if (chosen.length > (rule.most ?? 1))
    return { rule: 'tooMany', detail: 'You have chosen too many people.' };
  const allowed = (await allowedChoices(unit, rule)) ?? (await activePeople(unit, chosen));
  const isAllowed = chosen.every((id) => allowed.some((person) => person.id === id));
  return isAllowed ? undefined : { rule: 'reference', detail: 'One of these people cannot be asked here.' };
}
