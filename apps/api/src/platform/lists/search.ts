import type { ListDefinition } from './list-definition.js';
import type { Parameters } from './list-sql.js';

export type Search = NonNullable<ListDefinition['search']>;

/**
 * How a term is looked for: through the index (`like` then checks the order of what it found), by text alone, for a term
 * so common that walking the list in its order meets a page of it sooner, or by the index's own entries, to estimate.
 */
export type SearchBy = 'index' | 'text' | 'entries';

const isAscii = (character: string | undefined): boolean => character !== undefined && character <= '\u007f';

/**
 * What the SQL function `ngram2` has of a term, the fewest that say the same: three neighbouring letters or digits, else
 * two neighbouring characters.
 */
export function grams(term: string): string[] {
  const characters = [...term];
  const isTriple = (at: number): boolean => characters.slice(at, at + 3).filter(isAscii).length === 3;
  const found = characters.slice(1).flatMap((_, at) => {
    if (isTriple(at)) return [characters.slice(at, at + 3).join('')];
    const isCovered = at > 0 && isTriple(at - 1);
    return isCovered ? [] : [`${characters[at]}${characters[at + 1]}`];
  });
  return [...new Set(found)];
}

export const escapeLike = (term: string): string => term.replace(/[\\%_]/g, (character) => `\\${character}`);

/** Words of a query; each must be found. */
export const searchTerms = (q: string): string[] =>
  q
    .split(/[\s\u3000]+/)
    .filter(Boolean)
    .slice(0, 5);

export const isSingleCharacter = (term: string): boolean => [...term].length === 1;

/**
 * Two characters or more are found anywhere; a single character would match too much to be an index's work and is looked
 * for at the beginning.
 */
export function searchConditions(
  search: Search,
  q: string,
  parameters: Parameters,
  by: SearchBy = 'index',
): string[] {
  const open = (term: string) =>
    search.open ? [`${search.open.sql} like ${parameters.add(`%${escapeLike(term)}%`)}`] : [];
  return searchTerms(q).flatMap((term) => found(term).concat(open(term)));

  function found(term: string): string[] {
    if (isSingleCharacter(term))
      return [`${search.prefixSql} like ${parameters.add(`${escapeLike(term)}%`)}`];
    const entries = () => `ngram2(${search.sql}) @> ${parameters.add(grams(term))}::text[]`;
    const text = () => `${search.sql} like ${parameters.add(`%${escapeLike(term)}%`)}`;
    if (by === 'text') return [text()];
    // A term that is one entry of the index is found by it exactly; a longer one still needs its order looked at.
    const isExact = grams(term)[0] === term;
    return by === 'entries' || isExact ? [entries()] : [entries(), text()];
  }
}
