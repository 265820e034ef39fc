import { BigNumber } from 'bignumber.js';
import { isNumeric, type FactDeclaration } from '../documents/facts.js';
import type { Condition, ConditionRule } from './flow-definition.js';

/** What a fact may still be: an interval for numbers, a set for the rest. */
interface Room {
  readonly low: BigNumber;
  readonly isLowIn: boolean;
  readonly high: BigNumber;
  readonly isHighIn: boolean;
  /** Only these; undefined: any. */
  readonly only: ReadonlySet<string> | undefined;
  readonly not: ReadonlySet<string>;
  readonly mayBeEmpty: boolean;
  readonly mayBeSet: boolean;
}

/** One way to satisfy a condition: for each fact the room that is left. */
export type Region = ReadonlyMap<string, Room>;

export const EVERYTHING: readonly Region[] = [new Map()];
/** More ways than this are not followed; then nothing is called contradictory that might not be. */
const MOST_REGIONS = 200;

const ALL: Room = {
  low: new BigNumber(-Infinity),
  isLowIn: false,
  high: new BigNumber(Infinity),
  isHighIn: false,
  only: undefined,
  not: new Set(),
  mayBeEmpty: true,
  mayBeSet: true,
};

/**
 * The regions that are left of `from` where the condition holds; empty when it never can. Undefined when there are too many
 * to tell.
 */
export function narrowed(
  from: readonly Region[],
  condition: Condition,
  facts: ReadonlyMap<string, FactDeclaration>,
): readonly Region[] | undefined {
  const groups = condition.groups.map(
    ({ match, rules }) =>
      (regions: readonly Region[]) =>
        combine(
          match,
          rules.map(
            (rule) => (inner: readonly Region[]) => inner.flatMap((region) => apply(region, rule, facts)),
          ),
          regions,
        ),
  );
  const found = combine(condition.match, groups, from);
  return found.length > MOST_REGIONS ? undefined : found;
}

type Step = (regions: readonly Region[]) => readonly Region[];

function combine(match: 'all' | 'any', steps: readonly Step[], from: readonly Region[]): readonly Region[] {
  if (steps.length === 0) return match === 'all' ? from : [];
  if (match === 'any') return steps.flatMap((step) => step(from)).slice(0, MOST_REGIONS + 1);
  return steps.reduce<readonly Region[]>((left, step) => step(left).slice(0, MOST_REGIONS + 1), from);
}

function apply(
  region: Region,
  rule: ConditionRule,
  facts: ReadonlyMap<string, FactDeclaration>,
): readonly Region[] {
  const fact = facts.get(rule.fact);
  if (!fact) return [region];
  const room = within(region.get(rule.fact) ?? ALL, rule, isNumeric(fact));
  return isPossible(room, fact) ? [new Map(region).set(rule.fact, room)] : [];
}

function within(room: Room, { operator, values = [] }: ConditionRule, numeric: boolean): Room {
  const isSet = { ...room, mayBeEmpty: false };
  switch (operator) {
    case 'is-empty':
      return { ...room, mayBeSet: false };
    case 'is-set':
    case 'within-department':
      return isSet;
    case 'none-of':
      return { ...room, not: new Set([...room.not, ...values]) };
    case 'differs':
      return {
        ...room,
        not: new Set([...room.not, numeric ? canonical(values[0] ?? '') : (values[0] ?? '')]),
      };
    case 'one-of':
      return { ...isSet, only: intersection(room.only, values) };
    case 'equals':
      return numeric
        ? raised(lowered(isSet, values[0], true), values[0], true)
        : { ...isSet, only: intersection(room.only, values) };
    case 'above':
    case 'at-least':
      return raised(isSet, values[0], operator === 'at-least');
    default:
      return lowered(isSet, values[0], operator === 'at-most');
  }
}

const canonical = (value: string): string => new BigNumber(value).toFixed();

function raised(room: Room, value: string | undefined, isIn: boolean): Room {
  const low = new BigNumber(value ?? 'NaN');
  if (low.isNaN() || low.lt(room.low) || (low.eq(room.low) && (isIn || !room.isLowIn))) return room;
  return { ...room, low, isLowIn: isIn };
}

function lowered(room: Room, value: string | undefined, isIn: boolean): Room {
  const high = new BigNumber(value ?? 'NaN');
  if (high.isNaN() || high.gt(room.high) || (high.eq(room.high) && (isIn || !room.isHighIn))) return room;
  return { ...room, high, isHighIn: isIn };
}

const intersection = (
  only: ReadonlySet<string> | undefined,
  values: readonly string[],
): ReadonlySet<string> => new Set(only ? values.filter((value) => only.has(value)) : values);

function isPossible(room: Room, fact: FactDeclaration): boolean {
  if (room.mayBeEmpty) return true;
  if (!room.mayBeSet) return false;
  if (isNumeric(fact)) {
    if (room.low.gt(room.high)) return false;
    const isPoint = room.low.eq(room.high);
    return !isPoint || (room.isLowIn && room.isHighIn && !room.not.has(room.low.toFixed()));
  }
  const known = fact.type === 'boolean' ? ['true', 'false'] : fact.values?.map(({ value }) => value);
  const candidates = room.only ?? (known && new Set(known));
  return !candidates || [...candidates].some((value) => !room.not.has(value));
}
