import { describe, expect, it } from 'vitest';
import type { YearlySales } from './customer.queries';
import { totalOf } from './yearly-sales';

const year = (salesAmount: string, profit: string): YearlySales => ({
  year: 2017,
  orders: 2,
  quantity: '1.500',
  salesAmount,
  profit,
});

describe('Yearly sales', () => {
  it('add up to the cent', () => {
    const years = [year('9007199254740993.10', '-0.30'), year('0.20', '0.10')];
    expect(totalOf(years, 'salesAmount')).toBe('9007199254740993.300');
    expect(totalOf(years, 'profit')).toBe('-0.200');
    expect(totalOf(years, 'quantity')).toBe('3.000');
    expect(totalOf([], 'orders')).toBe('0.000');
  });
});
