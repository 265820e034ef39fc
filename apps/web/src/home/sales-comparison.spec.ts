import { describe, expect, it } from 'vitest';
import { compareLatestYears } from './sales-comparison';

const row = (year: string | null, salesAmount: string) => ({
  keys: { year },
  salesAmount,
});

describe('Sales comparison', () => {
  it('sets the latest year against the one before', () => {
    expect(compareLatestYears([row('2016', '100.00'), row('2017', '125.00'), row('2015', '7.00')])).toEqual({
      year: '2017',
      current: '125.00',
      previous: '100.00',
      change: 0.25,
    });
  });

  it('compares with nothing when the year before had no sales', () => {
    expect(compareLatestYears([row('2014', '100.00'), row('2017', '125.00')])?.change).toBeNull();
  });

  it('says nothing without sales', () => {
    expect(compareLatestYears([])).toBeNull();
    expect(compareLatestYears([row(null, '1.00')])).toBeNull();
  });
});
