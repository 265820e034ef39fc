import type { Rows } from '../database/rows.js';
import type { ListDefinition } from './list-definition.js';
import { grams, isSingleCharacter, searchTerms } from './search.js';

/** What the database knows of a search index since its last ANALYZE. */
export interface SearchStatistics {
  /** Rows of the table. */
  readonly rows: number;
  /** Most common entry → share of the rows that have it, 0…1. */
  readonly shares: ReadonlyMap<string, number>;
  /** Share of the least common entry that is kept; 0 where all are, so that one not kept is not there. */
  readonly least: number;
  /** Month → share of the rows that were entered in it; empty where the index has no months. */
  readonly months: ReadonlyMap<number, number>;
}

const STATISTICS = `
  select rows, entries, shares, months, month_shares as "monthShares" from search_statistics($1::regclass)`;

interface StatisticsRow {
  readonly rows: number;
  readonly entries: string[] | null;
  readonly shares: number[] | null;
  readonly months: string[] | null;
  readonly monthShares: number[] | null;
}

/** As many entries as the server keeps with its default target. */
const MOST_ENTRIES = 1000;
const KEPT_FOR_MS = 5 * 60_000;

/** Kept for minutes: they change only with ANALYZE, and a search should not ask twice. */
export class SearchStatisticsReader {
  private readonly kept = new Map<string, { until: number; read: Promise<SearchStatistics> }>();

  constructor(private readonly rows: Rows) {}

  of(list: ListDefinition): Promise<SearchStatistics> {
    const kept = this.kept.get(list.table);
    if (kept && kept.until > Date.now()) return kept.read;
    const read = this.read(list.table.split(' ')[0]!);
    this.kept.set(list.table, { until: Date.now() + KEPT_FOR_MS, read });
    read.catch(() => this.kept.delete(list.table));
    return read;
  }

  private async read(table: string): Promise<SearchStatistics> {
    const row = await this.rows.one<StatisticsRow>(STATISTICS, [table]);
    const { entries, shares, months, monthShares } = row ?? {};
    const paired = <K>(keys: readonly K[] | null | undefined, values: readonly number[] | null | undefined) =>
      new Map((keys ?? []).map((key, at) => [key, values?.[at] ?? 0] as const));
    const kept = entries?.length ?? 0;
    return {
      rows: Math.max(row?.rows ?? 0, 0),
      shares: paired(entries, shares),
      // The server appends the smallest share (and the largest) to those of the entries.
      least: kept >= MOST_ENTRIES ? (shares?.[kept] ?? 0) : 0,
      months: paired(months?.map(Number), monthShares),
    };
  }
}

/**
 * Whether a page of this search is found sooner by its index than by walking the list in its order until a page is full:
 * `hits` rows against `page × rows / hits`, where one row of the index costs two of the walk.
 */
export function isRare(q: string, { rows, shares }: SearchStatistics, page: number): boolean {
  const share = Math.min(...searchTerms(q).map((term) => shareOf(term, shares)));
  return share * rows < Math.sqrt((page * rows) / 2);
}

/** An entry that is not kept has at most the least share that is; most of them have far less. */
const UNKNOWN = 1 / 40;
/** More months than this are better read as the whole. */
const MOST_MONTHS = 12;
/** Hits looked for as a multiple of what the page takes: the caller's scope and filters leave some of them out. */
const PLENTY = 3;

/** As the SQL function `month_of` counts, of an instant as PostgreSQL writes it in UTC; a cursor that is none bounds nothing. */
export const monthOf = (instant: string): number => {
  const month = Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7));
  return Number.isFinite(month) ? month : Infinity;
};

/**
 * The last months that should hold a page of this search and more, newest first and without a gap; undefined where looking
 * through everything costs no more: few hits, or hits too thinly spread. Of a term that the statistics do not know some hits
 * are supposed.
 * @param upTo month of the cursor, to go on from
 */
export function recentMonths(
  q: string,
  { rows, shares, least, months }: SearchStatistics,
  page: number,
  upTo = Infinity,
): number[] | undefined {
  const hits = rows * Math.min(...searchTerms(q).map((term) => shareOf(term, shares, least * UNKNOWN)));
  const wanted = page * PLENTY;
  if (hits < 2 * wanted) return undefined;
  const newest = Math.min(upTo, Math.max(...months.keys()));
  const taken: number[] = [];
  let expected = 0;
  for (let month = newest; taken.length < MOST_MONTHS && Number.isFinite(month); month -= 1) {
    taken.push(month);
    expected += hits * (months.get(month) ?? 0);
    if (expected >= wanted) return taken;
  }
  return undefined;
}

/**
 * Share of the rows with this term, at most. Characters of Chinese words come together, so a word is as common as its
 * rarest pair; digits and initials do not, so their shares multiply. An entry outside the statistics is rare.
 */
function shareOf(term: string, shares: ReadonlyMap<string, number>, unknown = 0): number {
  if (isSingleCharacter(term)) return 1;
  const rarest = Math.min(...grams(term).map((gram) => shares.get(gram) ?? unknown));
  const apart = term.match(/\d{4}|(?!\d{3})[!-~]{3}|[!-~]{2}/g) ?? [];
  const together = apart.reduce((product, entry) => product * (shares.get(entry) ?? unknown), 1);
  return Math.min(rarest, together);
}
