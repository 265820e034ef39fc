import type { ListDefinition } from './list-definition.js';
import type { Parameters } from './list-sql.js';

type Search = NonNullable<ListDefinition['search']>;

/** Neighbouring pairs of characters, as the SQL function `ngram2` makes them. */
export function bigrams(term: string): string[] {
  const characters = [...term];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

export const escapeLike = (term: string): string => term.replace(/[\\%_]/g, (character) => `\\${character}`);

/** Words of a query; each must be found. */
export const searchTerms = (q: string): string[] =>
  q
    .split(/[\s\u3000]+/)
    .filter(Boolean)
    .slice(0, 5);

/**
 * Two characters or more are found anywhere through the bigram index (`like` then checks their order); a single character
 * would match too much to be an index's work and is looked for at the beginning.
 */
export function searchConditions(search: Search, q: string, parameters: Parameters): string[] {
  return searchTerms(q).flatMap((term) => {
    if ([...term].length === 1) return [`${search.prefixSql} like ${parameters.add(`${escapeLike(term)}%`)}`];
    return [
      `ngram2(${search.sql}) @> ${parameters.add(bigrams(term))}::text[]`,
      `${search.sql} like ${parameters.add(`%${escapeLike(term)}%`)}`,
    ];
  });
}
