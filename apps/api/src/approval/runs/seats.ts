import type { ApproverRule, StageNode } from '../flows/flow-definition.js';
import type { TaskOrigin } from './approval-words.js';

export interface Person {
  readonly id: string;
  readonly departmentId: string | null;
}

/** Somebody who is asked, and how she came to be. */
export interface Asked extends Person {
  readonly origin: TaskOrigin;
  readonly onBehalfOfId: string | null;
}

/** One voice; any of its people may give it. */
export interface Seat {
  readonly people: readonly Asked[];
}

export interface RulePeople {
  readonly rule: ApproverRule;
  /** Active people the rule means now. */
  readonly people: readonly Person[];
}

interface SeatContext {
  readonly submitterId: string;
  /** Who leads the submitter, above her where she leads herself. */
  readonly submitterLeader: Person | undefined;
  readonly whenSubmitter: NonNullable<StageNode['whenSubmitter']>;
}

const takesOneSeat = ({ kind, seats }: ApproverRule): boolean => (seats ? seats === 'one' : kind === 'role');

/** The voices of a stage: its rules, one after the other, without asking anybody twice. */
export function seatsOf(rules: readonly RulePeople[], context: SeatContext): Seat[] {
  const seats = rules.flatMap(({ rule, people }) => {
    const spokenFor = people.flatMap((person) => askedFor(rule, person, context));
    if (takesOneSeat(rule)) return spokenFor.length > 0 ? [{ people: unique(spokenFor) }] : [];
    return unique(spokenFor).map((person) => ({ people: [person] }));
  });
  const alone = new Set<string>();
  return seats.filter(({ people }) => {
    if (people.length > 1) return true;
    const isNew = !alone.has(people[0]!.id);
    alone.add(people[0]!.id);
    return isNew;
  });
}

function askedFor(rule: ApproverRule, person: Person, context: SeatContext): Asked[] {
  const departmentId = rule.kind.startsWith('department-')
    ? (rule.departmentId ?? null)
    : person.departmentId;
  const asked: Asked = { ...person, departmentId, origin: 'flow', onBehalfOfId: null };
  if (person.id !== context.submitterId || context.whenSubmitter === 'allow') return [asked];
  const leader = context.whenSubmitter === 'leader' ? context.submitterLeader : undefined;
  return leader ? [{ id: leader.id, departmentId, origin: 'submitter-leader', onBehalfOfId: person.id }] : [];
}

const unique = (people: readonly Asked[]): Asked[] =>
  [...new Map(people.toReversed().map((person) => [person.id, person])).values()].toReversed();

/** Gives a seat's people over to their substitutes; nobody decides on her own document that way. */
export const withSubstitutes = (
  { people }: Seat,
  substitutes: ReadonlyMap<string, string>,
  submitterId: string,
): Seat => ({
  people: unique(
    people.map((person) => {
      const substitute = substitutes.get(person.id);
      return !substitute || substitute === submitterId
        ? person
        : { ...person, id: substitute, origin: 'substitute' as const, onBehalfOfId: person.id };
    }),
  ),
});
