import { describe, expect, it } from 'vitest';
import { compareSamePeriod, sumMoney } from './sales-comparison';

const row = (month: string | null, salesAmount: string) => ({ keys: { month }, salesAmount });

describe('Sales comparison', () => {
  it('sets the months so far against the same months of the year before', () => {
    const rows = [
      row('2016-01', '60.00'),
      row('2016-02', '40.00'),
      row('2016-11', '900.00'),
      row('2017-01', '100.00'),
      row('2017-02', '25.00'),
    ];
    expect(compareSamePeriod(rows)).toMatchObject({
      year: 2017,
      untilMonth: 2,
      current: '125.00',
      previous: '100.00',
      change: 0.25,
    });
  });

  it('compares with nothing when those months had no sales', () => {
    expect(compareSamePeriod([row('2014-03', '100.00'), row('2017-03', '125.00')])).toMatchObject({
      previous: '0.00',
      change: null,
    });
  });

  it('says nothing without sales', () => {
    expect(compareSamePeriod([])).toBeNull();
    expect(compareSamePeriod([row(null, '1.00')])).toBeNull();
  });

  it('adds money exactly', () => {
    expect(sumMoney(['0.10', '0.20', null, '9007199254740993.01'])).toBe('9007199254740993.31');
    expect(sumMoney(['-0.05', '0.01'])).toBe('-0.04');
  });
});
