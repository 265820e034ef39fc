import { describe, expect, it } from 'vitest';
import type { RowProblem } from './import-types';
import { markedRow } from './problem-cells';

const headers = [
  { id: 'Number', label: 'Number', column: 0 },
  { id: 'Amount', label: 'Amount', column: 27 },
];
const mark = (...problems: RowProblem[]) => markedRow({ line: 7, cells: ['', 'x'], problems }, headers);

describe('Problem cells', () => {
  it('marks the cell of the named column', () => {
    const row = mark({ code: 'import.required', column: 'Number', params: {} });
    expect(row.cells.map(({ problems }) => problems.length)).toEqual([1, 0]);
    expect(row.problems).toEqual([]);
  });

  it('finds a column that is named by its letter', () => {
    const row = mark({ code: 'cell-error', params: { column: 'AB', error: '#N/A' } });
    expect(row.cells[1]?.problems.map(({ code }) => code)).toEqual(['cell-error']);
  });

  it('keeps what is about the whole row', () => {
    const row = mark({ code: 'row-too-long', params: { cells: 3, expected: 2 } });
    expect(row.problems.map(({ code }) => code)).toEqual(['row-too-long']);
    expect(row.cells.every(({ problems }) => problems.length === 0)).toBe(true);
  });
});
