import { BigNumber } from 'bignumber.js';
import { isNumeric, type FactDeclaration, type Facts, type FactValue } from '../documents/facts.js';
import type { Condition, ConditionOperator, ConditionRule } from './flow-definition.js';

const ORDER: readonly ConditionOperator[] = ['above', 'at-least', 'below', 'at-most'];
const SETS: readonly ConditionOperator[] = ['one-of', 'none-of'];
const PRESENCE: readonly ConditionOperator[] = ['is-set', 'is-empty'];

/** Which comparisons make sense with a fact of this type. */
export function operatorsFor(fact: Pick<FactDeclaration, 'type'>): readonly ConditionOperator[] {
  if (isNumeric(fact)) return ['equals', 'differs', ...ORDER, ...PRESENCE];
  if (fact.type === 'boolean') return ['equals', ...PRESENCE];
  if (fact.type === 'department') return [...SETS, 'within-department', ...PRESENCE];
  return ['equals', 'differs', ...SETS, ...PRESENCE];
}

/** What the evaluation asks of the outside: a department and all above it. */
export interface ConditionContext {
  readonly departmentsAbove: (departmentId: string) => readonly string[];
}

/** @param condition one without groups always holds */
export function holds(condition: Condition, facts: Facts, context: ConditionContext): boolean {
  const groups = condition.groups.map(({ match, rules }) => {
    const results = rules.map((rule) => ruleHolds(rule, facts[rule.fact] ?? null, context));
    return match === 'all' ? results.every(Boolean) : results.some(Boolean);
  });
  return condition.match === 'all' ? groups.every(Boolean) : groups.some(Boolean);
}

/** A fact that is not there satisfies only `is-empty`, `differs` and `none-of`. */
function ruleHolds(
  { operator, values = [] }: ConditionRule,
  fact: FactValue,
  { departmentsAbove }: ConditionContext,
): boolean {
  const isEmpty = fact === null || fact === '';
  if (operator === 'is-empty') return isEmpty;
  if (operator === 'is-set') return !isEmpty;
  const text = String(fact);
  if (operator === 'differs') return isEmpty || !isSame(text, values[0] ?? '');
  if (operator === 'none-of') return isEmpty || !values.includes(text);
  if (isEmpty) return false;
  if (operator === 'equals') return isSame(text, values[0] ?? '');
  if (operator === 'one-of') return values.includes(text);
  if (operator === 'within-department')
    return departmentsAbove(text).some((department) => values.includes(department));
  const [left, right] = [decimal(text), decimal(values[0])];
  return left && right ? isInOrder(operator, left.comparedTo(right)) : false;
}

const decimal = (text = ''): BigNumber | undefined =>
  /^-?\d+(\.\d+)?$/.test(text) ? new BigNumber(text) : undefined;

/** `50000` and `50000.00` are the same amount. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [decimal(a), decimal(b)];
  return left && right ? left.eq(right) : a === b;
}

function isInOrder(operator: ConditionOperator, order: number | null): boolean {
  if (order === null) return false;
  if (operator === 'above') return order > 0;
  if (operator === 'at-least') return order >= 0;
  return operator === 'below' ? order < 0 : order <= 0;
}
