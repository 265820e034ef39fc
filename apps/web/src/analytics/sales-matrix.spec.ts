import { describe, expect, it } from 'vitest';
import { shapesFor } from './sales-chart';
import { matrixOf } from './sales-matrix';
import type { SalesFigure } from './sales.queries';

const figure = (
  keys: SalesFigure['keys'],
  salesAmount: string,
  margin: string | null = null,
): SalesFigure => ({
  keys,
  salesAmount,
  margin,
  quantity: '1.000',
  lineCount: 1,
  orderCount: 1,
  customerCount: 1,
});

describe('Sales matrix', () => {
  it('puts the first angle along the axis and the second into series, the largest first', () => {
    const rows = [
      figure({ year: '2016', category: 'A' }, '10.00'),
      figure({ year: '2017', category: 'A' }, '20.00'),
      figure({ year: '2017', category: 'B' }, '90.00'),
    ];
    expect(matrixOf(rows, ['year', 'category'], 'salesAmount')).toEqual({
      points: ['2016', '2017'],
      series: [
        { keys: { category: 'B' }, values: [null, 90] },
        { keys: { category: 'A' }, values: [10, 20] },
      ],
      isCut: false,
    });
  });

  it('leaves gaps for months without sales', () => {
    const rows = [figure({ month: '2016-11' }, '1.00'), figure({ month: '2017-02' }, '2.00')];
    const { points, series } = matrixOf(rows, ['month'], 'salesAmount');
    expect(points).toEqual(['2016-11', '2016-12', '2017-01', '2017-02']);
    expect(series[0]?.values).toEqual([1, null, null, 2]);
  });

  it('draws the largest of many and says so', () => {
    const rows = Array.from({ length: 100 }, (_, index) => figure({ customer: `c${index}` }, '1.00'));
    const { points, isCut } = matrixOf(rows, ['customer'], 'salesAmount');
    expect([points.length, isCut]).toEqual([60, true]);
  });
});

describe('Shapes', () => {
  it('stack only what adds up, and draw months as a line first', () => {
    expect(shapesFor(['year', 'category'], 'salesAmount')).toEqual(['stack', 'bar', 'line']);
    expect(shapesFor(['year', 'category'], 'margin')).toEqual(['bar', 'line']);
    expect(shapesFor(['month'], 'salesAmount')[0]).toBe('line');
    expect(shapesFor(['brand'], 'salesAmount')).toEqual(['bar']);
  });
});
