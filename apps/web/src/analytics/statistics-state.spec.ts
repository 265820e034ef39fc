import { describe, expect, it } from 'vitest';
import { anglesBelow } from './angles';
import { narrowedTo, queryFromState, stateFromQuery, statisticsParams } from './statistics-state';

describe('Statistics state', () => {
  it('comes back from the URL as it went there, in the order of narrowing', () => {
    const state = stateFromQuery({
      by: ['month', 'brand'],
      year: '2017',
      category: ['A', 'B'],
      measure: 'profit',
    });
    expect(state).toEqual({
      by: ['month', 'brand'],
      filters: { year: ['2017'], category: ['A', 'B'] },
      measure: 'profit',
      shape: null,
    });
    expect(stateFromQuery(queryFromState(state) as never)).toEqual(state);
  });

  it('begins by year and leaves out what it does not know', () => {
    const { by, filters, measure } = stateFromQuery({
      by: ['nonsense', 'year', 'year'],
      other: 'x',
      measure: 'x',
    });
    expect([by, filters, measure]).toEqual([['year'], {}, 'salesAmount']);
  });

  it('takes at most three angles', () => {
    expect(stateFromQuery({ by: ['year', 'brand', 'owner', 'province'] }).by).toHaveLength(3);
  });

  it('narrows to the values of a figure, also to none', () => {
    const filters = narrowedTo({ year: ['2016', '2017'] }, { year: '2017', manager: null });
    expect(filters).toEqual({ year: ['2017'], manager: ['(none)'] });
    expect(statisticsParams({ by: ['brand'], filters })).toEqual({ groupBy: ['brand'], ...filters });
  });
});

describe('Drilling', () => {
  it.each([
    [['year'], ['year'], ['quarter']],
    [
      ['year', 'category'],
      ['year', 'category'],
      ['quarter', 'subCategory'],
    ],
    [['month'], ['month'], []],
    [['province', 'owner'], ['province', 'owner'], ['customer']],
    [['product'], ['product', 'customer'], []],
  ] as const)('from %j narrowed by %j goes to %j', (by, narrowed, below) => {
    expect(anglesBelow(by, new Set(narrowed))).toEqual(below);
  });
});
