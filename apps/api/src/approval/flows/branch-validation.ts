import { isUUID } from 'class-validator';
import { isNumeric, type FactDeclaration } from '../documents/facts.js';
import { operatorsFor } from './condition.js';
import type { ConditionRule, FlowNode } from './flow-definition.js';
import { problem, type FlowProblem, type FlowProblemCode } from './flow-problems.js';
import type { FlowVocabulary } from './flow-validation.js';

const VALUELESS = new Set<string>(['is-set', 'is-empty']);
const ONE_VALUE = new Set<string>(['equals', 'differs', 'above', 'at-least', 'below', 'at-most']);

/** What is wrong with the conditions of a branch, each by itself. */
export function branchProblems(node: FlowNode, pointer: string, { facts }: FlowVocabulary): FlowProblem[] {
  if (node.kind !== 'branch') return [];
  if (node.branches.length === 0)
    return [problem('branch-without-condition', node.id, `${pointer}/branches`)];
  return node.branches.flatMap(({ condition }, branch) => {
    const place = `${pointer}/branches/${branch}/condition`;
    const isEmpty = condition.groups.every(({ rules }) => rules.length === 0);
    if (isEmpty) return [problem('branch-without-condition', node.id, place)];
    return condition.groups.flatMap(({ rules }, group) =>
      rules.flatMap((rule, at) => {
        const code = ruleProblem(rule, facts);
        return code ? [problem(code, node.id, `${place}/groups/${group}/rules/${at}`)] : [];
      }),
    );
  });
}

function ruleProblem(
  { fact: name, operator, values = [] }: ConditionRule,
  facts: readonly FactDeclaration[],
): FlowProblemCode | undefined {
  const fact = facts.find((declared) => declared.name === name);
  if (!fact) return 'unknown-fact';
  if (!operatorsFor(fact).includes(operator)) return 'operator-not-for-fact';
  if (VALUELESS.has(operator)) return undefined;
  if (values.length === 0 || values.some((value) => value.trim() === '')) return 'value-missing';
  if (ONE_VALUE.has(operator) && values.length > 1) return 'value-invalid';
  return values.every((value) => fits(value, fact)) ? undefined : 'value-invalid';
}

function fits(value: string, fact: FactDeclaration): boolean {
  if (isNumeric(fact)) return /^-?\d{1,16}(\.\d{1,6})?$/.test(value);
  if (fact.type === 'boolean') return value === 'true' || value === 'false';
  if (fact.type === 'department') return isUUID(value);
  return !fact.values || fact.values.some((known) => known.value === value);
}
