import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { ChecklistItem, StageNode } from '../flows/flow-definition.js';
import type { AnswerDto, Answer } from './decision.dto.js';

/** Items that somebody who speaks for these departments fills in. */
export const itemsFor = (
  { sheets = [] }: Pick<StageNode, 'sheets'>,
  departmentIds: readonly (string | null)[],
): ChecklistItem[] =>
  sheets
    .filter(({ departmentId }) => !departmentId || departmentIds.includes(departmentId))
    .flatMap(({ items }) => items);

/**
 * The answers as they are stored.
 * @param mustBeWhole for an approval, which takes every required item; a return may leave them
 * @throws InvalidInputError pointing at what is unknown or missing
 */
export function checkedAnswers(
  items: readonly ChecklistItem[],
  answers: readonly AnswerDto[],
  mustBeWhole: boolean,
): Record<string, Answer> {
  const given = new Map(answers.map(({ id, answer }) => [id, answer]));
  const unknown = answers.flatMap(({ id }, at) =>
    items.some((item) => item.id === id)
      ? []
      : [{ pointer: `/answers/${at}/id`, rule: 'reference', detail: 'There is no such item on your sheet.' }],
  );
  const missing = items.flatMap(({ id, text, isRequired }) =>
    mustBeWhole && isRequired && !given.has(id)
      ? [{ pointer: '/answers', rule: 'required', detail: `Answer "${text}".`, params: { id, text } }]
      : [],
  );
  if (unknown.length + missing.length > 0) throw new InvalidInputError([...unknown, ...missing]);
  return Object.fromEntries(given);
}
