import type { ListDefinition } from './list-definition.js';
import type { Parameters } from './list-sql.js';

export type Search = NonNullable<ListDefinition['search']>;

/**
 * How a term is looked for: through the index (`like` then checks the order of what it found), by text alone, for a term
 * so common that walking the list in its order meets a page of it sooner, or by the index's own entries, to estimate.
 */
export type SearchBy = 'index' | 'text' | 'entries';

/**
 * What the SQL function `ngram2` has of a term, the fewest that say the same: of digits four neighbours, of letters (also
 * with digits) three, else two.
 */
export function grams(term: string): string[] {
  const characters = [...term];
  const found: string[] = [];
  // Pairs that end here or before are in an entry already.
  let covered = 0;
  characters.slice(1).forEach((_, at) => {
    const rest = characters.slice(at, at + 4).join('');
    const [long] = /^(\d{4}|(?!\d{3})[!-~]{3})/.exec(rest) ?? [];
    if (long) {
      found.push(long);
      covered = at + long.length;
    } else if (at + 2 > covered) found.push(`${characters[at]}${characters[at + 1]}`);
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
