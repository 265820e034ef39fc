import type { Header, ImportRow, RowProblem } from './import-types';

export interface MarkedCell {
  readonly header: Header;
  readonly text: string;
  readonly problems: readonly RowProblem[];
}

export interface MarkedRow {
  readonly line: number;
  readonly cells: readonly MarkedCell[];
  /** Problems of the row as a whole. */
  readonly problems: readonly RowProblem[];
}

/** `AB` → 27, the place of a column that the reader names by its letter. */
const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function headerOf(problem: RowProblem, headers: readonly Header[]): Header | undefined {
  const column = problem.column ?? problem.params.column;
  if (typeof column !== 'string') return undefined;
  const named = headers.find(({ id }) => id === column);
  if (named || !/^[A-Z]{1,3}$/.test(column)) return named;
  return headers.find((header) => header.column === placeOf(column));
}

/** A row with each problem at the cell it is about. */
export function markedRow({ line, cells, problems }: ImportRow, headers: readonly Header[]): MarkedRow {
  const placed = (problems ?? []).map((problem) => ({ problem, header: headerOf(problem, headers) }));
  return {
    line,
    cells: headers.map((header, index) => ({
      header,
      text: cells?.[index] ?? '',
      problems: placed.filter((each) => each.header === header).map(({ problem }) => problem),
    })),
    problems: placed.filter(({ header }) => !header).map(({ problem }) => problem),
  };
}
