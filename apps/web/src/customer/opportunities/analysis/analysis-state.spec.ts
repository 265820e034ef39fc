import { describe, expect, it } from 'vitest';
import { daysOf, drillOf, filtersOf } from './analysis-state';

describe('From a figure to its rows', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2024Q1', '2024-01-01', '2024-03-31'],
    ['2024Q4', '2024-10-01', '2024-12-31'],
  ])('%s lasts from %s to %s', (period, from, to) => {
    expect(daysOf(period)).toEqual({ from, to });
  });

  it('each angle is a filter of the list', () => {
    expect(drillOf('owner', 'x')).toEqual({ ownerId: 'x' });
    expect(drillOf('reason', 'price')).toEqual({ lossReason: 'price' });
    expect(drillOf('engagedMonth', '2026-03')).toEqual({
      engagedOnFrom: '2026-03-01',
      engagedOnTo: '2026-03-31',
    });
    expect(drillOf('competitor', null)).toEqual({});
  });

  it('only what narrows is taken from the address', () => {
    expect(filtersOf({ ownerId: 'x', tab: 'y', productId: '' })).toEqual({ ownerId: 'x' });
  });
});
