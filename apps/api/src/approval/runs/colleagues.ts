import type { Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { activePeople } from './people.js';
import type { Run } from './run.js';
import type { Person } from './seats.js';

/**
 * Colleagues somebody names: active, and not the submitter where they are to decide.
 * @throws InvalidInputError pointing at the field
 */
export async function namedColleagues(
  unit: Unit,
  run: Run,
  userIds: readonly string[],
  pointer: string,
  { toDecide }: { toDecide: boolean },
): Promise<Person[]> {
  const wanted = [...new Set(userIds)];
  const people = await activePeople(unit, wanted);
  const refuse = (rule: string, detail: string) => new InvalidInputError([{ pointer, rule, detail }]);
  if (wanted.length === 0) throw refuse('required', 'Choose somebody.');
  if (people.length < wanted.length) throw refuse('reference', 'Choose active colleagues.');
  if (toDecide && wanted.includes(run.submitterId))
    throw refuse('submitter', 'The submitter does not decide on her own document.');
  return people;
}
