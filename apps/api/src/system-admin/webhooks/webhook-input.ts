import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';
import type { OutgoingCalls } from '../../platform/outgoing/outgoing-calls.js';
import { TargetRefusedError } from '../../platform/outgoing/outgoing-target.js';

const EVENT_TYPE = /^(\*|[a-z][a-z0-9-]*\.(\*|[a-z][a-z0-9-]*))$/;

/** @throws InvalidInputError naming what is wrong with the address and each event */
export function refuseWrongTarget(
  { url, eventTypes }: { url?: string; eventTypes?: readonly string[] },
  calls: OutgoingCalls,
): void {
  const problems: FieldProblem[] = [];
  try {
    if (url !== undefined) calls.check(url);
  } catch (error) {
    if (!(error instanceof TargetRefusedError)) throw error;
    problems.push({ pointer: '/url', rule: `target-${error.problem}`, detail: error.message });
  }
  if (eventTypes?.length === 0)
    problems.push({ pointer: '/eventTypes', rule: 'required', detail: 'Choose at least one event.' });
  for (const [index, type] of (eventTypes ?? []).entries())
    if (!EVENT_TYPE.test(type))
      problems.push({
        pointer: `/eventTypes/${index}`,
        rule: 'event-type',
        detail: `"${type}" is none of customer.created, customer.* or *.`,
      });
  if (problems.length > 0) throw new InvalidInputError(problems);
}
