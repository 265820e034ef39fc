import type { Actor } from '../../platform/auth/actor.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { pointedAt, type FieldProblem } from '../../platform/errors/domain-error.js';
import type { ListDefinition } from '../../platform/lists/list-definition.js';
import { readListRequest, type RawQuery } from '../../platform/lists/list-request.js';
import type { ViewQuery } from './saved-view.entity.js';

/** Where a page is, is no part of a view. */
const NO_PART = new Set(['cursor', 'limit', 'sort']);

const isText = (value: unknown): value is string => typeof value === 'string';

/** What a list refuses of a query; empty when it takes it. */
function refusalOf(list: ListDefinition, query: RawQuery, actor: Actor): readonly FieldProblem[] {
  try {
    readListRequest(list, query, actor);
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.errors;
    throw error;
  }
}

/** @throws InvalidInputError that points at every filter, and the sort, that the list does not have for this caller. */
export function checkView(
  list: ListDefinition,
  { query = {}, sort }: { query?: Record<string, unknown>; sort?: string | null },
  actor: Actor,
): void {
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(query)) {
    const isValue = isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));
    const refused =
      isValue && !NO_PART.has(name)
        ? refusalOf(list, { [name]: value }, actor)
        : [{ pointer: name, rule: 'unknown', detail: 'A view holds filters: texts or lists of texts.' }];
    problems.push(...refused.map((problem) => pointedAt(`/query/${name}`, problem)));
  }
  if (sort) problems.push(...refusalOf(list, { sort }, actor).map((problem) => pointedAt('/sort', problem)));
  if (problems.length > 0) throw new InvalidInputError(problems);
}

/** What of a saved query still holds for this caller; the names of the rest. A view outlives fields and rights. */
export function siftView(
  list: ListDefinition,
  { query, sort }: { query: ViewQuery; sort: string | null },
  actor: Actor,
): { query: ViewQuery; sort: string | null; dropped: string[] } {
  const holds = (part: RawQuery) => refusalOf(list, part, actor).length === 0;
  const entries = Object.entries(query);
  const kept = entries.filter(([name, value]) => holds({ [name]: value }));
  const isSorted = sort === null || holds({ sort });
  const dropped = entries.flatMap(([name, value]) => (holds({ [name]: value }) ? [] : [name]));
  return {
    query: Object.fromEntries(kept),
    sort: isSorted ? sort : null,
    dropped: isSorted ? dropped : [...dropped, 'sort'],
  };
}
